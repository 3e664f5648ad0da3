import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, HOUR, instantAt, isZone, MINUTE, weekdayOf } from './zones';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const at = (iso: string) => Date.parse(iso);

describe('the moment clocks show a time', () => {
	it.each([
		['2026-01-15', '16:30', 'Europe/London', '2026-01-15T16:30Z'],
		['2026-07-15', '16:30', 'Europe/London', '2026-07-15T15:30Z'],
		['2026-07-15', '00:00', 'Europe/London', '2026-07-14T23:00Z'],
		['2026-07-15', '24:00', 'Europe/London', '2026-07-15T23:00Z'],
		['2026-07-15', '16:30', 'America/New_York', '2026-07-15T20:30Z'],
		['2026-07-15', '16:30', 'Asia/Kathmandu', '2026-07-15T10:45Z'],
		['2026-12-31', '24:00', 'Pacific/Kiritimati', '2026-12-31T10:00Z']
	])('%s %s in %s', (day, time, zone, expected) => {
		expect(instantAt(day, time, zone)).toBe(at(expected));
	});

	it('is an hour later when spring skips it', () => {
		expect(instantAt('2026-03-29', '00:59', 'Europe/London')).toBe(at('2026-03-29T00:59Z'));
		expect(instantAt('2026-03-29', '01:00', 'Europe/London')).toBe(at('2026-03-29T01:00Z'));
		expect(instantAt('2026-03-29', '01:30', 'Europe/London')).toBe(at('2026-03-29T01:30Z'));
		expect(instantAt('2026-03-29', '02:00', 'Europe/London')).toBe(at('2026-03-29T01:00Z'));
		expect(instantAt('2026-03-08', '02:30', 'America/New_York')).toBe(at('2026-03-08T07:30Z'));
	});

	it('is half an hour later where clocks jump by half an hour', () => {
		expect(instantAt('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe(at('2026-10-03T15:45Z'));
	});

	it('is the first pass when autumn repeats it', () => {
		expect(instantAt('2026-10-25', '00:59', 'Europe/London')).toBe(at('2026-10-24T23:59Z'));
		expect(instantAt('2026-10-25', '01:00', 'Europe/London')).toBe(at('2026-10-25T00:00Z'));
		expect(instantAt('2026-10-25', '01:30', 'Europe/London')).toBe(at('2026-10-25T00:30Z'));
		expect(instantAt('2026-10-25', '02:00', 'Europe/London')).toBe(at('2026-10-25T02:00Z'));
		expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe(at('2026-11-01T05:30Z'));
	});

	it('reads back as that day and time, all the year round, in every zone tried', () => {
		const zones = [
			'Europe/London',
			'America/New_York',
			'Asia/Kathmandu',
			'Australia/Lord_Howe',
			'America/Santiago'
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.integer({ min: 0, max: 3650 }),
				// Nowhere do clocks change in the afternoon.
				fc.integer({ min: 12 * 60, max: 23 * 60 }),
				(zone, days, minutes) => {
					const day = addDays('2020-01-01', days);
					const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
					const shown = new Intl.DateTimeFormat('sv-SE', {
						timeZone: zone,
						dateStyle: 'short',
						timeStyle: 'short'
					}).format(instantAt(day, time, zone));
					expect(shown).toBe(`${day} ${time}`);
				}
			)
		);
	});
});

describe('the day of a moment', () => {
	it.each([
		['2026-07-14T22:59Z', 'Europe/London', '2026-07-14'],
		['2026-07-14T23:00Z', 'Europe/London', '2026-07-15'],
		['2026-01-14T23:59Z', 'Europe/London', '2026-01-14'],
		['2026-01-15T04:59Z', 'America/New_York', '2026-01-14'],
		['2026-01-15T05:00Z', 'America/New_York', '2026-01-15'],
		['2026-01-14T18:14Z', 'Asia/Kathmandu', '2026-01-14'],
		['2026-01-14T18:15Z', 'Asia/Kathmandu', '2026-01-15']
	])('%s in %s is %s', (iso, zone, day) => {
		expect(dayOf(at(iso), zone)).toBe(day);
	});

	it('changes at midnight on the days the clocks change, and those days last 23 and 25 hours', () => {
		const spring = instantAt('2026-03-29', '00:00', 'Europe/London');
		expect(dayOf(spring - MINUTE, 'Europe/London')).toBe('2026-03-28');
		expect(dayOf(spring + 23 * HOUR - 1, 'Europe/London')).toBe('2026-03-29');
		expect(dayOf(spring + 23 * HOUR, 'Europe/London')).toBe('2026-03-30');
		const autumn = instantAt('2026-10-25', '00:00', 'Europe/London');
		expect(dayOf(autumn + 25 * HOUR - 1, 'Europe/London')).toBe('2026-10-25');
		expect(dayOf(autumn + 25 * HOUR, 'Europe/London')).toBe('2026-10-26');
	});
});

describe('calendar days', () => {
	it('know their weekday', () => {
		expect(weekdayOf('2026-11-23')).toBe(1);
		expect(weekdayOf('2026-11-29')).toBe(7);
	});

	it('are added across months, years and leap days', () => {
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
		expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
		expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
	});

	it('are counted, backwards too', () => {
		expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
		expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
		expect(daysBetween('2026-10-26', '2026-10-26')).toBe(0);
	});
});

it('a zone is known or not', () => {
	expect(isZone('Europe/London')).toBe(true);
	expect(isZone('Europe/Lodnon')).toBe(false);
	expect(isZone('')).toBe(false);
});

describe('so many months later', () => {
	it.each([
		['2026-01-12', 3, '2026-04-12'],
		['2026-01-31', 1, '2026-02-28'],
		['2028-01-31', 1, '2028-02-29'],
		['2026-12-31', 2, '2027-02-28'],
		['2026-03-31', -1, '2026-02-28'],
		['2026-01-15', -1, '2025-12-15'],
		['2026-01-15', 0, '2026-01-15']
	])('%s and %i months is %s', (day, months, then) => {
		expect(addMonths(day, months)).toBe(then);
	});
});
