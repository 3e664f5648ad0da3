import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt } from '../../../src/lib/domain/clock/zones';
import { KEPT_DAYS } from '../../../src/lib/domain/telling/notice';
import { notices, tellChoices } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { forgetNotices } from '../../../src/lib/server/telling/forget';
import { tell } from '../../../src/lib/server/telling/tell';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';
import { post } from '../pairings/standing-in';
import { toldTo } from './told';

const PAIRING = 'pairing-of-keeping';
const NOON = instantAt('2026-11-24', '12:00', 'Europe/London');

let house: House;
const clock = { now: NOON };
beforeEach(async () => {
	clock.now = NOON;
	house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: PAIRING, at: NOON - DAY });
});
afterEach(() => house.store.close());

const telling = (personId: string, key: string) =>
	change(house, null, (making) =>
		tell(making, { personId, kind: 'ending', pairingId: PAIRING, subjectId: PAIRING, key })
	);
const idsOf = async (personId: string) => (await toldTo(house, personId)).map(({ id }) => id);
const kept = async (personId: string) =>
	(await house.store.read.select().from(tellChoices).where(eq(tellChoices.id, personId)))[0]?.choices;

describe('what was looked at', () => {
	test('is seen on every phone at its next sync, and stays seen from then', async () => {
		await telling(ASH, 'one');
		await telling(ASH, 'two');
		const { spaces } = await sync(house, ASH, {});
		const [first] = await idsOf(ASH);
		clock.now += 1000;
		expect(await post(house, ASH, 'notices-seen', { ids: [first] })).toBe('sent');
		const { rows } = await sync(house, ASH, spaces);
		expect(rows.notices?.map(({ id, seenAt }) => [id, seenAt])).toEqual([[first, clock.now]]);
		const at = clock.now;
		clock.now += 1000;
		await post(house, ASH, 'notices-seen', { ids: await idsOf(ASH) });
		const seen = (await toldTo(house, ASH)).map(({ id, seenAt }) => [id === first, seenAt]);
		expect(seen).toEqual(
			expect.arrayContaining([
				[true, at],
				[false, clock.now]
			])
		);
	});

	test('is theirs alone to say, and what is not there is passed over', async () => {
		await telling(ASH, 'one');
		expect(await post(house, SAM, 'notices-seen', { ids: [...(await idsOf(ASH)), 'not-there'] })).toBe(
			'sent'
		);
		expect((await toldTo(house, ASH)).map(({ seenAt }) => seenAt)).toEqual([null]);
	});
});

describe('how somebody wants to be told', () => {
	test('is kept for each kind, in their own space', async () => {
		expect(await post(house, ASH, 'tell-choice', { kind: 'message', telling: 'app' })).toBe('sent');
		await post(house, ASH, 'tell-choice', { kind: 'ending', telling: 'never' });
		await post(house, ASH, 'tell-choice', { kind: 'message', telling: 'push' });
		expect(await kept(ASH)).toEqual({ message: 'push', ending: 'never' });
		expect((await sync(house, ASH, {})).rows.tellChoices).toEqual([
			{ id: ASH, spaceId: `person:${ASH}`, choices: { message: 'push', ending: 'never' } }
		]);
		expect((await sync(house, SAM, {})).rows.tellChoices ?? []).toEqual([]);
		await telling(ASH, 'one');
		expect(await toldTo(house, ASH)).toEqual([]);
	});

	test('is refused for what they are never told of', async () => {
		expect(await post(house, ASH, 'tell-choice', { kind: 'waiting', telling: 'push' })).toBe(
			'refused: not_yours_to_do'
		);
		expect(await post(house, ASH, 'tell-choice', { kind: 'gossip', telling: 'push' })).toBe(
			'refused: unreadable'
		);
		expect(await kept(ASH)).toBeUndefined();
	});
});

test('what somebody was told of is forgotten after ninety days, and not at them', async () => {
	await telling(ASH, 'one');
	const { spaces } = await sync(house, ASH, {});
	clock.now += KEPT_DAYS * DAY;
	await forgetNotices(house);
	expect(await house.store.read.select().from(notices)).toHaveLength(1);
	clock.now += 1;
	await forgetNotices(house);
	expect(await house.store.read.select().from(notices)).toEqual([]);
	// A phone that has it keeps what it shows no more; one that begins afresh has nothing.
	expect((await sync(house, ASH, spaces)).rows).toEqual({});
	expect((await sync(house, ASH, {})).rows.notices ?? []).toEqual([]);
});
