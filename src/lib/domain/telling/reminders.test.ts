import { describe, expect, it } from 'vitest';
import { HOUR, instantAt, MINUTE } from '../clock/zones';
import { dayReminders, isTooLate, meetingReminders, MOST_LATE } from './reminders';

const LONDON = 'Europe/London';
const london = (day: string, time: string) => instantAt(day, time, LONDON);
const STARTS = london('2026-11-26', '16:30');
const FIVE = london('2026-11-25', '17:00');
const SOON = london('2026-11-26', '14:30');

describe('a meeting is told of', () => {
	const told = (now: number, starts = STARTS) =>
		meetingReminders(starts, LONDON, now).map(({ kind, at }) => [kind, at]);

	it('at five on the day before, and two hours before', () => {
		expect(told(FIVE - 7 * 24 * HOUR)).toEqual([
			['meeting_tomorrow', FIVE],
			['meeting_soon', SOON]
		]);
		expect(told(FIVE)[0]).toEqual(['meeting_tomorrow', FIVE]);
	});

	it('at once where it was arranged after five, until it is three hours away', () => {
		expect(told(FIVE + 1)[0]).toEqual(['meeting_tomorrow', FIVE + 1]);
		expect(told(STARTS - 3 * HOUR - 1)[0]).toEqual(['meeting_tomorrow', STARTS - 3 * HOUR - 1]);
		expect(told(STARTS - 3 * HOUR)).toEqual([['meeting_soon', SOON]]);
	});

	it('up to an hour after its reminder was due, and no later', () => {
		expect(told(SOON + HOUR)).toEqual([['meeting_soon', SOON]]);
		expect(told(SOON + HOUR + 1)).toEqual([]);
		expect(told(STARTS)).toEqual([]);
	});

	it('at five by the clocks of the day before, whatever they do in the night', () => {
		const sunday = london('2026-10-25', '11:00');
		expect(told(sunday - 48 * HOUR, sunday)[0]?.[1]).toBe(Date.parse('2026-10-24T16:00Z'));
		const spring = london('2027-03-28', '11:00');
		expect(told(spring - 48 * HOUR, spring)).toEqual([
			['meeting_tomorrow', Date.parse('2027-03-27T17:00Z')],
			['meeting_soon', Date.parse('2027-03-28T08:00Z')]
		]);
	});

	it('on the evening before when it begins just after midnight', () => {
		const starts = london('2026-11-26', '00:15');
		expect(told(starts - 48 * HOUR, starts)[0]).toEqual(['meeting_tomorrow', FIVE]);
	});
});

it('is too late after an hour, and not at it', () => {
	expect(isTooLate(FIVE, FIVE + MOST_LATE)).toBe(false);
	expect(isTooLate(FIVE, FIVE + MOST_LATE + 1)).toBe(true);
	expect(isTooLate(FIVE, FIVE - MINUTE)).toBe(false);
});

describe('a day is told of', () => {
	it('three days before and on the day, to look at an agreement', () => {
		expect(dayReminders('review', '2026-12-10', LONDON)).toEqual([
			london('2026-12-07', '16:00'),
			london('2026-12-10', '16:00')
		]);
	});

	it('four weeks and one week before, when it is the last', () => {
		expect(dayReminders('ending', '2026-12-18', LONDON)).toEqual([
			london('2026-11-20', '16:00'),
			london('2026-12-11', '16:00')
		]);
	});

	it('on the evening before and in the morning, when something was promised for it', () => {
		expect(dayReminders('promise_due', '2027-03-28', LONDON)).toEqual([
			Date.parse('2027-03-27T17:00Z'),
			Date.parse('2027-03-28T08:00Z')
		]);
	});
});
