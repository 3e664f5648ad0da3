import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STAFF, type Role } from '../../../src/lib/domain/people/roles';
import { audit, invitations, passkeys, phrases } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { freeCodeName } from '../../../src/lib/server/people/code-names';
import {
	findInvitation,
	FIRST_SLIP,
	invite,
	NEXT_SLIP,
	revokeInvitation
} from '../../../src/lib/server/people/invitations';
import { join } from '../../../src/lib/server/people/joining';
import { offer, readOffer } from '../../../src/lib/server/people/offers';
import { disablePerson, takeRoleAway } from '../../../src/lib/server/people/people';
import { newPhrase } from '../../../src/lib/server/people/phrases';
import { signInWithPhrase } from '../../../src/lib/server/people/sign-in';
import { inGroups, newSlip, readSlip } from '../../../src/lib/server/people/slips';
import { startSession, whoIs } from '../../../src/lib/server/sessions';
import { openTestHouse } from '../house';
import { aPerson, aProgramme, joinWithPhrase, TUESDAY_AT_SIX } from './programme';

let now = TUESDAY_AT_SIX;
let opened: House;
let house: House;
let programmeId: string;
let ash: string;
let nadia: string;

beforeAll(async () => {
	opened = await openTestHouse({ now: () => now });
});
afterAll(() => opened.store.close());

beforeEach(async () => {
	now = TUESDAY_AT_SIX;
	house = { ...opened, environment: { ...opened.environment } };
	programmeId = await aProgramme(house);
	ash = await aPerson(house, programmeId, 'Ash', 'young');
	nadia = await aPerson(house, programmeId, 'Nadia', 'coordinator');
});

const slipFor = (personId: string) => invite(house, { programmeId, personId, byId: nadia });
const from = { address: '192.0.2.1', mark: undefined };
const passkeysOf = (personId: string) =>
	house.store.read.select().from(passkeys).where(eq(passkeys.personId, personId));
const passkey = (id: string) => ({ id, publicKey: Buffer.from('key'), counter: 0, transports: [] });

describe('a slip', () => {
	test('carries 130 random bits in letters that nobody mistakes', () => {
		const slips = Array.from({ length: 50 }, newSlip);
		expect(new Set(slips).size).toBe(50);
		for (const slip of slips) expect(slip).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{26}$/);
	});

	test('is read as people type it', () => {
		const slip = '0123456789abcdefghjkmnpqrs';
		expect(readSlip(inGroups(slip).toUpperCase())).toBe(slip);
		expect(readSlip('oi23456789-ABCDEFGHJKMNPQRS')).toBe(slip);
		expect(readSlip(slip.slice(1))).toBeUndefined();
		expect(readSlip(`${slip}0`)).toBeUndefined();
		expect(readSlip('')).toBeUndefined();
		expect(readSlip(`${slip.slice(1)}\0`)).toBeUndefined();
	});

	test('says which programme and who invited', async () => {
		const { secret } = await slipFor(ash);
		expect(await findInvitation(house, secret)).toMatchObject({
			programmeName: 'Riverside mentoring',
			invitedBy: 'Nadia',
			roles: ['young']
		});
	});

	test('leaves no secret in the database', async () => {
		const { secret } = await slipFor(ash);
		const kept = JSON.stringify([
			await house.store.read.select().from(invitations),
			await house.store.read.select().from(audit)
		]);
		expect(kept).not.toContain(secret);
	});

	test('lives seven days for someone’s first', async () => {
		const { secret, expiresAt } = await slipFor(ash);
		expect(expiresAt).toBe(now + FIRST_SLIP);
		now += FIRST_SLIP - 1;
		expect(await findInvitation(house, secret)).toBeDefined();
		now += 1;
		expect(await findInvitation(house, secret)).toBeUndefined();
		expect(await join(house, secret, { phrase: newPhrase() }, 'quiet otter')).toEqual({ is: 'gone' });
	});

	test('lives a day for someone who has joined before', async () => {
		await joinWithPhrase(house, { programmeId, personId: ash, byId: nadia });
		const { secret, expiresAt } = await slipFor(ash);
		expect(expiresAt).toBe(now + NEXT_SLIP);
		now += NEXT_SLIP;
		expect(await findInvitation(house, secret)).toBeUndefined();
	});

	test('is replaced by the next one', async () => {
		const [first, second] = [await slipFor(ash), await slipFor(ash)];
		expect(await findInvitation(house, first.secret)).toBeUndefined();
		expect(await findInvitation(house, second.secret)).toBeDefined();
	});

	test('of one person stays when another gets theirs', async () => {
		const { secret } = await slipFor(ash);
		await slipFor(nadia);
		expect(await findInvitation(house, secret)).toBeDefined();
	});

	test('that was taken back does not work', async () => {
		const { secret, id } = await slipFor(ash);
		expect(await revokeInvitation(house, { programmeId, invitationId: id, byId: nadia })).toBe(true);
		expect(await findInvitation(house, secret)).toBeUndefined();
		expect(await revokeInvitation(house, { programmeId, invitationId: id, byId: nadia })).toBe(false);
	});

	test('is not taken back from another programme', async () => {
		const { secret, id } = await slipFor(ash);
		const other = await aProgramme(house, 'Harbour');
		expect(await revokeInvitation(house, { programmeId: other, invitationId: id, byId: nadia })).toBe(false);
		expect(await findInvitation(house, secret)).toBeDefined();
	});

	test('is not made for someone who is not a member there', async () => {
		const other = await aProgramme(house, 'Harbour');
		const asked = invite(house, { programmeId: other, personId: ash, byId: nadia });
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});

	test.each([
		['nothing', ''],
		['letters that were never on a slip', 'a'.repeat(26)],
		['a NUL byte', 'a\0b'],
		['a quote', "' or 1=1 --"],
		['ten thousand letters', 'a'.repeat(10_000)]
	])('is not %s', async (_, typed) => {
		await slipFor(ash);
		expect(await findInvitation(house, typed)).toBeUndefined();
	});

	test('does not work for someone shut out since', async () => {
		const { secret } = await slipFor(ash);
		await disablePerson(house, nadia, ash);
		expect(await findInvitation(house, secret)).toBeUndefined();
	});

	test('does not work for someone who left the programme since', async () => {
		const { secret } = await slipFor(ash);
		await takeRoleAway(house, nadia, { programmeId, personId: ash, role: 'young' });
		expect(await findInvitation(house, secret)).toBeUndefined();
	});
});

describe('joining', () => {
	test('works once, however many try at the same moment', async () => {
		const { secret } = await slipFor(ash);
		const tries = Array.from({ length: 50 }, (_, which) =>
			join(house, secret, { passkey: passkey(`credential-${which}`) }, `name ${which}`)
		);
		const outcomes = (await Promise.all(tries)).map(({ is }) => is);
		expect(outcomes.filter((is) => is === 'joined')).toHaveLength(1);
		expect(outcomes.filter((is) => is === 'gone')).toHaveLength(49);
		expect(await passkeysOf(ash)).toHaveLength(1);
		expect(await findInvitation(house, secret)).toBeUndefined();
	});

	test('keeps the phrase as argon2id at 19 MiB and two passes, and nowhere else', async () => {
		const { phrase, codeName } = await joinWithPhrase(house, { programmeId, personId: ash });
		const kept = await house.store.read.select().from(phrases).where(eq(phrases.personId, ash));
		expect(kept[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(JSON.stringify([kept, await house.store.read.select().from(audit)])).not.toContain(phrase);
		expect(await signInWithPhrase(house, { codeName, phrase }, from)).toEqual({ is: 'in', personId: ash });
	});

	test('again ends the old words, the old passkeys and every other device', async () => {
		const old = await joinWithPhrase(house, { programmeId, personId: ash });
		const token = await startSession(house, ash, '');
		let closed = false;
		const stream = { personId: ash, sessionId: token.split('.')[0] as string, send: () => {} };
		house.live.add({ ...stream, close: () => (closed = true) });
		const { secret } = await slipFor(ash);
		expect(await whoIs(house, token)).not.toBeNull();
		const joined = await join(house, secret, { passkey: passkey(`new phone of ${ash}`) }, 'other name');
		expect(joined).toEqual({ is: 'joined', personId: ash, codeName: old.codeName });
		expect(await whoIs(house, token)).toBeNull();
		expect(closed).toBe(true);
		expect(await signInWithPhrase(house, old, from)).toEqual({ is: 'wrong' });

		const again = await joinWithPhrase(house, { programmeId, personId: ash });
		expect(again.codeName).toBe(old.codeName);
		expect(await passkeysOf(ash)).toEqual([]);
	});

	test('leaves other people’s devices alone', async () => {
		const token = await startSession(house, nadia, '');
		await joinWithPhrase(house, { programmeId, personId: ash });
		expect(await whoIs(house, token)).not.toBeNull();
	});

	test('with a code name that is taken keeps the slip open', async () => {
		const { codeName } = await joinWithPhrase(house, { programmeId, personId: ash });
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const { secret } = await slipFor(kit);
		expect(await join(house, secret, { phrase: newPhrase() }, codeName)).toEqual({ is: 'taken' });
		expect(await findInvitation(house, secret)).toBeDefined();
		expect(await house.store.read.select().from(phrases).where(eq(phrases.personId, kit))).toEqual([]);
	});

	test('two people at once never get the same code name', async () => {
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const slips = [await slipFor(ash), await slipFor(kit)];
		const outcomes = await Promise.all(
			slips.map(({ secret }) => join(house, secret, { phrase: newPhrase() }, 'quiet otter'))
		);
		expect(outcomes.map(({ is }) => is).sort()).toEqual(['joined', 'taken']);
	});

	test.each(['young', 'group'] as const)('with three words is for a %s', async (role) => {
		const personId = await aPerson(house, programmeId, 'Zed', role);
		await expect(joinWithPhrase(house, { programmeId, personId })).resolves.toBeDefined();
	});

	test.each(STAFF)('with three words is not for a %s', async (role) => {
		const personId = await aPerson(house, programmeId, 'Sam', 'young', role as Role);
		const { secret } = await slipFor(personId);
		const codeName = await freeCodeName(house.store.read);
		expect(await join(house, secret, { phrase: newPhrase() }, codeName)).toEqual({ is: 'gone' });
		const joined = await join(house, secret, { passkey: passkey(`key of ${personId}`) }, codeName);
		expect(joined.is).toBe('joined');
	});

	test('with three words is for staff in the demo, while they have no passkey', async () => {
		house.environment.demo = true;
		await expect(joinWithPhrase(house, { programmeId, personId: nadia })).resolves.toBeDefined();
		const { secret } = await slipFor(nadia);
		await join(house, secret, { passkey: passkey(`key of ${nadia}`) }, 'any name');
		const next = await slipFor(nadia);
		expect(await join(house, next.secret, { phrase: newPhrase() }, 'any name')).toEqual({ is: 'gone' });
	});
});

describe('words on offer', () => {
	test('come back as they went out, for that slip and that purpose only', () => {
		const words = newPhrase();
		const offered = offer(house.secrets, 'phrase', 'one', words);
		expect(readOffer(house.secrets, 'phrase', 'one', offered)).toBe(words);
		expect(readOffer(house.secrets, 'phrase', 'another', offered)).toBeUndefined();
		expect(readOffer(house.secrets, 'code-name', 'one', offered)).toBeUndefined();
	});

	test.each([
		['words of one’s own', (offered: string) => offered.replace(/^[^.]+/, 'my own words')],
		['no seal', (offered: string) => offered.split('.')[0]],
		['a seal cut short', (offered: string) => offered.slice(0, -1)],
		['nothing', () => null],
		['a file', () => new File([], 'a')],
		['no end of letters', (offered: string) => 'a'.repeat(10_000) + offered]
	])('do not come back with %s', (_, tampered) => {
		const offered = offer(house.secrets, 'phrase', 'one', newPhrase());
		expect(readOffer(house.secrets, 'phrase', 'one', tampered(offered))).toBeUndefined();
	});
});
