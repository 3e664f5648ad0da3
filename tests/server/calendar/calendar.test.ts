import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAST, EXTRAS, PROGRAMME } from '../../../src/lib/cast/cast';
import { addDays, DAY, HOUR, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import { feedOf, fileOf } from '../../../src/lib/server/calendar/meetings';
import { pairings, programmes } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { openTestHouse } from '../house';
import { ASH, pairedUp, RIVERSIDE, SAM } from '../pairing';
import { addSeries, parsed, recordMeeting, standIn } from './town';

const PAIRING = 'pairing-of-ash-and-sam';
const DEE = 'person-of-dee';
/** A Sunday. */
const NOW = Date.UTC(2026, 10, 22, 12);
const notThere = expect.objectContaining({ status: 404 });

let clock: { now: number };
let house: House;

async function open(zone = 'Europe/London') {
	clock = { now: NOW };
	house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: PAIRING, at: NOW - 60 * DAY, zone });
	await change(house, null, async (making) => {
		await createPerson(making, { id: DEE, firstName: 'Dee' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: DEE, role: 'mentor' });
	});
}

const feed = async (personId = SAM) => parsed(await feedOf(house, personId));
const starts = async (personId = SAM) => (await feed(personId)).events.map((event) => event.starts);

describe.each(['Europe/London', 'America/New_York', 'Pacific/Auckland'])(
	'a year of meetings in %s',
	(zone) => {
		beforeEach(() => open(zone));
		afterEach(() => house.store.close());

		test('is read anew every year for five, and no meeting is lost, doubled or shifted', async () => {
			await addSeries(house, PAIRING, { zone });
			const found = new Map<string, number>();
			for (let year = 0; year < 5; year++) {
				clock.now = NOW + year * 365 * DAY;
				for (const { uid, starts } of (await feed()).events) {
					expect(found.get(uid) ?? starts).toBe(starts);
					found.set(uid, starts);
				}
			}
			const ruled = Array.from({ length: 270 }, (_, week) => addDays('2026-11-05', week * 7))
				.map((day) => instantAt(day, '16:30', zone))
				.filter((at) => at < clock.now + 366 * DAY);
			expect(ruled.length).toBeGreaterThan(260);
			expect([...found.values()].sort((one, other) => one - other)).toEqual(ruled);
		});

		test('is at the same instants for a calendar program as by the rule, moved and called off ones too', async () => {
			const series = await addSeries(house, PAIRING, { zone });
			const ruled = Array.from({ length: 70 }, (_, week) => addDays('2026-11-05', week * 7))
				.map((day) => ({ day, at: instantAt(day, '16:30', zone) }))
				.filter(({ at }) => at + HOUR > NOW - 30 * DAY && at < NOW + 366 * DAY);
			expect(ruled.length).toBeGreaterThan(52);
			const movedTo = instantAt('2027-03-29', '10:00', zone);
			await recordMeeting(house, series, '2027-03-25', {
				...{ movedStarts: movedTo, movedMinutes: 45, movedPlace: 'The park', movedAt: NOW }
			});
			await recordMeeting(house, series, '2027-04-08', {
				...{ calledOffBy: 'mentor', calledOffById: SAM, calledOffAt: NOW, calledOffWhy: 'Ill' }
			});
			const { events } = await feed();
			const expected = ruled.map(({ day, at }) =>
				day === '2027-03-25' ? [movedTo, movedTo + 45 * MINUTE, 'CONFIRMED'] : [at, at + HOUR, status(day)]
			);
			expect(events.map((event) => [event.starts, event.ends, event.status])).toEqual(
				expected.sort(([one], [other]) => Number(one) - Number(other))
			);
			expect(events.every(({ inUtc }) => inUtc)).toBe(true);
			expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
		});
	}
);

const status = (day: string) => (day === '2027-04-08' ? 'CANCELLED' : 'CONFIRMED');

describe('a feed', () => {
	beforeEach(() => open());
	afterEach(() => house.store.close());

	test('reaches from thirty days back to a year ahead', async () => {
		await addSeries(house, PAIRING, { startsOn: '2026-10-01' });
		const found = await starts();
		expect(found[0]).toBe(instantAt('2026-10-29', '16:30', 'Europe/London'));
		expect(found.at(-1)).toBe(instantAt('2027-11-18', '16:30', 'Europe/London'));
		clock.now = instantAt('2026-10-29', '17:30', 'Europe/London') + 30 * DAY - 1;
		expect((await starts())[0]).toBe(instantAt('2026-10-29', '16:30', 'Europe/London'));
		clock.now += 1;
		expect((await starts())[0]).toBe(instantAt('2026-11-05', '16:30', 'Europe/London'));
	});

	test('keeps a meeting’s id when it changes, and raises its sequence and the time of its change', async () => {
		const series = await addSeries(house, PAIRING);
		const third = async () => (await feed()).events[2];
		const planned = await third();
		expect(planned).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
		clock.now += HOUR;
		const movedStarts = instantAt('2026-11-20', '10:00', 'Europe/London');
		await recordMeeting(house, series, '2026-11-19', {
			...{ movedStarts, movedMinutes: 60, movedPlace: 'The park', movedAt: clock.now }
		});
		const moved = await third();
		expect(moved).toMatchObject({ uid: planned?.uid, starts: movedStarts, modified: clock.now });
		expect(moved?.sequence).toBeGreaterThan(0);
		clock.now += 1000;
		await recordMeeting(house, series, '2026-11-19', { calledOffBy: 'young', calledOffAt: clock.now });
		const calledOff = await third();
		expect(calledOff).toMatchObject({ uid: planned?.uid, status: 'CANCELLED', modified: clock.now });
		expect(calledOff?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
		clock.now += 1000;
		await recordMeeting(house, series, '2026-11-19', { movedAt: clock.now });
		const back = await third();
		expect(back).toMatchObject({ uid: planned?.uid, status: 'CONFIRMED', starts: movedStarts });
		expect(back?.sequence).toBeGreaterThan(calledOff?.sequence ?? 0);
	});

	test('is the same file all day when nothing changes', async () => {
		await addSeries(house, PAIRING);
		const morning = await feedOf(house, SAM);
		clock.now += HOUR;
		expect(await feedOf(house, SAM)).toBe(morning);
	});

	test('has what the programme calls a meeting, and no word of who, where, why or what for', async () => {
		const series = await addSeries(house, PAIRING, { place: 'Mentor room', travel: 'Ask for Ash' });
		await recordMeeting(house, series, '2026-11-26', {
			...{ calledOffBy: 'mentor', calledOffById: SAM, calledOffAt: NOW, calledOffWhy: 'Ash’s mentor is ill' }
		});
		await house.store.transaction((tx) =>
			tx
				.update(programmes)
				.set({ calendarTitle: 'Coffee, cake; and more' })
				.where(eq(programmes.id, RIVERSIDE))
		);
		const { name, events } = await feed();
		expect(name).toBe('Coffee, cake; and more');
		expect(new Set(events.map(({ title }) => title))).toEqual(new Set(['Coffee, cake; and more']));
		const said = [
			...['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'status', 'last-modified', 'class']
		];
		expect(events.flatMap(({ properties }) => properties).filter((one) => !said.includes(one))).toEqual([]);
		const names = [...CAST, ...EXTRAS].map(({ firstName }) => firstName);
		const words = [...names, PROGRAMME.name, PROGRAMME.appName, 'Riverside', PAIRING, series.id];
		const told = new RegExp(`\\b(${words.join('|')})\\b|mentor|young|pairing|library|room|ill\\b`, 'i');
		expect(told.exec(await feedOf(house, SAM))?.[0]).toBeUndefined();
	});

	test('says where only in a programme that wants it, and where a meeting is now', async () => {
		const series = await addSeries(house, PAIRING, { place: 'The library, upstairs; ring twice' });
		const movedStarts = instantAt('2026-11-27', '16:30', 'Europe/London');
		await recordMeeting(house, series, '2026-11-26', {
			...{ movedStarts, movedMinutes: 60, movedPlace: 'The park', movedAt: NOW }
		});
		const places = async () => [...new Set((await feed()).events.map(({ place }) => place))];
		const one = async () =>
			parsed(await fileOf(house, ASH, `${series.id}_2026-11-26`)).events.map(({ place }) => place);
		expect([await places(), await one()]).toEqual([[null], [null]]);
		await house.store.transaction((tx) => tx.update(programmes).set({ placeInCalendar: true }));
		expect(await places()).toEqual(['The library, upstairs; ring twice', 'The park']);
		expect(await one()).toEqual(['The park']);
	});

	test('is written as calendar programs read: lines that end in CR LF, none longer than 75 bytes', async () => {
		await addSeries(house, PAIRING);
		await house.store.transaction((tx) =>
			tx.update(programmes).set({ calendarTitle: 'Kàfé ☕ mit Küchen '.repeat(8) })
		);
		const file = await feedOf(house, SAM);
		const lines = file.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
		expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
		expect(file).toContain('\r\nMETHOD:PUBLISH\r\n');
		expect(file).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n');
		expect((await feed()).events[0]?.title).toBe('Kàfé ☕ mit Küchen '.repeat(8));
	});

	test('has no meeting to come in what is paused, and them all again once it goes on', async () => {
		await addSeries(house, PAIRING);
		const all = await starts();
		const become = (state: 'paused' | 'active' | 'ended') =>
			house.store.transaction((tx) => tx.update(pairings).set({ state }));
		for (const state of ['paused', 'ended'] as const) {
			await become(state);
			expect(await starts()).toEqual(all.filter((at) => at <= NOW));
		}
		await become('active');
		expect(await starts()).toEqual(all);
	});

	test('ends with the pairing', async () => {
		await addSeries(house, PAIRING);
		await house.store.transaction((tx) => tx.update(pairings).set({ endsOn: '2026-12-03' }));
		expect((await starts()).at(-1)).toBe(instantAt('2026-12-03', '16:30', 'Europe/London'));
	});

	test('of a young person, or of a mentor of somebody else, has none of it', async () => {
		await addSeries(house, PAIRING);
		expect(await starts(ASH)).toEqual([]);
		expect(await starts(DEE)).toEqual([]);
	});

	test('of whoever stands in has the meetings of those days, for as long as they stand in', async () => {
		await addSeries(house, PAIRING);
		const thursday = instantAt('2026-11-26', '16:30', 'Europe/London');
		const stretch = { starts: NOW, ends: thursday };
		await standIn(house, { pairingId: PAIRING, mentorId: SAM, coverId: DEE }, stretch);
		expect(await starts(DEE)).toEqual([]);
		const longer = { starts: NOW + 1, ends: thursday + 1 };
		await standIn(house, { pairingId: PAIRING, mentorId: SAM, coverId: DEE }, longer);
		clock.now = NOW + 1;
		expect(await starts(DEE)).toEqual([thursday]);
		clock.now = longer.ends - 1;
		expect(await starts(DEE)).toEqual([thursday]);
		clock.now = longer.ends;
		expect(await starts(DEE)).toEqual([]);
	});
});

describe('one meeting’s file', () => {
	beforeEach(() => open());
	afterEach(() => house.store.close());
	const file = async (personId: string, meeting: string) => parsed(await fileOf(house, personId, meeting));

	test('is there for both sides, at the time the meeting has now, with the same id as in the feed', async () => {
		const series = await addSeries(house, PAIRING);
		const movedStarts = instantAt('2027-02-02', '10:00', 'Europe/London');
		const moved = await recordMeeting(house, series, '2026-11-26', {
			...{ movedStarts, movedMinutes: 60, movedPlace: 'The park', movedAt: NOW }
		});
		for (const personId of [ASH, SAM]) {
			expect((await file(personId, `${series.id}_2026-12-03`)).events).toMatchObject([
				{ starts: instantAt('2026-12-03', '16:30', 'Europe/London'), title: 'Meet-up' }
			]);
			const [event] = (await file(personId, moved)).events;
			expect(event).toMatchObject({ starts: movedStarts });
			expect((await feed()).events.find(({ uid }) => uid === event?.uid)?.starts).toBe(movedStarts);
		}
	});

	test('is there for whoever stands in, on the days they stand in only', async () => {
		const series = await addSeries(house, PAIRING);
		const ends = instantAt('2026-11-27', '00:00', 'Europe/London');
		await standIn(house, { pairingId: PAIRING, mentorId: SAM, coverId: DEE }, { starts: NOW + 1, ends });
		const [during, after] = [`${series.id}_2026-11-26`, `${series.id}_2026-12-03`];
		await expect(file(DEE, during)).rejects.toEqual(notThere);
		clock.now = NOW + 1;
		expect((await file(DEE, during)).events).toHaveLength(1);
		await expect(file(DEE, after)).rejects.toEqual(notThere);
		clock.now = ends;
		await expect(file(DEE, during)).rejects.toEqual(notThere);
	});

	test.each([
		['of a day that the series does not have', 'series-of-pairing-of-ash-and-sam_2026-12-04'],
		['of a day that no calendar has', 'series-of-pairing-of-ash-and-sam_2026-02-31'],
		['of no series', 'series-of-nobody_2026-12-03'],
		['of anything else', '../../etc/passwd'],
		['of nothing', '']
	])('is not there %s', async (_, meeting) => {
		await addSeries(house, PAIRING);
		await expect(file(SAM, meeting)).rejects.toEqual(notThere);
	});

	test('is not there for anybody else', async () => {
		const series = await addSeries(house, PAIRING);
		await expect(file(DEE, `${series.id}_2026-12-03`)).rejects.toEqual(notThere);
	});
});
