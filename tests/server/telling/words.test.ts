import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, instantAt } from '../../../src/lib/domain/clock/zones';
import { hearBy } from '../../../src/lib/domain/pairings/reading-hours';
import { agreementsOf } from '../../../src/lib/server/pairings/facts';
import type { House } from '../../../src/lib/server/house';
import { releaseOne } from '../../../src/lib/server/messages/release';
import { openTestHouse } from '../house';
import { ASH, SAM } from '../pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from '../pairings/standing-in';
import { toldTo, unseenBy } from './told';

const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const TUESDAY_AT_FIVE = london('2026-11-24', '17:00');
// Sam is away from Monday to Wednesday, and Dee stands in.
const DAYS = { from: '2026-11-30', until: '2026-12-02' };
const COVERED = london('2026-12-01', '17:00');

let house: House;
const clock = { now: 0 };
beforeEach(async () => {
	clock.now = TUESDAY_AT_FIVE;
	house = await openTestHouse({ now: () => clock.now });
	await coverAgreed(house, TUESDAY_AT_FIVE - DAY);
});
afterEach(() => house.store.close());

const message = (who: string, body = 'hello', id?: string) =>
	post(house, who, 'message', { pairingId: PAIRING, body, tap: null, checkInId: null }, id);
const checkIn = (hope: string, id?: string) =>
	post(house, ASH, 'check-in', { pairingId: PAIRING, feeling: 'rough', line: '', hope }, id);
const parting = (wants: string) =>
	post(house, ASH, 'parting', { pairingId: PAIRING, wants, tells: '', why: 'it is not for me' });

describe('what a young person writes', () => {
	test('is told to the mentor with the time that was promised, and not to themselves', async () => {
		await message(ASH, 'hello', 'message-of-ash');
		const [agreement] = await agreementsOf(house.store.read, PAIRING);
		const promised = agreement && hearBy(agreement, clock.now, []);
		expect(await toldTo(house, SAM)).toMatchObject([
			{ kind: 'waiting', pairingId: PAIRING, subjectId: 'message-of-ash', until: promised }
		]);
		expect(await toldTo(house, ASH)).toEqual([]);
	});

	test('is promised from the oldest thing that waits', async () => {
		await message(ASH);
		clock.now += 30 * 60_000;
		await message(ASH);
		const [first, second] = await toldTo(house, SAM);
		expect(second?.until).toBe(first?.until);
	});

	test('as a check-in is told where it wants an answer, and not where it is just telling', async () => {
		await checkIn('just_telling');
		expect(await toldTo(house, SAM)).toEqual([]);
		await checkIn('reply', 'check-in-2');
		expect(await toldTo(house, SAM)).toMatchObject([{ kind: 'waiting', subjectId: 'check-in-2' }]);
	});

	test('is told to whoever stands in, and not to the mentor who is away', async () => {
		await post(house, SAM, 'away', DAYS, AWAY);
		clock.now = COVERED;
		await message(ASH);
		expect((await unseenBy(house, DEE)).filter((kind) => kind === 'waiting')).toHaveLength(1);
		expect(await unseenBy(house, SAM)).toEqual([]);
	});

	test('is told to the mentor who is away where nobody stands in', async () => {
		await post(house, SAM, 'away', DAYS, AWAY);
		await post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' });
		clock.now = COVERED;
		await message(ASH);
		expect(await unseenBy(house, SAM)).toEqual(['waiting']);
		expect(await unseenBy(house, DEE)).not.toContain('waiting');
	});

	test('during a pause promises nothing, and is told again with a promise when they go on', async () => {
		await parting('pause');
		await message(ASH);
		expect((await toldTo(house, SAM)).map(({ kind, until }) => [kind, until])).toEqual([['waiting', null]]);
		clock.now += HOUR;
		await parting('go_on');
		const [, again] = await toldTo(house, SAM);
		expect(again).toMatchObject({ kind: 'waiting', subjectId: null });
		expect(again?.until).toBeGreaterThan(clock.now);
	});
});

describe('an answer', () => {
	test('is told to the young person, and settles what waited', async () => {
		await message(ASH);
		clock.now += HOUR;
		await message(SAM, 'hi', 'message-of-sam');
		expect(await toldTo(house, ASH)).toMatchObject([
			{ kind: 'message', subjectId: 'message-of-sam', seenAt: null }
		]);
		expect(await toldTo(house, SAM)).toMatchObject([{ kind: 'waiting', seenAt: clock.now }]);
	});

	test('by whoever stands in settles it for the mentor too', async () => {
		clock.now = london('2026-11-29', '18:00');
		await message(ASH);
		await post(house, SAM, 'away', DAYS, AWAY);
		clock.now = COVERED;
		await message(DEE);
		expect(await unseenBy(house, SAM)).toEqual([]);
		expect(await unseenBy(house, ASH)).toEqual(['cover', 'message']);
	});

	test('that waits for the hours is told when it goes, and not before', async () => {
		clock.now = london('2026-11-24', '21:30');
		await message(ASH);
		expect(await message(SAM, 'tomorrow', 'message-held')).toBe('held: outside_hours');
		expect(await toldTo(house, ASH)).toEqual([]);
		expect(await unseenBy(house, SAM)).toEqual(['waiting']);
		clock.now = london('2026-11-25', '16:00');
		await releaseOne(house, 'message-held');
		expect(await toldTo(house, ASH)).toMatchObject([
			{ kind: 'message', subjectId: 'message-held', at: clock.now }
		]);
		expect(await unseenBy(house, SAM)).toEqual([]);
	});

	test('that is kept back is told to nobody', async () => {
		clock.now = london('2026-11-24', '21:30');
		await message(SAM, 'tomorrow', 'message-held');
		await parting('pause');
		clock.now = london('2026-11-25', '16:00');
		await releaseOne(house, 'message-held');
		expect(await toldTo(house, ASH)).toEqual([]);
	});
});

describe('who stands in', () => {
	const cover = async (personId: string) =>
		(await toldTo(house, personId))
			.filter(({ kind }) => kind === 'cover')
			.map(({ until, seenAt }) => [until, seenAt === null]);
	const BEGINS = london('2026-11-30', '00:00');

	test('is told to the young person and to them, with the day', async () => {
		await post(house, SAM, 'away', DAYS, AWAY);
		expect(await cover(ASH)).toEqual([[BEGINS, true]]);
		expect(await cover(DEE)).toEqual([[BEGINS, true]]);
		expect(await cover(SAM)).toEqual([]);
	});

	test('is told that they do not, and not whose doing that was', async () => {
		await post(house, SAM, 'away', DAYS, AWAY);
		clock.now += HOUR;
		await post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' });
		const thanked = await cover(DEE);
		expect(thanked).toEqual([
			[BEGINS, false],
			[null, true]
		]);
		expect(await cover(ASH)).toEqual([[BEGINS, false]]);
		clock.now += HOUR;
		await post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says: 'fine' });
		expect((await cover(DEE)).at(-1)).toEqual([BEGINS, true]);
		clock.now += HOUR;
		await post(house, SAM, 'away-over', { awayId: AWAY });
		expect((await cover(DEE)).at(-1)).toEqual(thanked.at(-1));
	});

	test('and cannot any more is told to the young person, and not to whoever marked their own days', async () => {
		await post(house, SAM, 'away', DAYS, AWAY);
		clock.now += HOUR;
		await post(house, DEE, 'away', DAYS, 'away-of-dee');
		expect(await cover(DEE)).toEqual([[BEGINS, true]]);
	});
});

describe('a pause and an end', () => {
	test('are told to nobody: the pairing shows that there is one, and never why', async () => {
		await parting('pause');
		await parting('go_on');
		expect(await toldTo(house, SAM)).toEqual([]);
		await parting('end');
		expect(await toldTo(house, SAM)).toEqual([]);
		expect(await toldTo(house, ASH)).toEqual([]);
	});

	test('take back what nobody can answer any more', async () => {
		await message(ASH);
		await parting('end');
		expect(await unseenBy(house, SAM)).toEqual([]);
	});
});
