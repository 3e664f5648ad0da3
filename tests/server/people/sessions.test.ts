import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/lib/domain/clock/zones';
import {
	MOST_DEVICES,
	ROLES,
	SESSION_LIMITS,
	sessionLimit,
	type Role
} from '../../../src/lib/domain/people/roles';
import { people, sessions } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { disablePerson, takeRoleAway, addMembership } from '../../../src/lib/server/people/people';
import {
	blankCookie,
	cookieFor,
	endAllSessions,
	endOverSessions,
	endSession,
	listDevices,
	readCookie,
	startSession,
	whoIs
} from '../../../src/lib/server/sessions';
import { change } from '../../../src/lib/server/spaces';
import { openTestHouse } from '../house';
import { aPerson, aProgramme, TUESDAY_AT_SIX } from './programme';

let now = TUESDAY_AT_SIX;
let opened: House;
let house: House;
let programmeId: string;

beforeAll(async () => {
	opened = await openTestHouse({ now: () => now });
});
afterAll(() => opened.store.close());

beforeEach(async () => {
	now = TUESDAY_AT_SIX;
	house = { ...opened };
	programmeId = await aProgramme(house);
});

const one = (...roles: Role[]) => aPerson(house, programmeId, 'Ash', ...roles);
const start = (personId: string, device = 'Chrome, Android') => startSession(house, personId, device);
const idOf = (token: string) => token.split('.')[0] as string;
const rows = (personId: string) =>
	house.store.read.select().from(sessions).where(eq(sessions.personId, personId));

/** Opens a live stream under a session. @returns whether it is still open */
function streaming(personId: string, token: string): () => boolean {
	let open = true;
	house.live.add({ personId, sessionId: idOf(token), send: () => {}, close: () => (open = false) });
	return () => open;
}

describe('a session', () => {
	test('says who is there and what they are, in every programme', async () => {
		const other = await aProgramme(house, 'Harbour');
		const personId = await one('young', 'mentor');
		await change(house, null, (making) =>
			addMembership(making, { programmeId: other, personId, role: 'group' })
		);
		const token = await start(personId);
		const who = await whoIs(house, token);
		expect(who).toMatchObject({ personId, firstName: 'Ash', sessionId: idOf(token) });
		expect(who?.memberships.map(({ role }) => role).sort()).toEqual(['group', 'mentor', 'young']);
		expect(who?.memberships.filter((one) => one.programmeId === other)).toHaveLength(1);
	});

	test('is read with one query', async () => {
		const token = await start(await one('young', 'group'));
		const select = vi.spyOn(house.store.read, 'select');
		await whoIs(house, token);
		await whoIs(house, token);
		expect(select.mock.calls.length).toBeLessThanOrEqual(1);
	});

	test('of someone in no programme says so', async () => {
		const token = await start(await one());
		expect((await whoIs(house, token))?.memberships).toEqual([]);
	});

	test('is new at each sign-in, with 256 random bits', async () => {
		const personId = await one('young');
		const tokens = await Promise.all([start(personId), start(personId), start(personId)]);
		expect(new Set(tokens).size).toBe(3);
		for (const token of tokens) expect(Buffer.from(token.split('.')[1] ?? '', 'base64url')).toHaveLength(32);
	});

	test('leaves no secret in the database', async () => {
		const personId = await one('young');
		const token = await start(personId);
		expect(JSON.stringify(await rows(personId))).not.toContain(token.split('.')[1]);
	});

	test.each([
		['nothing', () => undefined],
		['an empty cookie', () => ''],
		['the id alone', idOf],
		['the id and nothing behind the dot', (token: string) => `${idOf(token)}.`],
		['another secret', (token: string) => `${idOf(token)}.${'A'.repeat(43)}`],
		['one letter more', (token: string) => `${token}A`],
		['a third part', (token: string) => `${token}.x`],
		['an id that is not there', (token: string) => token.replace(/^[^.]+/, 'nobody')],
		['a NUL byte', (token: string) => `\0${token}`]
	])('is not opened by %s', async (_, tampered) => {
		const token = await start(await one('young'));
		expect(await whoIs(house, tampered(token))).toBeNull();
		expect(await whoIs(house, token)).not.toBeNull();
	});

	test('is not opened by the hash in the database', async () => {
		const personId = await one('young');
		const token = await start(personId);
		const [row] = await rows(personId);
		expect(await whoIs(house, `${idOf(token)}.${row?.secretHash}`)).toBeNull();
	});

	test('is not opened by another session’s secret', async () => {
		const personId = await one('young');
		const [mine, other] = [await start(personId), await start(personId)];
		expect(await whoIs(house, `${idOf(mine)}.${other.split('.')[1]}`)).toBeNull();
	});
});

describe('limits', () => {
	test.each(ROLES)('%s: a session that is not used ends, to the millisecond', async (role) => {
		const personId = await one(role);
		const token = await start(personId);
		const other = await start(personId);
		now += SESSION_LIMITS[role].idle - 1;
		expect(await whoIs(house, token)).not.toBeNull();
		now += 1;
		expect(await whoIs(house, other)).toBeNull();
		expect(await whoIs(house, token)).not.toBeNull();
	});

	test.each(ROLES)('%s: a session in constant use ends all the same', async (role) => {
		const { idle, absolute } = SESSION_LIMITS[role];
		const personId = await one(role);
		const token = await start(personId);
		const began = now;
		while (now + idle / 2 < began + absolute) {
			now += idle / 2;
			expect(await whoIs(house, token)).not.toBeNull();
		}
		now = began + absolute - 1;
		expect(await whoIs(house, token)).not.toBeNull();
		now += 1;
		expect(await whoIs(house, token)).toBeNull();
		expect(await rows(personId)).toEqual([]);
	});

	test('the strictest role of several counts', async () => {
		expect(sessionLimit(['young', 'safeguarding'])).toEqual(SESSION_LIMITS.safeguarding);
		const token = await start(await one('young', 'safeguarding'));
		now += SESSION_LIMITS.safeguarding.idle;
		expect(await whoIs(house, token)).toBeNull();
	});

	test('a role given later shortens a session that is open', async () => {
		const personId = await one('young');
		const token = await start(personId);
		now += 2 * HOUR;
		await change(house, null, (making) =>
			addMembership(making, { programmeId, personId, role: 'safeguarding' })
		);
		expect(await whoIs(house, token)).toBeNull();
	});

	test('use is written down after five minutes and not before', async () => {
		const personId = await one('young');
		const token = await start(personId);
		now += 5 * MINUTE - 1;
		await whoIs(house, token);
		expect((await rows(personId))[0]?.lastSeenAt).toBe(TUESDAY_AT_SIX);
		now += 1;
		await whoIs(house, token);
		expect((await rows(personId))[0]?.lastSeenAt).toBe(now);
	});

	test('use is written down more often where sessions are short', async () => {
		const personId = await one('safeguarding');
		const token = await start(personId);
		now += SESSION_LIMITS.safeguarding.idle / 4;
		await whoIs(house, token);
		expect((await rows(personId))[0]?.lastSeenAt).toBe(now);
	});

	test('a session whose use cannot be written down is still a session', async () => {
		const token = await start(await one('young'));
		now += HOUR;
		const full = {
			...house,
			store: { ...house.store, transaction: () => Promise.reject(new Error('full')) }
		};
		expect(await whoIs(full, token)).not.toBeNull();
	});

	test('a clock ahead of the machine’s changes nothing', async () => {
		now = Date.now() + 400 * DAY;
		const token = await start(await one('young'));
		expect(await whoIs(house, token)).not.toBeNull();
		now += SESSION_LIMITS.young.idle;
		expect(await whoIs(house, token)).toBeNull();
	});

	test('sessions that are over are cleared away, and only those', async () => {
		const lead = await one('safeguarding');
		const desk = await start(lead);
		const young = await one('young');
		const phone = await start(young);
		const [deskOpen, phoneOpen] = [streaming(lead, desk), streaming(young, phone)];
		now += HOUR;
		await endOverSessions(house);
		expect([await rows(lead), (await rows(young)).map(({ id }) => id)]).toEqual([[], [idOf(phone)]]);
		expect([deskOpen(), phoneOpen()]).toEqual([false, true]);
	});
});

describe('devices', () => {
	test('are listed with their names, the latest used first, without secrets', async () => {
		const personId = await one('young');
		const old = await start(personId, 'Firefox, Windows');
		now += DAY;
		const fresh = await start(personId, 'Safari, iPhone');
		const listed = await listDevices(house, personId);
		expect(listed.map(({ id, device }) => [id, device])).toEqual([
			[idOf(fresh), 'Safari, iPhone'],
			[idOf(old), 'Firefox, Windows']
		]);
		expect(Object.keys(listed[0] ?? {}).sort()).toEqual(['createdAt', 'device', 'id', 'lastSeenAt']);
	});

	test('that are over are not listed', async () => {
		const personId = await one('coordinator');
		await start(personId);
		now += SESSION_LIMITS.coordinator.idle;
		expect(await listDevices(house, personId)).toEqual([]);
	});

	test('are ten at most: the one unused longest gives way, with its stream', async () => {
		const personId = await one('young');
		const first = await start(personId);
		now += MINUTE;
		const second = await start(personId);
		for (let more = 2; more < MOST_DEVICES; more++) {
			now += MINUTE;
			await start(personId);
		}
		expect(await whoIs(house, first)).not.toBeNull();
		expect(await listDevices(house, personId)).toHaveLength(MOST_DEVICES);
		const open = streaming(personId, second);
		now += MINUTE;
		await start(personId);
		expect(await listDevices(house, personId)).toHaveLength(MOST_DEVICES);
		expect(await whoIs(house, second)).toBeNull();
		expect(open()).toBe(false);
		expect(await whoIs(house, first)).not.toBeNull();
	});

	test('of somebody else are not listed and cannot be ended', async () => {
		const [ash, sam] = [await one('young'), await aPerson(house, programmeId, 'Sam', 'mentor')];
		const token = await start(ash);
		expect(await listDevices(house, sam)).toEqual([]);
		expect(await endSession(house, sam, idOf(token))).toBe(false);
		expect(await endSession(house, sam, 'not-there')).toBe(false);
		expect(await whoIs(house, token)).not.toBeNull();
	});

	test('a session that was ended stays ended, and its stream closes', async () => {
		const personId = await one('young');
		const [token, other] = [await start(personId), await start(personId)];
		const open = streaming(personId, token);
		expect(await endSession(house, personId, idOf(token))).toBe(true);
		expect(open()).toBe(false);
		expect(await whoIs(house, token)).toBeNull();
		expect(await endSession(house, personId, idOf(token))).toBe(false);
		expect(await whoIs(house, other)).not.toBeNull();
	});

	test('all but this one can be ended at once', async () => {
		const [ash, sam] = [await one('young'), await aPerson(house, programmeId, 'Sam', 'mentor')];
		const [here, there, sams] = [await start(ash), await start(ash), await start(sam)];
		await endAllSessions(house, ash, idOf(here));
		expect(await whoIs(house, here)).not.toBeNull();
		expect(await whoIs(house, there)).toBeNull();
		await endAllSessions(house, ash);
		expect(await whoIs(house, here)).toBeNull();
		expect(await whoIs(house, sams)).not.toBeNull();
	});
});

describe('a change counts at the next request', () => {
	test('a role that was taken away is gone, and what was open under it closes', async () => {
		const personId = await one('young', 'mentor');
		const token = await start(personId);
		const open = streaming(personId, token);
		await takeRoleAway(house, personId, { programmeId, personId, role: 'mentor' });
		expect((await whoIs(house, token))?.memberships).toEqual([{ programmeId, role: 'young' }]);
		expect(open()).toBe(false);
	});

	test('someone shut out has no session anywhere, and a new one does not open', async () => {
		const personId = await one('mentor');
		const tokens = [await start(personId), await start(personId)];
		const open = streaming(personId, tokens[0] as string);
		await disablePerson(house, personId, personId);
		for (const token of [...tokens, await start(personId)]) expect(await whoIs(house, token)).toBeNull();
		expect(open()).toBe(false);
		const [row] = await house.store.read.select().from(people).where(eq(people.id, personId));
		expect(row?.disabledAt).toBe(now);
	});
});

describe('the cookie', () => {
	test('over https is __Host-, Secure, HttpOnly, Lax and for every path', () => {
		const written = cookieFor(house, 'https://corner.test', 'a.b').serialize();
		expect(written).toMatch(/^__Host-session=a\.b;/);
		for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(written).toContain(flag);
		expect(written).not.toContain('Domain');
	});

	test('over http, on one’s own machine, has the same flags but Secure', () => {
		const written = cookieFor(house, { url: new URL('http://localhost:3000/young') }, 'a.b').serialize();
		expect(written).toMatch(/^session=a\.b;/);
		for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(written).toContain(flag);
		expect(written).not.toContain('Secure');
	});

	test('is read under the name it was given', () => {
		const cookies = { get: (name: string) => `from ${name}` } as never;
		expect(readCookie({ cookies, url: new URL('https://corner.test/') })).toBe('from __Host-session');
		expect(readCookie({ cookies, url: new URL('http://localhost/') })).toBe('from session');
	});

	test('that is taken back is gone at once', () => {
		expect(blankCookie(house, 'https://corner.test').serialize()).toMatch(/^__Host-session=;.*Max-Age=0/);
	});
});
