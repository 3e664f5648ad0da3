import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, instantAt } from '../../../src/lib/domain/clock/zones';
import type { PartingWants } from '../../../src/lib/domain/pairings/parting';
import { jobs, pairings, programmes, stageStarts } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import { planEnd } from '../../../src/lib/server/pairings/pair';
import { walk } from '../../../src/lib/server/plans/walk';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { planAll, planNow } from '../../../src/lib/server/telling/plan';
import { doWhatIsDue } from '../due';
import { ASH, RIVERSIDE } from '../pairing';
import { PAIRING, walking, type Walking } from './walking';

let they: Walking;
afterEach(() => they.house.store.close());

const state = async () => (await they.pairing()).state;
const wants = (want: PartingWants) =>
	accept(they.house, ASH, [
		{
			id: uuid(),
			kind: 'parting',
			body: { pairingId: PAIRING, wants: want, tells: '', why: '' },
			writtenAt: they.clock.now
		}
	]);
const endOn = (endsOn: string | null) =>
	change(they.house, null, async (making) => planEnd(making, await they.pairing(), endsOn));

describe('a planned year that begins on 12 January', () => {
	test('winds down from its ninth month on, and is over after its last day and not before', async () => {
		they = await walking('2026-01-12');
		expect((await they.pairing()).endsOn).toBe('2027-01-11');
		const seen: string[] = [];
		for (const [day, time] of [
			['2026-10-11', '23:59'],
			['2026-10-12', '00:00'],
			['2027-01-11', '23:59'],
			['2027-01-12', '00:00']
		] as const) {
			await they.until(day, time);
			seen.push(`${day} ${time} ${await state()}`);
		}
		expect(seen).toEqual([
			'2026-10-11 23:59 active',
			'2026-10-12 00:00 winding-down',
			'2027-01-11 23:59 winding-down',
			'2027-01-12 00:00 ended'
		]);
	});

	test('tells both of each stage that begins and of each time to look back, once', async () => {
		they = await walking('2026-01-12');
		await they.until('2027-01-20');
		expect(await they.told()).toEqual([
			'2026-04-12 Ash look_back getting_on',
			'2026-04-12 Ash stage goals',
			'2026-04-12 Sam look_back getting_on',
			'2026-04-12 Sam stage goals',
			'2026-10-12 Ash look_back how_far',
			'2026-10-12 Ash stage ending',
			'2026-10-12 Sam look_back how_far',
			'2026-10-12 Sam stage ending'
		]);
	});

	test('is told of on its day, however long the server was down, but of no stage that is over by then', async () => {
		they = await walking('2026-01-12');
		they.clock.now = instantAt('2026-04-20', '09:00', they.zone);
		await doWhatIsDue(they.house);
		expect(await they.told()).toContain('2026-04-20 Ash stage goals');
		they.clock.now = instantAt('2027-01-11', '09:00', they.zone);
		await doWhatIsDue(they.house);
		expect((await they.told()).filter((line) => line.includes('Ash stage'))).toEqual([
			'2026-04-20 Ash stage goals',
			'2027-01-11 Ash stage ending'
		]);
		expect(await state()).toBe('winding-down');
	});

	test('that lasted past everything while the server was down is over', async () => {
		they = await walking('2026-01-12');
		they.clock.now = instantAt('2027-03-01', '09:00', they.zone);
		await doWhatIsDue(they.house);
		expect(await state()).toBe('ended');
		expect(await they.told()).toEqual([]);
	});

	test('walked twice on one day is walked once', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-10-12');
		const { revision } = await they.pairing();
		const told = await they.told();
		await walk(they.house, { pairingId: PAIRING, day: '2026-10-12' });
		await change(they.house, null, (making) => planNow(making, PAIRING));
		await doWhatIsDue(they.house);
		expect((await they.pairing()).revision).toBe(revision);
		expect(await they.told()).toEqual(told);
	});
});

describe('a path that is changed on the way', () => {
	test('whose end moves away is winding down no more, and winds down again in its time', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-10-20');
		expect(await state()).toBe('winding-down');
		await endOn('2027-06-30');
		await they.until('2026-10-21');
		expect(await state()).toBe('active');
		await they.until('2027-03-31', '23:59');
		expect(await state()).toBe('active');
		await they.until('2027-04-01', '00:00');
		expect(await state()).toBe('winding-down');
		await they.until('2027-07-01', '00:00');
		expect(await state()).toBe('ended');
	});

	test('whose end moves away and back again on one day stands as at first', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-10-20');
		for (const [endsOn, then] of [
			[null, 'active'],
			['2027-01-11', 'winding-down'],
			[null, 'active'],
			['2027-01-11', 'winding-down']
		] as const) {
			await endOn(endsOn);
			await doWhatIsDue(they.house);
			expect(await state()).toBe(then);
		}
	});

	test('whose stage was moved tells of it on its own day', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-04-01');
		await change(they.house, null, async (making) => {
			const spaceId = pairingSpace(PAIRING);
			await making.tx.insert(stageStarts).values({
				...{ id: 'start-one', spaceId, revision: await making.revision(spaceId), pairingId: PAIRING },
				...{ stageId: 'goals', from: '2026-05-01', byId: ASH, at: making.now }
			});
			await planNow(making, PAIRING);
		});
		await they.until('2026-04-30');
		expect(await they.told()).toEqual([]);
		await they.until('2026-05-01');
		expect(await they.told()).toContain('2026-05-01 Ash stage goals');
	});
});

describe('a pause', () => {
	test('stays one while winding down begins, tells nothing, and ends in winding down', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-10-01');
		await wants('pause');
		await they.until('2026-10-20');
		expect(await they.pairing()).toMatchObject({ state: 'paused', pausedFrom: 'winding-down' });
		expect((await they.told()).filter((line) => line.startsWith('2026-10'))).toEqual([]);
		await wants('go_on');
		expect(await state()).toBe('winding-down');
	});

	test('ends with the last day that both know', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-12-01');
		await wants('pause');
		await they.until('2027-01-11', '23:59');
		expect(await state()).toBe('paused');
		await they.until('2027-01-12', '00:00');
		expect(await they.pairing()).toMatchObject({ state: 'ended', pausedFrom: null });
	});

	test('what was ended meanwhile stays ended', async () => {
		they = await walking('2026-01-12');
		await they.until('2026-10-01');
		await wants('end');
		await they.until('2026-10-20');
		expect(await state()).toBe('ended');
		expect((await they.told()).filter((line) => line.startsWith('2026-10'))).toEqual([]);
	});
});

describe('somebody for as long as they like', () => {
	test('is told of every half year, and ends on no day', async () => {
		they = await walking('2024-02-29', 'independent_visiting');
		for (let month = 1; month < 31; month++) await they.until(addDays('2024-02-29', 31 * month));
		const told = await they.told();
		expect(told.filter((line) => line.includes('Ash'))).toEqual([
			'2024-05-29 Ash stage settled',
			'2024-08-29 Ash look_back half_year_1',
			'2025-02-28 Ash look_back half_year_2',
			'2025-02-28 Ash stage as_long_as_you_like',
			'2025-08-29 Ash look_back half_year_3',
			'2026-02-28 Ash look_back half_year_4',
			'2026-08-29 Ash look_back half_year_5'
		]);
		expect(await state()).toBe('active');
	});

	test('whose last day is set winds down eight weeks before it', async () => {
		they = await walking('2026-01-12', 'independent_visiting');
		await they.until('2026-06-01');
		await endOn('2026-09-01');
		await they.until('2026-07-07', '23:59');
		expect(await state()).toBe('active');
		await they.until('2026-07-08', '00:00');
		expect(await state()).toBe('winding-down');
		expect(await they.told()).toContain('2026-07-08 Sam stage winding_down');
		await they.until('2026-09-02', '00:00');
		expect(await state()).toBe('ended');
	});
});

describe('the clocks', () => {
	test.each([
		// London goes forward on 29 March and back on 25 October 2026; in Beirut and Santiago it happens at midnight.
		['Europe/London', '2026-03-29'],
		['Europe/London', '2026-10-25'],
		['Asia/Beirut', '2026-03-29'],
		['America/Santiago', '2026-09-06'],
		['America/Santiago', '2026-04-05'],
		['Pacific/Apia', '2026-06-30']
	])(
		'of %s change on %s, and the day after the last is still the first without them',
		async (zone, first) => {
			they = await walking(addDays(first, -30), null, zone);
			await endOn(addDays(first, -1));
			await doWhatIsDue(they.house);
			const begins = instantAt(first, '00:00', zone);
			expect(dayOf(begins, zone)).toBe(first);
			await they.until(addDays(first, -1), '22:30');
			they.clock.now = begins - 1;
			await doWhatIsDue(they.house);
			expect(await state()).toBe('winding-down');
			they.clock.now = begins;
			await doWhatIsDue(they.house);
			expect(await state()).toBe('ended');
		}
	);

	test('of a programme that moves west are gone by from then on', async () => {
		they = await walking('2026-06-01', null, 'Asia/Tokyo');
		await endOn('2026-06-20');
		await doWhatIsDue(they.house);
		await change(they.house, null, async ({ tx }) => {
			await tx.update(programmes).set({ zone: 'Europe/London' }).where(eq(programmes.id, RIVERSIDE));
		});
		they.clock.now = instantAt('2026-06-20', '23:00', 'Europe/London');
		await doWhatIsDue(they.house);
		expect(await state()).toBe('winding-down');
		they.clock.now = instantAt('2026-06-21', '00:00', 'Europe/London');
		await doWhatIsDue(they.house);
		expect(await state()).toBe('ended');
	});
});

describe('a pairing from before there were plans', () => {
	test('has no steps, and is over after its last day if it has one', async () => {
		they = await walking('2026-01-12', null);
		expect(await they.house.store.read.select().from(jobs).where(eq(jobs.kind, 'path'))).toEqual([]);
		// As it stands in a database that an older version wrote: nothing is planned at all.
		await change(they.house, null, async ({ tx }) => {
			await tx.update(pairings).set({ endsOn: '2026-02-10' }).where(eq(pairings.id, PAIRING));
			await tx.delete(jobs);
		});
		await planAll(they.house);
		await doWhatIsDue(they.house);
		expect(await state()).toBe('winding-down');
		await they.until('2026-02-11', '00:00');
		expect(await state()).toBe('ended');
	});
});
