import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../src/lib/domain/clock/zones';
import { tries } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { remember } from '../../../src/lib/server/people/known-devices';
import { addMembership, disablePerson } from '../../../src/lib/server/people/people';
import { newPhrase } from '../../../src/lib/server/people/phrases';
import { signInWithPhrase } from '../../../src/lib/server/people/sign-in';
import { callerOf, forgetTries, takeTurn, TRIES } from '../../../src/lib/server/people/throttle';
import { change } from '../../../src/lib/server/spaces';
import { openTestHouse } from '../house';
import { aPerson, aProgramme, joinWithPhrase, TUESDAY_AT_SIX } from './programme';

let opened: House;
let house: House;
let programmeId: string;
let ash: string;
let codeName: string;
let phrase: string;

beforeAll(async () => {
	opened = await openTestHouse({ now: () => TUESDAY_AT_SIX });
});
afterAll(() => opened.store.close());

beforeEach(async () => {
	house = replica();
	await opened.store.transaction((tx) => tx.delete(tries));
	programmeId = await aProgramme(house);
	ash = await aPerson(house, programmeId, 'Ash', 'young');
	({ codeName, phrase } = await joinWithPhrase(house, { programmeId, personId: ash }));
});

/** Another server over the same database. */
const replica = (now = TUESDAY_AT_SIX): House => ({
	...opened,
	environment: { ...opened.environment },
	now: () => now
});

let address = 0;
/** A caller whom nobody has counted yet. */
const someone = (mark?: string) => ({ address: `192.0.2.${++address % 250}`, mark });
const signIn = (typed: { codeName: string; phrase: string }, from = someone()) =>
	signInWithPhrase(house, typed, from);

describe('signing in with three words', () => {
	test('works with the code name and the phrase', async () => {
		expect(await signIn({ codeName, phrase })).toEqual({ is: 'in', personId: ash });
	});

	test('forgives what keyboards do', async () => {
		const typed = { codeName: ` ${codeName.toUpperCase()} `, phrase: phrase.replaceAll(' ', ' - ') };
		expect(await signIn(typed)).toEqual({ is: 'in', personId: ash });
	});

	test.each([
		['other words', () => ({ codeName, phrase: newPhrase() })],
		['the words in another order', () => ({ codeName, phrase: phrase.split(' ').reverse().join(' ') })],
		['a word less', () => ({ codeName, phrase: phrase.split(' ').slice(1).join(' ') })],
		['a code name that nobody has', () => ({ codeName: 'nobody here', phrase })],
		['nothing', () => ({ codeName: '', phrase: '' })],
		['NUL bytes and half an emoji', () => ({ codeName: `${codeName}\0a`, phrase: '\0\ud800' })],
		['ten thousand letters', () => ({ codeName: 'a'.repeat(10_000), phrase: 'b'.repeat(10_000) })]
	])('gives the same answer to %s', async (_, typed) => {
		expect(await signIn(typed())).toEqual({ is: 'wrong' });
	});

	test('gives the same answer for someone shut out, with the right words', async () => {
		await disablePerson(house, ash, ash);
		expect(await signIn({ codeName, phrase })).toEqual({ is: 'wrong' });
	});

	test('gives the same answer for staff who joined with words before they were staff', async () => {
		await change(house, null, (making) =>
			addMembership(making, { programmeId, personId: ash, role: 'mentor' })
		);
		expect(await signIn({ codeName, phrase })).toEqual({ is: 'wrong' });
		house.environment.demo = true;
		expect(await signIn({ codeName, phrase })).toEqual({ is: 'in', personId: ash });
	});

	test('does the same work for nobody as for somebody', async () => {
		let known = 0;
		let unknown = 0;
		const work = async (name: string) => {
			const began = process.cpuUsage();
			await signIn({ codeName: name, phrase: 'not these words' });
			const { user, system } = process.cpuUsage(began);
			return user + system;
		};
		// By turns, and in CPU time rather than on the clock, so that a busy machine makes no difference.
		for (let turn = 0; turn < TRIES.codeName; turn++) {
			known += await work(codeName);
			unknown += await work('nobody here');
		}
		expect(unknown / known).toBeGreaterThan(0.6);
		expect(unknown / known).toBeLessThan(1.6);
	});

	test('of another house’s key opens nothing: the database alone is not enough', async () => {
		const elsewhere = { ...house, secrets: { ...house.secrets, tokens: randomBytes(32) } };
		expect(await signInWithPhrase(elsewhere, { codeName, phrase }, someone())).toEqual({ is: 'wrong' });
	});

	test('two people with accounts are never mixed', async () => {
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const kits = await joinWithPhrase(house, { programmeId, personId: kit });
		expect(await signIn(kits)).toEqual({ is: 'in', personId: kit });
		expect(await signIn({ codeName, phrase: kits.phrase })).toEqual({ is: 'wrong' });
		expect(await signIn({ codeName: kits.codeName, phrase })).toEqual({ is: 'wrong' });
	});
});

describe('guessing', () => {
	const guess = (from = someone()) => signIn({ codeName, phrase: 'not these words' }, from);

	test('at one code name, from everywhere, is stopped after ten, and says until when', async () => {
		for (let turn = 0; turn < TRIES.codeName; turn++) expect(await guess()).toEqual({ is: 'wrong' });
		const stopped = await guess();
		expect(stopped).toMatchObject({ is: 'later' });
		if (stopped.is !== 'later') return;
		expect(stopped.from).toBeGreaterThan(TUESDAY_AT_SIX);
		expect(stopped.from).toBeLessThanOrEqual(TUESDAY_AT_SIX + 15 * MINUTE);
	});

	test('fifty at once are fifty', async () => {
		const outcomes = await Promise.all(Array.from({ length: 50 }, () => guess()));
		expect(outcomes.filter(({ is }) => is === 'wrong')).toHaveLength(TRIES.codeName);
	});

	test('looks the same where nobody has that code name', async () => {
		const nobody = () => signIn({ codeName: 'nobody here', phrase: 'not these words' });
		for (let turn = 0; turn < TRIES.codeName; turn++) expect(await nobody()).toEqual({ is: 'wrong' });
		expect((await nobody()).is).toBe('later');
	});

	test('even the right words wait while someone else is guessing from everywhere', async () => {
		for (let turn = 0; turn <= TRIES.codeName; turn++) await guess();
		expect((await signIn({ codeName, phrase })).is).toBe('later');
	});

	test('from elsewhere does not lock out a device on which they have signed in', async () => {
		const mark = remember(house.secrets, undefined, ash);
		for (let turn = 0; turn <= TRIES.codeName; turn++) await guess();
		expect(await signIn({ codeName, phrase }, someone(mark))).toEqual({
			is: 'in',
			personId: ash
		});
	});

	test('on a device on which they have signed in is counted too', async () => {
		const from = someone(remember(house.secrets, undefined, ash));
		for (let turn = 0; turn < TRIES.device; turn++) expect(await guess(from)).toEqual({ is: 'wrong' });
		expect((await guess(from)).is).toBe('later');
		expect((await guess()).is).toBe('wrong');
	});

	test('with someone else’s mark has no allowance of its own', async () => {
		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const mark = remember(house.secrets, undefined, kit);
		for (let turn = 0; turn <= TRIES.codeName; turn++) await guess();
		expect((await signIn({ codeName, phrase }, someone(mark))).is).toBe('later');
	});

	test('at many code names from one address is stopped', async () => {
		const from = { ...someone(), address: '203.0.113.9' };
		const take = (name: string) => takeTurn(house, { address: callerOf(from.address), codeName: name });
		for (let turn = 0; turn < TRIES.address; turn++) expect((await take(`name ${turn}`)).is).toBe('yours');
		expect((await signIn({ codeName, phrase }, from)).is).toBe('later');
		expect((await signIn({ codeName, phrase })).is).toBe('in');
	});

	test('is not what signing in is: right words use nothing up', async () => {
		const from = someone();
		for (let turn = 0; turn < TRIES.codeName + 5; turn++)
			expect((await signIn({ codeName, phrase }, from)).is).toBe('in');
	});

	test('may go on when the time is over', async () => {
		for (let turn = 0; turn < TRIES.codeName; turn++) await takeTurn(house, { codeName: 'a' });
		const over = TUESDAY_AT_SIX + 15 * MINUTE;
		const stopped = await takeTurn(replica(over - 1), { codeName: 'a' });
		expect(stopped).toEqual({ is: 'later', from: over });
		expect((await takeTurn(replica(over), { codeName: 'a' })).is).toBe('yours');
	});

	test('by turns on two servers has no more tries than on one', async () => {
		const servers = [house, replica()] as const;
		const outcomes = [];
		for (let turn = 0; turn < 2 * TRIES.codeName; turn++)
			outcomes.push((await takeTurn(servers[turn % 2] ?? house, { codeName: 'a' })).is);
		expect(outcomes.filter((is) => is === 'yours')).toHaveLength(TRIES.codeName);
	});

	test('leaves no name and no address behind, and nothing at all when its time is over', async () => {
		const kept = async () => (await house.store.read.select().from(tries)).map(({ id }) => id);
		await takeTurn(house, { address: '203.0.113.7', codeName: 'quiet otter '.repeat(1_000) });
		expect(await kept()).toEqual([
			expect.stringMatching(/^[\w-]{43}$/),
			expect.stringMatching(/^[\w-]{43}$/)
		]);
		const over = TUESDAY_AT_SIX + 15 * MINUTE;
		await forgetTries(replica(over - 1));
		expect(await kept()).toHaveLength(2);
		await forgetTries(replica(over));
		expect(await kept()).toEqual([]);
	});

	test('once stopped, adds no rows however many names are tried', async () => {
		for (let turn = 0; turn < TRIES.address + 40; turn++)
			await takeTurn(house, { address: '203.0.113.7', codeName: `name ${turn}` });
		expect(await house.store.read.select().from(tries)).toHaveLength(TRIES.address + 1);
	});
});
