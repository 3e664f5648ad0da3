import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { addDays, DAY, dayOf, daysBetween, HOUR, instantAt, MINUTE, weekdayOf } from '../clock/zones';
import { nextOccurrences } from './occurrences';
import { SeriesBody, type Series } from './series';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const at = (iso: string) => Date.parse(iso);
const thursdays: Series = {
	id: 'thursdays',
	spaceId: 'space',
	pairingId: 'pairing',
	zone: 'Europe/London',
	startsOn: '2026-11-05',
	time: '16:30',
	minutes: 60,
	repeats: 'weekly',
	travel: '',
	skipsHolidays: null,
	place: 'The library café',
	until: null
};
const nextMeetings = (series: Series[], now: number, count: number) =>
	nextOccurrences({ series, records: [], moves: [] }, now, count);
const nextMeeting = (series: Series[], now: number) => nextMeetings(series, now, 1)[0];
/** Days from one meeting to the next. */
const stepOf = ({ repeats }: Series) => (repeats === 'fortnightly' ? 14 : 7);
const days = (series: Series, now: string, count: number) =>
	nextMeetings([series], at(now), count).map(({ day }) => day);

describe('the next meetings of a series', () => {
	it('begin with its first day, however early one asks', () => {
		expect(days(thursdays, '2026-01-01T00:00Z', 2)).toEqual(['2026-11-05', '2026-11-12']);
	});

	it('say when, for how long and where', () => {
		expect(nextMeeting([thursdays], at('2026-11-22T12:00Z'))).toMatchObject({
			seriesId: 'thursdays',
			day: '2026-11-26',
			starts: at('2026-11-26T16:30Z'),
			ends: at('2026-11-26T17:30Z'),
			place: 'The library café'
		});
	});

	it('include one that is under way, until it ends', () => {
		expect(days(thursdays, '2026-11-26T17:29:59.999Z', 1)).toEqual(['2026-11-26']);
		expect(days(thursdays, '2026-11-26T17:30Z', 1)).toEqual(['2026-12-03']);
	});

	it('include one that began yesterday and runs past midnight', () => {
		const late = { ...thursdays, time: '23:00', minutes: 120 };
		expect(days(late, '2026-11-27T00:59Z', 1)).toEqual(['2026-11-26']);
		expect(days(late, '2026-11-27T01:00Z', 1)).toEqual(['2026-12-03']);
	});

	it('come every second week when that was agreed', () => {
		expect(days({ ...thursdays, repeats: 'fortnightly' }, '2026-11-22T12:00Z', 3)).toEqual([
			'2026-12-03',
			'2026-12-17',
			'2026-12-31'
		]);
	});

	it('stop after the last day, which still counts', () => {
		expect(days({ ...thursdays, until: '2026-12-03' }, '2026-11-22T12:00Z', 9)).toEqual([
			'2026-11-26',
			'2026-12-03'
		]);
		expect(days({ ...thursdays, until: '2026-12-02' }, '2026-11-22T12:00Z', 9)).toEqual(['2026-11-26']);
		expect(nextMeeting([{ ...thursdays, until: '2026-11-20' }], at('2026-11-22T12:00Z'))).toBeUndefined();
	});

	it('are at 4:30 on the wall on both sides of both clock changes', () => {
		const starts = (now: string) =>
			nextMeetings([thursdays], at(now), 2).map((meeting) =>
				new Date(meeting.starts).toISOString().slice(0, 16)
			);
		expect(starts('2027-03-25T00:00Z')).toEqual(['2027-03-25T16:30', '2027-04-01T15:30']);
		expect(starts('2027-10-28T00:00Z')).toEqual(['2027-10-28T15:30', '2027-11-04T16:30']);
	});

	it('of several series come soonest first, and no more than asked for', () => {
		const tuesdays = { ...thursdays, id: 'tuesdays', startsOn: '2026-11-03' };
		const found = nextMeetings([thursdays, tuesdays], at('2026-11-22T12:00Z'), 3);
		expect(found.map(({ seriesId, day }) => `${seriesId} ${day}`)).toEqual([
			'tuesdays 2026-11-24',
			'thursdays 2026-11-26',
			'tuesdays 2026-12-01'
		]);
	});

	it('are none of no series', () => {
		expect(nextMeetings([], at('2026-11-22T12:00Z'), 3)).toEqual([]);
	});
});

describe('over five years, whatever was agreed', () => {
	const anySeries = fc
		.record({
			zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
			offset: fc.integer({ min: 0, max: 27 }),
			minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
			minutes: fc.integer({ min: 15, max: 480 }),
			repeats: fc.constantFrom('weekly' as const, 'fortnightly' as const)
		})
		.map(({ offset, minute, ...rest }): Series => {
			const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
			return { ...thursdays, ...rest, startsOn: addDays('2024-01-01', offset), time };
		});
	const wall = (instant: number, zone: string) =>
		new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
			instant
		);

	it('no meeting is lost, doubled or on another day, and the clock on the wall shows the agreed time', () => {
		fc.assert(
			fc.property(anySeries, (series) => {
				const count = Math.floor((5 * 365) / stepOf(series));
				const found = nextMeetings([series], at('2023-12-01T00:00Z'), count);
				expect(found).toHaveLength(count);
				for (const [index, meeting] of found.entries()) {
					expect(daysBetween(series.startsOn, meeting.day)).toBe(index * stepOf(series));
					expect(weekdayOf(meeting.day)).toBe(weekdayOf(series.startsOn));
					expect(meeting.ends - meeting.starts).toBe(series.minutes * MINUTE);
					const agreed = `${meeting.day} ${series.time}`;
					const shown = wall(meeting.starts, series.zone);
					// Only a time that the clocks skip cannot be kept: then it is as much later as they jump.
					if (shown !== agreed) {
						expect(wall(meeting.starts - HOUR, series.zone) < agreed && agreed < shown).toBe(true);
						expect(dayOf(meeting.starts, series.zone)).toBe(meeting.day);
					}
				}
			}),
			{ numRuns: 25 }
		);
	});

	it('walking from each meeting to the next visits every one, once', () => {
		fc.assert(
			fc.property(anySeries, (series) => {
				const listed = nextMeetings([series], at('2024-01-01T00:00Z'), 60);
				let now = listed[0]!.starts - DAY;
				for (const meeting of listed) {
					const next = nextMeeting([series], now)!;
					expect(next).toEqual(meeting);
					expect(nextMeeting([series], next.ends - 1)).toEqual(meeting);
					now = next.ends;
				}
			}),
			{ numRuns: 25 }
		);
	});
});

describe('a series the desk may write', () => {
	const good = {
		startsOn: '2026-11-26',
		time: '16:30',
		minutes: 60,
		repeats: 'weekly',
		place: 'The library'
	};
	const allowed = (change: object) => v.is(SeriesBody, { ...good, ...change });

	it('is understood as the text a form sends', () => {
		const posted = { ...good, minutes: '60', repeats: 'fortnightly', place: '  The library\0 ', until: '' };
		expect(v.parse(SeriesBody, posted)).toEqual({
			...good,
			...{ repeats: 'fortnightly', travel: '', skipsHolidays: null, until: null }
		});
	});

	it('has no last day unless one is given, and never one before the first', () => {
		expect(v.parse(SeriesBody, good).until).toBeNull();
		expect(allowed({ until: '2026-11-26' })).toBe(true);
		expect(allowed({ until: '2026-11-25' })).toBe(false);
	});

	it('lasts 15 to 480 minutes, not 14 or 481', () => {
		expect([14, 15, 480, 481].map((minutes) => allowed({ minutes }))).toEqual([false, true, true, false]);
	});

	it('comes every week or every second, not more or less often', () => {
		expect(['daily', 'weekly', 'monthly', 'once', ''].map((repeats) => allowed({ repeats }))).toEqual([
			false,
			true,
			true,
			true,
			false
		]);
	});

	it('has a place of 1 to 120 characters once cleaned', () => {
		const places = ['', '   ', '\u200b', 'x', 'x'.repeat(120), ` ${'x'.repeat(120)} `, 'x'.repeat(121)];
		expect(places.map((place) => allowed({ place }))).toEqual([false, false, false, true, true, true, false]);
	});

	it('begins on a real day at a real time', () => {
		expect(allowed({ startsOn: '2026-02-30' })).toBe(false);
		expect(allowed({ time: '24:00' })).toBe(false);
	});

	it('begins at the agreed time as soon as it is read', () => {
		const series = { ...thursdays, ...v.parse(SeriesBody, good) };
		expect(nextMeeting([series], 0)?.starts).toBe(instantAt('2026-11-26', '16:30', 'Europe/London'));
	});
});
