import { describe, expect, it } from 'vitest';
import { instantAt, type Day, type Instant } from '../clock/zones';
import { withChanges } from './facts';
import type { Move, OfferedTime, Scope } from './meeting';
import { occurrenceOn, occurrencesOf, type MeetingRows } from './occurrences';
import type { Series } from './series';
import { afterTaking } from './taking';

const at = (day: Day, time: string) => instantAt(day, time, 'Europe/London');
const series: Series = {
	...{ id: 'before', spaceId: 'space', pairingId: 'pairing-1', zone: 'Europe/London' },
	...{ startsOn: '2026-11-05', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' },
	...{ travel: 'Bus 9', skipsHolidays: null, until: null }
};
const NOW = at('2026-11-01', '12:00');

/** One side asked for it, the other takes it. */
function taking(rows: MeetingRows, scope: Scope, day: Day, taken: OfferedTime, now = NOW, place = 'Library') {
	const move: Move = {
		...{ id: `of-${day}`, spaceId: 'space', pairingId: 'pairing-1', seriesId: 'before', day, scope },
		...{ byId: 'sam', by: 'mentor', times: [taken], minutes: 90, place, note: '', at: now },
		...{ state: 'open', taken: null, settledAt: null }
	};
	return withChanges(rows, afterTaking(rows, move, taken, `after-${day}`, now));
}
const only = (one: Series): MeetingRows => ({ series: [one], records: [], moves: [] });
const told = ({ series, records, moves }: MeetingRows, from: Instant, until: Instant) =>
	occurrencesOf(series, records, moves, from, until).map(({ starts }) =>
		new Date(starts).toISOString().slice(0, 16)
	);

describe('a time that is taken', () => {
	it('for this meeting leaves all others', () => {
		const rows = taking(only(series), 'this', '2026-11-12', { day: '2026-11-14', time: '10:00' });
		expect(told(rows, NOW, at('2026-11-20', '00:00'))).toEqual([
			...['2026-11-05T16:30', '2026-11-14T10:00', '2026-11-19T16:30']
		]);
	});

	it('for this and later ones begins with it', () => {
		const rows = taking(only(series), 'later', '2026-11-12', { day: '2026-11-10', time: '17:00' });
		expect(told(rows, NOW, at('2026-11-20', '00:00'))).toEqual([
			...['2026-11-05T16:30', '2026-11-10T17:00', '2026-11-17T17:00']
		]);
	});

	it('for all begins with the next that is still to come, before and after the change', () => {
		const taken = { day: '2026-11-25', time: '17:00' };
		const rows = (now: Instant) => taking(only(series), 'all', '2026-11-26', taken, now);
		const until = at('2026-11-27', '00:00');
		expect(told(rows(at('2026-11-11', '16:59')), NOW, until)).toEqual([
			...['2026-11-05T16:30', '2026-11-11T17:00', '2026-11-18T17:00', '2026-11-25T17:00']
		]);
		expect(told(rows(at('2026-11-11', '17:00')), NOW, until)).toEqual([
			...['2026-11-05T16:30', '2026-11-12T16:30', '2026-11-18T17:00', '2026-11-25T17:00']
		]);
	});

	it('on another weekday keeps as many meetings as there were', () => {
		const ending = only({ ...series, until: '2026-11-26' });
		const rows = taking(ending, 'later', '2026-11-12', { day: '2026-11-13', time: '16:30' });
		expect(told(rows, NOW, at('2027-11-01', '00:00'))).toEqual([
			...['2026-11-05T16:30', '2026-11-13T16:30', '2026-11-20T16:30', '2026-11-27T16:30']
		]);
	});

	it('of a single appointment moves that, whatever was asked', () => {
		const rows = taking(only({ ...series, repeats: 'once' }), 'all', '2026-11-05', {
			...{ day: '2026-11-07', time: '10:00' }
		});
		expect(rows.series).toHaveLength(1);
		expect(told(rows, NOW, at('2027-11-01', '00:00'))).toEqual(['2026-11-07T10:00']);
	});

	it('of the last Thursday of the month stays the last, though it may be the fourth', () => {
		const last = only({ ...series, startsOn: '2026-10-29', repeats: 'monthly' });
		const rows = taking(last, 'later', '2026-11-26', { day: '2026-11-26', time: '18:00' });
		expect(told(rows, NOW, at('2027-05-01', '00:00'))).toEqual([
			...['2026-11-26T18:00', '2026-12-31T18:00', '2027-01-28T18:00', '2027-02-25T18:00'],
			...['2027-03-25T18:00', '2027-04-29T17:00']
		]);
	});

	it('of the last ones, all of them, begins with the next last one', () => {
		const last = only({ ...series, startsOn: '2026-10-29', repeats: 'monthly' });
		const rows = taking(last, 'all', '2027-01-28', { day: '2027-01-25', time: '18:00' });
		expect(told(rows, NOW, at('2027-03-01', '00:00'))).toEqual([
			...['2026-11-30T18:00', '2026-12-28T18:00', '2027-01-25T18:00', '2027-02-22T18:00']
		]);
	});

	it('says the way there for as long as the place is the same', () => {
		const taken = { day: '2026-11-12', time: '17:00' };
		const there = (place: string) => {
			const rows = taking(only(series), 'later', '2026-11-12', taken, NOW, place);
			return occurrenceOn(rows, { seriesId: 'after-2026-11-12', day: '2026-11-12' })?.travel;
		};
		expect([there('Library'), there('Café')]).toEqual(['Bus 9', '']);
	});
});
