import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { FirstProgramme } from '../../../src/lib/domain/programmes/first-programme';
import {
	invitations,
	memberships,
	people,
	plans,
	programmes,
	readers
} from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { findInvitation } from '../../../src/lib/server/people/invitations';
import { isSetUpOpen, setUp, setUpLink } from '../../../src/lib/server/people/set-up';
import { openTestHouse } from '../house';
import { aProgramme, TUESDAY_AT_SIX } from './programme';

let now = TUESDAY_AT_SIX;
let house: House;

beforeEach(async () => {
	now = TUESDAY_AT_SIX;
	house = await openTestHouse({ now: () => now });
});
afterEach(() => house.store.close());

const programme = {
	name: 'Harbour',
	appName: 'Corner',
	zone: 'Europe/Dublin',
	model: '',
	firstName: 'Nadia',
	safeguarding: false
};
const coordinator = (personId = 'nadia') => ({
	personId,
	passkey: { id: `key of ${personId}`, publicKey: Buffer.from('key'), counter: 0, transports: [] }
});

async function secret(): Promise<string> {
	const link = await setUpLink(house);
	expect(link).toMatch(/^\/set-up\/[0-9a-z]{26}$/);
	return link?.split('/').at(-1) as string;
}

describe('the set-up link', () => {
	test('is there while there is no programme', async () => {
		expect(await isSetUpOpen(house, await secret())).toBe(true);
	});

	test('is not there in the demo', async () => {
		house.environment.demo = true;
		expect(await setUpLink(house)).toBeNull();
	});

	test('is not there once there is a programme', async () => {
		await aProgramme(house);
		expect(await setUpLink(house)).toBeNull();
	});

	test('is a new one at each start, and the one before stops working', async () => {
		const [first, second] = [await secret(), await secret()];
		expect(first).not.toBe(second);
		expect([await isSetUpOpen(house, first), await isSetUpOpen(house, second)]).toEqual([false, true]);
	});

	test('is kept as a hash only', async () => {
		const link = await secret();
		expect(JSON.stringify(await house.store.read.select().from(invitations))).not.toContain(link);
	});

	test('lives for seven days', async () => {
		const link = await secret();
		now += 7 * DAY - 1;
		expect(await isSetUpOpen(house, link)).toBe(true);
		now += 1;
		expect(await isSetUpOpen(house, link)).toBe(false);
		expect(await setUp(house, link, programme, coordinator())).toBeUndefined();
	});

	test('is not a slip for joining', async () => {
		expect(await findInvitation(house, await secret())).toBeUndefined();
	});
});

describe('setting up', () => {
	const roles = async () =>
		(await house.store.read.select().from(memberships)).map(({ role }) => role).sort();

	test('makes the programme and its coordinator, who reads it', async () => {
		const codeName = await setUp(house, await secret(), programme, coordinator());
		expect(codeName).toMatch(/^[a-z]+ [a-z]+$/);
		const [made] = await house.store.read.select().from(programmes);
		expect(made).toMatchObject({ name: 'Harbour', appName: 'Corner', zone: 'Europe/Dublin' });
		expect(made?.helpLines.length).toBeGreaterThan(3);
		expect(await house.store.read.select().from(people)).toMatchObject([
			{ id: 'nadia', firstName: 'Nadia', codeName }
		]);
		expect(await roles()).toEqual(['coordinator']);
		const reads = (await house.store.read.select().from(readers)).map(({ spaceId }) => spaceId).sort();
		expect(reads).toEqual(['person:nadia', `programme:${made?.id}`]);
	});

	test('makes them safeguarding lead too, if they say so', async () => {
		await setUp(house, await secret(), { ...programme, safeguarding: true }, coordinator());
		expect(await roles()).toEqual(['coordinator', 'safeguarding']);
	});

	test('begins the programme with a model, if one was chosen', async () => {
		await setUp(house, await secret(), { ...programme, model: 'chance_uk' }, coordinator());
		const [kept] = await house.store.read.select().from(plans);
		const [made] = await house.store.read.select().from(programmes);
		expect(made?.planId).toBe(kept?.id);
		expect(kept).toMatchObject({ version: 1, plan: { model: 'chance_uk', ending: { graduation: true } } });
	});

	test('knows a model by its name, and none that is not there', () => {
		const read = (model: string) => v.safeParse(FirstProgramme, { ...programme, model }).success;
		expect(['chance_uk', '', 'chance'].map(read)).toEqual([true, true, false]);
	});

	test('happens once, however many try at the same moment', async () => {
		const link = await secret();
		const tries = Array.from({ length: 20 }, (_, which) =>
			setUp(house, link, programme, coordinator(`person-${which}`))
		);
		expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
		expect(await house.store.read.select().from(programmes)).toHaveLength(1);
		expect(await house.store.read.select().from(people)).toHaveLength(1);
	});

	test('leaves nothing half-made when the link does not work', async () => {
		expect(await setUp(house, 'a'.repeat(26), programme, coordinator())).toBeUndefined();
		expect(await house.store.read.select().from(programmes)).toEqual([]);
		expect(await house.store.read.select().from(people)).toEqual([]);
	});
});
