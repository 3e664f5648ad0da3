import type { Identity } from '$lib/device/database';

/** The programmes in which whoever is here is a mentor: each has a card of its own. */
export function mentorIn(me: Identity | undefined): string[] {
	return me?.memberships.filter(({ role }) => role === 'mentor').map(({ programmeId }) => programmeId) ?? [];
}
