import { STAFF, type Role } from '$lib/domain/people/roles';

/** How someone can come in: with what unlocks their phone, or with three words. */
export type WayIn = 'passkey' | 'phrase';

/**
 * The ways open to someone who holds `roles`. Adults who work for a programme use a passkey; three words are theirs
 * only in the demo, and only while they have no passkey.
 */
export function waysIn(demo: boolean, roles: readonly Role[], hasPasskey: boolean): WayIn[] {
	const isStaff = roles.some((role) => STAFF.includes(role));
	return isStaff && (!demo || hasPasskey) ? ['passkey'] : ['passkey', 'phrase'];
}
