import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, DAY, HOUR } from '../../../src/lib/domain/clock/zones';
import { USUAL_TERMS } from '../../../src/lib/domain/pairings/terms';
import { agreements, pairings } from '../../../src/lib/server/database/schema';
import { mentorAtDesk } from '../../../src/lib/server/desk/mentors';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { timeTogether } from '../../../src/lib/server/desk/together';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { takeRoleAway } from '../../../src/lib/server/people/people';
import { addSeries, recordMeeting, standIn } from '../calendar/town';
import { add, at, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY, ZONE } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let remi: string;
let dee: string;
let pairingId: string;
let series: Awaited<ReturnType<typeof addSeries>>;

const notThere = expect.objectContaining({ status: 404 });
const raised = async (who = nadia) =>
	(await today(house, await deskProgrammes(house, sees(who)), who)).raised;
const rules = async (who = nadia) =>
	(await raised(who)).flatMap(({ patterns }) => patterns.map(({ rule }) => rule));
const theirs = async (mentorId = dee) => (await mentorAtDesk(house, nadia, RIVERSIDE, mentorId)).reliability;
const together = (who = nadia, id = RIVERSIDE) => timeTogether(house, who, { id, zone: ZONE });

/** Called off by the mentor so many hours before it would have begun, on a Tuesday some weeks ago. */
const callOff = (weeksAgo: number, hoursBefore: number, more: object = {}) => {
	const day = addDays(TUESDAY, -7 * weeksAgo);
	const starts = at('10:00', day);
	return recordMeeting(house, series, day, {
		...{ calledOffBy: 'mentor', calledOffById: dee, calledOffAt: starts - hoursBefore * HOUR },
		...{ calledOffStarts: starts, calledOffWhy: 'The car broke down', ...more }
	});
};

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	remi = await add(house, 'Remi', 'young');
	dee = await add(house, 'Dee', 'mentor');
	pairingId = await pairLastWeek(house, remi, dee, 'pairing-of-remi-and-dee');
	series = await addSeries(house, pairingId, { startsOn: addDays(TUESDAY, -140), time: '10:00' });
});

describe('a mentor who calls off at short notice', () => {
	test('twice is on the desk, with the rule that says so, and once is not', async () => {
		await callOff(1, 2);
		expect(await rules()).toEqual([]);
		await callOff(2, 2);
		expect(await raised()).toMatchObject([
			{ mentorId: dee, firstName: 'Dee', patterns: [{ rule: 'two_short_notice', events: [{}, {}] }] }
		]);
	});

	test('is known by the notice of the agreement then in force: just too late, and just in time', async () => {
		await callOff(1, 24 - 1 / 60);
		await callOff(2, 24);
		expect((await theirs()).events.map(({ what }) => what)).toEqual(['short_notice', 'in_time']);
		await house.store.transaction((tx) =>
			tx
				.update(agreements)
				.set({ terms: { ...USUAL_TERMS, noticeHours: 48 }, from: at('10:00', '2026-11-01') })
		);
		expect((await theirs()).events.map(({ what }) => what)).toEqual(['short_notice', 'short_notice']);
		expect(await rules()).toEqual(['two_short_notice']);
	});

	test('is asked about with the reasons they gave, which Today does not carry', async () => {
		await callOff(1, 2);
		await callOff(2, 3, { calledOffWhy: 'Called in to work' });
		expect((await theirs()).events.map(({ why }) => why)).toEqual([
			'The car broke down',
			'Called in to work'
		]);
		expect(JSON.stringify(await raised())).not.toContain('car');
	});

	test('counts for ninety days, and no longer', async () => {
		await callOff(1, 2);
		const oldest = at('10:00', addDays(TUESDAY, -14)) - 2 * HOUR;
		await callOff(2, 2);
		clock.now = oldest + 90 * DAY;
		expect(await rules()).toEqual(['two_short_notice']);
		clock.now += 1;
		expect(await rules()).toEqual([]);
		expect((await theirs()).events).toHaveLength(1);
	});
});

describe('raised by', () => {
	const lastTuesday = addDays(TUESDAY, -7);

	test.each(['mentor', 'both'] as const)('one meeting that was missed by %s', async (missedBy) => {
		await recordMeeting(house, series, lastTuesday, { happened: false, missedBy });
		expect(await rules()).toEqual(['one_missed']);
		expect((await theirs()).events).toMatchObject([{ what: 'missed', starts: at('10:00', lastTuesday) }]);
	});

	test('late ones once there are three, counted from when the meeting began', async () => {
		for (const weeks of [1, 2])
			await recordMeeting(house, series, addDays(TUESDAY, -7 * weeks), {
				...{ mentorLateAt: at('09:50', addDays(TUESDAY, -7 * weeks)), mentorLateMinutes: 15, happened: true }
			});
		expect(await rules()).toEqual([]);
		await recordMeeting(house, series, TUESDAY, { mentorLateAt: at('09:50'), mentorLateMinutes: 20 });
		clock.now = at('10:00') - 1;
		expect(await rules()).toEqual([]);
		clock.now = at('10:00');
		expect(await rules()).toEqual(['three_together']);
		expect((await theirs()).events[0]).toMatchObject({ what: 'late', lateMinutes: 20 });
	});

	test('one meeting no more than once, however much went wrong with it', async () => {
		await callOff(1, 2, { mentorLateAt: at('09:00', lastTuesday), mentorLateMinutes: 30 });
		expect((await theirs()).events.map(({ what }) => what)).toEqual(['short_notice']);
		await callOff(1, 2, { happened: false, missedBy: 'mentor' });
		expect((await theirs()).events.map(({ what }) => what)).toEqual(['missed']);
	});

	test('nothing that a young person did', async () => {
		for (const weeks of [1, 2, 3, 4]) {
			const day = addDays(TUESDAY, -7 * weeks);
			const starts = at('10:00', day);
			await recordMeeting(
				house,
				series,
				day,
				weeks % 2
					? { happened: false, missedBy: 'young', youngLateAt: starts }
					: { calledOffBy: 'young', calledOffById: remi, calledOffAt: starts, calledOffStarts: starts }
			);
		}
		await recordMeeting(house, series, addDays(TUESDAY, -35), {
			...{ calledOffBy: 'programme', calledOffById: nadia.personId, calledOffAt: at('09:00') }
		});
		expect(await raised()).toEqual([]);
		expect((await theirs()).events).toEqual([]);
	});
});

describe('whoever stands in', () => {
	test('answers for the meetings of those days, and the mentor does not', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		const day = addDays(TUESDAY, -7);
		const stretch = { starts: at('00:00', day), ends: at('00:00', addDays(day, 1)) };
		await standIn(house, { pairingId, mentorId: dee, coverId: ada }, stretch);
		await recordMeeting(house, series, day, { happened: false, missedBy: 'mentor' });
		expect(await raised()).toMatchObject([{ mentorId: ada, patterns: [{ rule: 'one_missed' }] }]);
		expect((await theirs()).events).toEqual([]);
	});

	test('answers for what they called off themselves', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		await callOff(1, 2, { calledOffBy: 'cover', calledOffById: ada });
		expect((await theirs(ada)).events).toMatchObject([{ what: 'short_notice' }]);
		expect((await theirs()).events).toEqual([]);
	});
});

describe('who sees it', () => {
	beforeEach(async () => {
		await callOff(1, 2);
		await callOff(2, 2);
	});

	test('is whoever runs the programme, and nobody else', async () => {
		expect(await rules()).toEqual(['two_short_notice']);
		for (const who of [tom, omar]) {
			expect(await raised(who)).toEqual([]);
			await expect(mentorAtDesk(house, who, RIVERSIDE, dee)).rejects.toEqual(notThere);
			await expect(together(who)).rejects.toEqual(notThere);
		}
	});

	test('in two programmes, never mixes', async () => {
		await add(house, 'Max', 'mentor', { programmeId: HARBOUR });
		const both: Who = { ...nadia, memberships: [...nadia.memberships, ...omar.memberships] };
		expect(await raised(both)).toMatchObject([{ programmeId: RIVERSIDE, mentorId: dee }]);
		expect((await together(both, HARBOUR)).months.every(({ calledOff }) => calledOff === 0)).toBe(true);
	});

	test('no longer names a mentor who has left', async () => {
		await takeRoleAway(house, nadia.personId, { programmeId: RIVERSIDE, personId: dee, role: 'mentor' });
		expect(await raised()).toEqual([]);
	});
});

describe('time together', () => {
	const month = async (name: string) => (await together()).months.find((one) => one.month === name);

	test('counts what took place and how long it was, as said or else as planned, and what mentors called off', async () => {
		await recordMeeting(house, series, '2026-11-03', { happened: true, minutesTogether: 95 });
		await recordMeeting(house, series, '2026-11-10', { happened: true });
		await recordMeeting(house, series, '2026-10-27', {
			...{ movedStarts: at('10:00', '2026-11-01'), movedMinutes: 30, movedPlace: 'Park', happened: true }
		});
		await callOff(1, 2);
		await recordMeeting(house, series, TUESDAY, {
			calledOffBy: 'young',
			calledOffById: remi,
			calledOffAt: 1
		});
		await recordMeeting(house, series, '2026-10-20', { happened: false, missedBy: 'young' });
		expect(await month('2026-11')).toEqual({
			...{ month: '2026-11', happened: 3, minutes: 95 + 60 + 30, calledOff: 1 }
		});
		expect(await month('2026-10')).toMatchObject({ happened: 0, calledOff: 0 });
	});

	const unsaid = async () => (await together()).unsaid.flatMap(({ starts }) => starts);
	const lastTuesday = at('10:00', addDays(TUESDAY, -7));
	const longAgo = at('10:00', addDays(TUESDAY, -140));
	const since = (startedAt: number) =>
		house.store.transaction((tx) => tx.update(pairings).set({ startedAt }));

	test('asks the mentor about a meeting from three days after it ended until thirty', async () => {
		await since(longAgo);
		clock.now = lastTuesday + HOUR + 3 * DAY - 1;
		expect(await unsaid()).not.toContain(lastTuesday);
		clock.now += 1;
		expect(await unsaid()).toContain(lastTuesday);
		expect((await together()).unsaid).toMatchObject([{ mentorId: dee, firstName: 'Dee' }]);
		clock.now = lastTuesday + HOUR + 30 * DAY - 1;
		expect((await unsaid())[0]).toBe(lastTuesday);
		clock.now += 1;
		expect(await unsaid()).not.toContain(lastTuesday);
	});

	test('asks about none from before the two were paired', async () => {
		clock.now = lastTuesday + 4 * DAY;
		await since(lastTuesday + 1);
		expect(await unsaid()).toEqual([]);
		await since(lastTuesday);
		expect(await unsaid()).toEqual([lastTuesday]);
	});

	test('does not ask about what is told, called off or missed, nor while the two have paused', async () => {
		await since(longAgo);
		clock.now = lastTuesday + 4 * DAY;
		for (const became of [
			{ calledOffBy: 'young', calledOffAt: lastTuesday - HOUR } as const,
			{ calledOffBy: null, calledOffAt: null, happened: false, missedBy: 'young' } as const,
			{ happened: true, missedBy: null }
		]) {
			expect(await unsaid()).toContain(lastTuesday);
			await recordMeeting(house, series, addDays(TUESDAY, -7), became);
			expect(await unsaid()).not.toContain(lastTuesday);
			await recordMeeting(house, series, addDays(TUESDAY, -7), {
				...{ calledOffBy: null, calledOffAt: null, happened: null, missedBy: null }
			});
		}
		await house.store.transaction((tx) => tx.update(pairings).set({ state: 'paused' }));
		expect(await unsaid()).toEqual([]);
	});
});
