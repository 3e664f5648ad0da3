import { DAY, HOUR, MINUTE } from '../clock/zones';

/** What a person can be in a programme. One person may be several, in several programmes. */
export const ROLES = ['young', 'mentor', 'coordinator', 'safeguarding', 'group', 'facilitator'] as const;
export type Role = (typeof ROLES)[number];

/** Adults who work for the programme: passkeys only, outside the demo. */
export const STAFF: readonly Role[] = ['mentor', 'coordinator', 'safeguarding', 'facilitator'];

/** How long someone stays signed in: without use, and at the most. Milliseconds. */
export interface SessionLimit {
	idle: number;
	absolute: number;
}

/**
 * By role. A young person should rarely be asked again; a laptop with many children's records often.
 * Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2.
 */
export const SESSION_LIMITS: Record<Role, SessionLimit> = {
	young: { idle: 30 * DAY, absolute: 180 * DAY },
	group: { idle: 30 * DAY, absolute: 180 * DAY },
	mentor: { idle: 14 * DAY, absolute: 90 * DAY },
	facilitator: { idle: 2 * HOUR, absolute: 12 * HOUR },
	coordinator: { idle: 60 * MINUTE, absolute: 12 * HOUR },
	safeguarding: { idle: 15 * MINUTE, absolute: 8 * HOUR }
};

/** The limit for someone who holds all of `roles`: the strictest of each. No role at all is the strictest of all. */
export function sessionLimit(roles: readonly Role[]): SessionLimit {
	const limits = (roles.length > 0 ? roles : ROLES).map((role) => SESSION_LIMITS[role]);
	return {
		idle: Math.min(...limits.map((limit) => limit.idle)),
		absolute: Math.min(...limits.map((limit) => limit.absolute))
	};
}

/** Most devices one person stays signed in on; the one unused longest gives way. */
export const MOST_DEVICES = 10;

/** Where someone who holds `roles` lands after signing in. */
export function homeOf(roles: readonly Role[]): '/young' | '/mentor' | '/coordinator' | '/group' | '/' {
	if (roles.includes('young')) return '/young';
	if (roles.includes('mentor')) return '/mentor';
	if (roles.includes('coordinator') || roles.includes('safeguarding')) return '/coordinator';
	return roles.length > 0 ? '/group' : '/';
}
