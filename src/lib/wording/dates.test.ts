import { describe, expect, test } from 'vitest';
import type { Instant } from '../domain/clock/zones';
import {
	asTitle,
	sayCalendarDay,
	sayDate,
	sayDay,
	sayDeadline,
	sayFixed,
	sayIn,
	sayMoment,
	sayStretch,
	sayTime,
	sayWallTime
} from './dates';

const LONDON = 'Europe/London';
const at = (moment: string): Instant => Date.parse(moment);
const now = at('2026-11-24T18:10:00Z'); // a Tuesday
/** Inside a time the space does not break. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('a day', () => {
	test.each([
		['2026-11-23', 'yesterday'],
		['2026-11-24', 'today'],
		['2026-11-25', 'tomorrow'],
		['2026-11-26', 'Thursday'],
		['2026-11-30', 'Monday'],
		['2026-12-01', 'Tuesday 1 December'],
		['2026-11-18', 'Wednesday'],
		['2026-11-17', 'Tuesday 17 November'],
		['2027-01-05', 'Tuesday 5 January 2027']
	])('%s is said “%s” on Tuesday 24 November 2026', (day, said) => {
		expect(sayCalendarDay(day, '2026-11-24')).toBe(said);
	});

	test('is that of the zone, not of Greenwich: half past midnight in summer is still tomorrow', () => {
		const evening = at('2026-07-01T20:00:00Z');
		expect(sayDay(at('2026-07-01T22:59:59Z'), evening, LONDON)).toBe('today');
		expect(sayDay(at('2026-07-01T23:00:00Z'), evening, LONDON)).toBe('tomorrow');
	});

	test('is named with its year only when that is another', () => {
		expect(sayDate('2026-12-31', '2026-11-24')).toBe('Thursday 31 December');
		expect(sayDate('2027-01-01', '2026-11-24')).toBe('Friday 1 January 2027');
	});
});

describe('a time', () => {
	test.each([
		['2026-11-24T16:30:00Z', '4:30 pm'],
		['2026-11-24T16:00:00Z', '4 pm'],
		['2026-11-24T00:05:00Z', '12:05 am'],
		['2026-11-24T12:05:00Z', '12:05 pm'],
		['2026-11-24T00:00:00Z', 'midnight'],
		['2026-11-24T12:00:00Z', 'noon'],
		['2026-07-01T15:30:00Z', '4:30 pm']
	])('%s in London is said “%s”', (moment, said) => {
		expect(plain(sayTime(at(moment), LONDON))).toBe(said);
	});

	test('keeps its number and its half of the day on one line', () => {
		expect(sayTime(at('2026-11-24T16:30:00Z'), LONDON)).toBe('4:30\u00a0pm');
	});

	test.each([
		['16:00', '4 pm'],
		['09:05', '9:05 am'],
		['24:00', 'midnight'],
		['00:00', 'midnight'],
		['12:00', 'noon']
	])('%s on the clock is said “%s”', (time, said) => {
		expect(plain(sayWallTime(time))).toBe(said);
	});
});

describe('a moment', () => {
	test('is a day and a time', () => {
		expect(plain(sayMoment(at('2026-11-25T16:00:00Z'), now, LONDON))).toBe('tomorrow at 4 pm');
		expect(plain(sayMoment(at('2026-11-26T16:30:00Z'), now, LONDON))).toBe('Thursday at 4:30 pm');
	});

	test('is said shorter after “by” and “until”', () => {
		expect(plain(sayDeadline(at('2026-11-25T20:00:00Z'), now, LONDON))).toBe('tomorrow, 8 pm');
	});
});

test('a record keeps its date, whatever day it is read on', () => {
	expect(plain(sayFixed(at('2026-11-26T16:30:00Z'), LONDON))).toBe('26 November 2026, 4:30 pm');
});

describe('a stretch of time', () => {
	test.each([
		['16:00', '20:00', '4 to 8 pm'],
		['16:30', '20:00', '4:30 to 8 pm'],
		['10:00', '13:00', '10 am to 1 pm'],
		['10:00', '12:00', '10 am to noon'],
		['20:00', '24:00', '8 pm to midnight'],
		['00:00', '24:00', 'all day']
	])('from %s to %s is said “%s”', (from, to, said) => {
		expect(plain(sayStretch(from, to))).toBe(said);
	});
});

describe('a number of days', () => {
	test.each([
		[0, 'Today'],
		[1, 'Tomorrow'],
		[2, 'In 2 days'],
		[11, 'In 11 days']
	])('%i away is said “%s”', (days, said) => {
		expect(sayIn(days)).toBe(said);
	});
});

test('a line that stands alone begins with a capital', () => {
	expect(asTitle('tomorrow at 4 pm')).toBe('Tomorrow at 4 pm');
	expect(asTitle('')).toBe('');
});
