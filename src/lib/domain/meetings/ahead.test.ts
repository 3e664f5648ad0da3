import { describe, expect, it } from 'vitest';
import { DAY, instantAt, MINUTE, type Instant } from '../clock/zones';
import { byWeek, withClashes } from './ahead';
import { occurrencesOf } from './occurrences';
import type { Series } from './series';

const zone = 'Europe/London';
const at = (day: string, time: string) => instantAt(day, time, zone);
const series = (id: string, startsOn: string, time: string, more: Partial<Series> = {}): Series => ({
	id,
	spaceId: `pairing:${id}`,
	pairingId: id,
	zone,
	startsOn,
	time,
	minutes: 90,
	repeats: 'weekly',
	travel: '',
	skipsHolidays: null,
	place: 'The library',
	until: null,
	...more
});

const meetingsAhead = (all: Series[], now: Instant, days: number) =>
	withClashes(occurrencesOf(all, [], [], now, now + days * DAY));

describe('the meetings ahead', () => {
	const tuesday = series('ash', '2026-03-03', '16:30');

	it('are shown across everybody, soonest first', () => {
		const thursday = series('jo', '2026-03-05', '17:00', { repeats: 'fortnightly' });
		const found = meetingsAhead([thursday, tuesday], at('2026-03-02', '12:00'), 14);
		expect(found.map(({ pairingId, day }) => `${pairingId} ${day}`)).toEqual([
			'ash 2026-03-03',
			'jo 2026-03-05',
			'ash 2026-03-10'
		]);
	});

	it('keep their local time when the clocks go forward', () => {
		const found = meetingsAhead([tuesday], at('2026-03-23', '12:00'), 14);
		expect(found.map(({ starts }) => starts)).toEqual([at('2026-03-24', '16:30'), at('2026-03-31', '16:30')]);
		expect((found[1]?.starts ?? 0) - (found[0]?.starts ?? 0)).toBe((7 * 24 - 1) * 60 * MINUTE);
	});

	it('begin with the one under way, and leave it out once it has ended', () => {
		const during = meetingsAhead([tuesday], at('2026-03-03', '17:59'), 7);
		const after = meetingsAhead([tuesday], at('2026-03-03', '18:00'), 7);
		expect(during[0]?.day).toBe('2026-03-03');
		expect(after[0]?.day).toBe('2026-03-10');
	});

	it('end just before the last day is over', () => {
		const weekBefore = at('2026-03-03', '16:30');
		expect(meetingsAhead([tuesday], weekBefore, 7).map(({ day }) => day)).toEqual(['2026-03-03']);
		expect(meetingsAhead([tuesday], weekBefore + 1, 7).map(({ day }) => day)).toEqual([
			'2026-03-03',
			'2026-03-10'
		]);
	});

	it('say which two are at the same time', () => {
		const overlapping = series('jo', '2026-03-03', '17:59');
		const found = meetingsAhead([tuesday, overlapping], at('2026-03-03', '12:00'), 7);
		expect(found.map(({ clashesWith }) => clashesWith)).toEqual(['jo', 'ash']);
	});

	it('do not clash when one begins as the other ends', () => {
		const next = series('jo', '2026-03-03', '18:00');
		const found = meetingsAhead([tuesday, next], at('2026-03-03', '12:00'), 7);
		expect(found.map(({ clashesWith }) => clashesWith)).toEqual([undefined, undefined]);
	});

	it('are nothing without a series', () => {
		expect(meetingsAhead([], at('2026-03-03', '12:00'), 42)).toEqual([]);
	});
});

describe('meetings by week', () => {
	it('are put together from Monday to Sunday, and say how far away the week is', () => {
		const sunday = series('ash', '2026-03-08', '11:00');
		const monday = series('jo', '2026-03-09', '11:00', { repeats: 'fortnightly' });
		const now = at('2026-03-04', '12:00');
		const weeks = byWeek(meetingsAhead([sunday, monday], now, 21), now);
		expect(weeks.map(({ monday, away, meetings }) => [monday, away, meetings.map(({ day }) => day)])).toEqual(
			[
				['2026-03-02', 0, ['2026-03-08']],
				['2026-03-09', 1, ['2026-03-09', '2026-03-15']],
				['2026-03-16', 2, ['2026-03-22']],
				['2026-03-23', 3, ['2026-03-23']]
			]
		);
	});
});
