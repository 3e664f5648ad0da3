import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import { SeriesBody } from '../../../src/lib/domain/meetings/series';
import { jobs, pairings } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { planEnd } from '../../../src/lib/server/pairings/pair';
import { running } from '../../../src/lib/server/pairings/running';
import { endSeries, writeSeries } from '../../../src/lib/server/pairings/series';
import { change } from '../../../src/lib/server/spaces';
import { planAll } from '../../../src/lib/server/telling/plan';
import { doWhatIsDue } from '../due';
import { openTestHouse } from '../house';
import { ASH, SAM } from '../pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from '../pairings/standing-in';
import { jobsOf, toldTo } from './told';

const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const THURSDAY = '2026-12-03';
const STARTS = london(THURSDAY, '16:30');
const FIVE = london('2026-12-02', '17:00');
const SERIES = 'series-of-reminding';

let house: House;
const clock = { now: 0 };
beforeEach(async () => {
	clock.now = london('2026-11-30', '12:00');
	house = await openTestHouse({ now: () => clock.now });
	await coverAgreed(house, clock.now - DAY);
	await write('16:30');
	await doWhatIsDue(house);
});
afterEach(() => house.store.close());

const write = (time: string, startsOn = THURSDAY) =>
	change(house, null, (making) =>
		writeSeries(
			making,
			PAIRING,
			v.parse(SeriesBody, { startsOn, time, minutes: 60, repeats: 'weekly', place: 'Library' }),
			`${SERIES}-${time.replace(':', '')}`
		)
	);
const about = (starts = STARTS) => ({
	...{ pairingId: PAIRING, seriesId: `${SERIES}-1630`, day: THURSDAY, starts }
});
/** Everything due by then is done, each thing at its moment. */
async function until(at: number): Promise<void> {
	for (;;) {
		const open = (await house.store.read.select().from(jobs)).filter(
			(job) => job.doneAt === null && job.runAt <= at
		);
		const next = Math.min(...open.map(({ runAt }) => runAt));
		if (next === Infinity) break;
		clock.now = Math.max(clock.now, next);
		await doWhatIsDue(house);
	}
	clock.now = at;
}
const reminded = async (personId: string) =>
	(await toldTo(house, personId)).filter(({ kind }) => kind !== 'cover').map(({ kind, at }) => [kind, at]);
const TOMORROW = ['meeting_tomorrow', FIVE];
const SOON = ['meeting_soon', STARTS - 2 * HOUR];

describe('a meeting', () => {
	test('is told of to both, at its times, once', async () => {
		await until(STARTS);
		await doWhatIsDue(house);
		for (const who of [ASH, SAM]) expect(await reminded(who)).toEqual([TOMORROW, SOON]);
	});

	test('is told of not a moment early', async () => {
		await until(FIVE - 1);
		expect(await reminded(ASH)).toEqual([]);
		await until(FIVE);
		expect(await reminded(ASH)).toEqual([TOMORROW]);
	});

	test('that is called off is not told of, and of one that is back it is', async () => {
		await post(house, ASH, 'meeting-call-off', { ...about(), why: '', times: [] });
		await until(STARTS);
		expect((await reminded(SAM)).map(([kind]) => kind)).toEqual(['meeting_changed']);
	});

	test('that was moved is told of at the time it has now', async () => {
		const friday = { day: '2026-12-04', time: '18:00' };
		const move = {
			scope: 'this',
			times: [friday],
			minutes: 60,
			place: 'Library',
			note: '',
			calledOff: false
		};
		expect(await post(house, SAM, 'meeting-move', { ...about(), ...move }, 'move-of-sam')).toBe('sent');
		const taken = { ...about(), moveId: 'move-of-sam', says: 'take', taken: friday };
		expect(await post(house, ASH, 'move-answer', taken)).toBe('sent');
		await until(london('2026-12-04', '18:00'));
		expect((await reminded(ASH)).filter(([kind]) => kind !== 'proposal')).toEqual([
			['meeting_tomorrow', london(THURSDAY, '17:00')],
			['meeting_soon', london('2026-12-04', '16:00')]
		]);
	});

	test('of a series that was rewritten or ended is told of as it is now', async () => {
		await write('18:00');
		await until(STARTS - HOUR);
		expect((await reminded(ASH)).at(-1)).toEqual(TOMORROW);
		await change(house, null, (making) => endSeries(making, PAIRING));
		await until(london(THURSDAY, '18:00'));
		expect((await reminded(ASH)).map(([kind]) => kind)).not.toContain('meeting_soon');
	});

	test('is told of at once when it is arranged after five on the day before', async () => {
		await change(house, null, (making) => endSeries(making, PAIRING));
		const evening = london('2026-12-02', '22:00');
		await until(evening);
		await write('10:00');
		await doWhatIsDue(house);
		expect((await reminded(ASH)).at(-1)).toEqual(['meeting_tomorrow', evening]);
	});

	test('after the last day is not told of', async () => {
		await change(house, null, async (making) =>
			planEnd(making, await running(making.tx, PAIRING), '2026-12-02')
		);
		await until(STARTS);
		expect((await reminded(ASH)).map(([kind]) => kind)).not.toContain('meeting_tomorrow');
	});

	test.each(['pause', 'end'])('is not told of after a young person’s %s', async (wants) => {
		await post(house, ASH, 'parting', { pairingId: PAIRING, wants, tells: '', why: '' });
		await until(STARTS);
		for (const who of [ASH, SAM]) expect(await reminded(who)).toEqual([]);
	});

	test('is told of again when they go on after a pause', async () => {
		const says = (wants: string) =>
			post(house, ASH, 'parting', { pairingId: PAIRING, wants, tells: '', why: '' });
		await says('pause');
		await until(FIVE + DAY / 2);
		await says('go_on');
		await until(STARTS);
		expect(await reminded(ASH)).toEqual([SOON]);
	});
});

describe('a server that was away', () => {
	test('for up to an hour still reminds, and then not any more', async () => {
		clock.now = FIVE + HOUR;
		await doWhatIsDue(house);
		expect(await reminded(ASH)).toEqual([['meeting_tomorrow', FIVE + HOUR]]);
		clock.now = STARTS - HOUR + 1;
		await doWhatIsDue(house);
		expect(await reminded(ASH)).toHaveLength(1);
	});

	test('a minute too long, of nothing that has passed', async () => {
		clock.now = FIVE + HOUR + MINUTE;
		await doWhatIsDue(house);
		expect(await reminded(ASH)).toEqual([]);
	});
});

describe('while the mentor is away', () => {
	const days = (from: string, until: string) => post(house, SAM, 'away', { from, until }, AWAY);

	test('whoever stands in is reminded instead', async () => {
		await days('2026-12-01', '2026-12-04');
		await until(STARTS);
		expect(await reminded(SAM)).toEqual([]);
		expect(await reminded(DEE)).toEqual([TOMORROW, SOON]);
		expect(await reminded(ASH)).toEqual([TOMORROW, SOON]);
	});

	test('whoever is to stand in hears of a meeting on the first day as that day begins, and not before', async () => {
		await days(THURSDAY, '2026-12-04');
		await until(london(THURSDAY, '00:00') - 1);
		expect(await reminded(DEE)).toEqual([]);
		await until(STARTS);
		expect(await reminded(DEE)).toEqual([['meeting_tomorrow', london(THURSDAY, '00:00')], SOON]);
		expect(await reminded(ASH)).toEqual([TOMORROW, SOON]);
	});

	test('nobody but the young person is, where nobody stands in', async () => {
		await days('2026-12-01', '2026-12-04');
		await post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' });
		await until(STARTS);
		expect(await reminded(SAM)).toEqual([]);
		expect(await reminded(DEE)).toEqual([]);
		expect(await reminded(ASH)).toEqual([TOMORROW, SOON]);
	});

	test('they are not reminded of the last day that comes near', async () => {
		await days('2026-12-01', '2026-12-10');
		await change(house, null, async (making) =>
			planEnd(making, await running(making.tx, PAIRING), '2026-12-10')
		);
		await until(london('2026-12-03', '16:00'));
		expect((await reminded(ASH)).at(-1)).toEqual(['ending', london('2026-12-03', '16:00')]);
		expect((await reminded(SAM)).map(([kind]) => kind)).not.toContain('ending');
	});
});

describe('planning', () => {
	test('goes on by itself from day to day, with one plan at a time', async () => {
		await until(clock.now + 11 * DAY);
		const open = (await jobsOf(house, 'plan')).filter(({ doneAt }) => doneAt === null);
		expect(open).toHaveLength(1);
		expect((await reminded(ASH)).filter(([kind]) => kind === 'meeting_soon')).toHaveLength(2);
	});

	test('is taken up for a pairing that has none, and for no other', async () => {
		await planAll(house);
		const before = await jobsOf(house, 'plan');
		await house.store.transaction(async (tx) => {
			await tx.delete(jobs);
		});
		await planAll(house);
		await planAll(house);
		expect(before.filter(({ doneAt }) => doneAt === null)).toHaveLength(1);
		expect(await jobsOf(house, 'plan')).toMatchObject([{ body: { pairingId: PAIRING }, runAt: clock.now }]);
	});

	test('ends with the pairing', async () => {
		await house.store.transaction(async (tx) => {
			await tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, PAIRING));
		});
		await until(clock.now + 2 * DAY);
		expect((await jobsOf(house, 'plan')).filter(({ doneAt }) => doneAt === null)).toEqual([]);
		await planAll(house);
		expect((await jobsOf(house, 'plan')).filter(({ doneAt }) => doneAt === null)).toEqual([]);
	});
});
