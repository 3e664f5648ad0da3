import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../clock/zones';
import { homeOf, ROLES, SESSION_LIMITS, sessionLimit, STAFF } from './roles';

describe('how long someone stays signed in', () => {
	it('is their role’s own limit', () => {
		for (const role of ROLES) expect(sessionLimit([role])).toEqual(SESSION_LIMITS[role]);
	});

	it('is the strictest of several roles', () => {
		expect(sessionLimit(['mentor', 'young'])).toEqual({ idle: 14 * DAY, absolute: 90 * DAY });
		expect(sessionLimit(['young', 'safeguarding'])).toEqual(SESSION_LIMITS.safeguarding);
	});

	it('is shortest for someone with no role', () => {
		expect(sessionLimit([]).idle).toBe(15 * MINUTE);
	});

	it('never lets a phone idle past its end', () => {
		for (const role of ROLES) expect(SESSION_LIMITS[role].idle).toBeLessThan(SESSION_LIMITS[role].absolute);
	});
});

it('young people and group members are not staff', () => {
	expect(ROLES.filter((role) => !STAFF.includes(role))).toEqual(['young', 'group']);
});

describe('where someone lands', () => {
	it.each([
		[['young'], '/young'],
		[['mentor', 'young'], '/young'],
		[['coordinator', 'mentor'], '/mentor'],
		[['coordinator'], '/coordinator'],
		[['safeguarding'], '/coordinator'],
		[['group'], '/group'],
		[['facilitator'], '/group'],
		[[], '/']
	] as const)('%j at %s', (roles, home) => {
		expect(homeOf(roles)).toBe(home);
	});
});
