import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { challenges, passkeys } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { CHALLENGE_LIFE } from '../../../src/lib/server/people/challenges';
import { invite } from '../../../src/lib/server/people/invitations';
import { join } from '../../../src/lib/server/people/joining';
import {
	askForPasskey,
	askToSignIn,
	readNewPasskey,
	readSignIn
} from '../../../src/lib/server/people/passkeys';
import { disablePerson } from '../../../src/lib/server/people/people';
import { openTestHouse } from '../house';
import { Authenticator } from './authenticator';
import { aPerson, aProgramme, joinWithPhrase, TUESDAY_AT_SIX } from './programme';

const HERE = new URL('https://corner.test/invitation/x');
const ELSEWHERE = 'https://corner.example';

let now = TUESDAY_AT_SIX;
let house: House;
let programmeId: string;
let ash: string;
let phone: Authenticator;

beforeAll(async () => {
	house = await openTestHouse({ now: () => now });
});
afterAll(() => house.store.close());

beforeEach(async () => {
	now = TUESDAY_AT_SIX;
	programmeId = await aProgramme(house);
	ash = await aPerson(house, programmeId, 'Ash', 'young');
	phone = new Authenticator(HERE.origin);
});

const wanted = (personId: string) => ({ personId, isThere: true, appName: 'Corner', knownAs: 'quiet otter' });

/** Joins Ash by passkey, as a phone would. */
async function joined(personId = ash, on = phone) {
	const { secret } = await invite(house, { programmeId, personId, byId: personId });
	const { challengeId, options } = await askForPasskey(house, HERE, wanted(personId));
	const passkey = await readNewPasskey(house, HERE, { challengeId, personId, response: on.make(options) });
	if (!passkey) throw new Error('The passkey was not read.');
	return join(house, secret, { passkey }, `name of ${personId}`);
}

async function signIn(twist: Parameters<Authenticator['sign']>[1] = {}, on = phone) {
	const { challengeId, options } = await askToSignIn(house, HERE);
	return readSignIn(house, HERE, { challengeId, response: on.sign(options, twist) });
}

describe('making a passkey', () => {
	test('asks for one that the phone finds by itself and unlocks each time, under neutral names', async () => {
		const { options } = await askForPasskey(house, HERE, wanted(ash));
		expect(options.authenticatorSelection).toMatchObject({
			residentKey: 'required',
			userVerification: 'required'
		});
		expect(options.rp).toEqual({ name: 'Corner', id: 'corner.test' });
		expect(options.user.name).toBe('quiet otter');
		expect(options.attestation).toBe('none');
	});

	test('and joining with it signs the same person in afterwards', async () => {
		expect((await joined()).is).toBe('joined');
		expect(await signIn()).toBe(ash);
		expect(await signIn()).toBe(ash);
		const [kept] = await house.store.read.select().from(passkeys).where(eq(passkeys.personId, ash));
		expect(kept).toMatchObject({ personId: ash, counter: 2, transports: ['internal'], lastUsedAt: now });
	});

	test.each([
		['that another site asked for', { origin: ELSEWHERE }],
		['for another site', { rpID: 'corner.example' }],
		['without the phone having been unlocked', { verified: false }],
		['in answer to another question', { challenge: 'another' }]
	])('%s is refused', async (_, twist) => {
		const { challengeId, options } = await askForPasskey(house, HERE, wanted(ash));
		const response = phone.make(options, twist);
		expect(await readNewPasskey(house, HERE, { challengeId, personId: ash, response })).toBeUndefined();
	});

	test('takes one answer only', async () => {
		const { challengeId, options } = await askForPasskey(house, HERE, wanted(ash));
		const answer = { challengeId, personId: ash, response: phone.make(options) };
		const read = await Promise.all(Array.from({ length: 20 }, () => readNewPasskey(house, HERE, answer)));
		expect(read.filter(Boolean)).toHaveLength(1);
	});

	test('waits ten minutes for its answer and no longer', async () => {
		const ask = async (later: number) => {
			const { challengeId, options } = await askForPasskey(house, HERE, wanted(ash));
			now += later;
			return readNewPasskey(house, HERE, { challengeId, personId: ash, response: phone.make(options) });
		};
		expect(await ask(CHALLENGE_LIFE - 1)).toBeDefined();
		expect(await ask(CHALLENGE_LIFE)).toBeUndefined();
	});

	test('for one person is not the answer for another', async () => {
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const { challengeId, options } = await askForPasskey(house, HERE, wanted(kit));
		const response = phone.make(options);
		expect(await readNewPasskey(house, HERE, { challengeId, personId: ash, response })).toBeUndefined();
	});

	test.each([[null], [{}], [{ id: 'x' }], [{ id: 'x', response: { clientDataJSON: '\0' } }], ['text']])(
		'of nonsense (%#) is refused',
		async (response) => {
			const { challengeId } = await askForPasskey(house, HERE, wanted(ash));
			expect(await readNewPasskey(house, HERE, { challengeId, personId: ash, response })).toBeUndefined();
		}
	);

	test('leaves no old questions behind', async () => {
		const old = await askToSignIn(house, HERE);
		now += CHALLENGE_LIFE;
		const fresh = await askToSignIn(house, HERE);
		const left = (await house.store.read.select().from(challenges)).map(({ id }) => id);
		expect(left).toContain(fresh.challengeId);
		expect(left).not.toContain(old.challengeId);
	});
});

describe('signing in by passkey', () => {
	beforeEach(async () => void (await joined()));

	test.each([
		['asked for by another site', { origin: ELSEWHERE }],
		['for another site', { rpID: 'corner.example' }],
		['without the phone having been unlocked', { verified: false }],
		['in answer to another question', { challenge: 'another' }]
	])('is refused %s', async (_, twist) => {
		expect(await signIn(twist)).toBeUndefined();
	});

	test('is refused for a passkey that nobody made here', async () => {
		expect(await signIn({}, new Authenticator(HERE.origin))).toBeUndefined();
	});

	test('is refused when a copy has fallen behind', async () => {
		expect(await signIn({ counter: 5 })).toBe(ash);
		expect(await signIn({ counter: 5 })).toBeUndefined();
		expect(await signIn({ counter: 6 })).toBe(ash);
	});

	test('is refused when the answer is played back', async () => {
		const { challengeId, options } = await askToSignIn(house, HERE);
		const answer = { challengeId, response: phone.sign(options) };
		expect(await readSignIn(house, HERE, answer)).toBe(ash);
		expect(await readSignIn(house, HERE, answer)).toBeUndefined();
	});

	test('is refused ten minutes after the question', async () => {
		const { challengeId, options } = await askToSignIn(house, HERE);
		now += CHALLENGE_LIFE;
		expect(await readSignIn(house, HERE, { challengeId, response: phone.sign(options) })).toBeUndefined();
	});

	test('is refused where the question was one for joining', async () => {
		const { challengeId, options } = await askForPasskey(house, HERE, wanted(ash));
		expect(await readSignIn(house, HERE, { challengeId, response: phone.sign(options) })).toBeUndefined();
	});

	test('is refused for someone shut out', async () => {
		await disablePerson(house, ash, ash);
		expect(await signIn()).toBeUndefined();
	});

	test('is refused after a new slip was used', async () => {
		await joinWithPhrase(house, { programmeId, personId: ash });
		expect(await signIn()).toBeUndefined();
	});

	test('opens each of two people’s own account on one phone', async () => {
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const kits = new Authenticator(HERE.origin);
		await joined(kit, kits);
		expect(await signIn({}, kits)).toBe(kit);
		expect(await signIn()).toBe(ash);
	});
});
