import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE, type Day } from '../clock/zones';
import type { MeetingRecord, Move } from './meeting';
import {
	endingWith,
	isShortNotice,
	isUntold,
	nextOccurrence,
	nextOccurrences,
	occurrenceOn,
	occurrencesOf
} from './occurrences';
import { emptyRecord } from './record';
import { daysFrom, hasDay } from './rhythm';
import type { Series } from './series';

const at = (day: Day, time: string) => instantAt(day, time, 'Europe/London');
const series: Series = {
	...{ id: 'thursdays', spaceId: 'space', pairingId: 'pairing-1', zone: 'Europe/London' },
	...{ startsOn: '2026-11-05', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' },
	...{ travel: 'Bus 9', skipsHolidays: null, until: null }
};
const FIFTH = { seriesId: 'thursdays', day: '2026-11-05' };
const STARTS = at('2026-11-05', '16:30');
const record = (more: Partial<MeetingRecord>): MeetingRecord => ({
	...emptyRecord({ ...series, ...FIFTH }),
	...more
});
const moved = record({
	...{ movedTo: { starts: at('2026-11-10', '18:00'), minutes: 60, place: 'Café' }, movedAt: 1 }
});
const move: Move = {
	...{ id: 'move-1', spaceId: 'space', pairingId: 'pairing-1', ...FIFTH, scope: 'this', byId: 'ash' },
	...{ by: 'young', times: [], minutes: 90, place: 'Library', note: '', at: 1, state: 'open' },
	...{ taken: null, settledAt: null }
};
const on = (records: MeetingRecord[], moves: Move[] = []) =>
	occurrenceOn({ series: [series], records, moves }, FIFTH);

describe('the days of a series', () => {
	const first = (more: Partial<Series>, count: number, from = '2026-01-01') => {
		const days: Day[] = [];
		for (const day of daysFrom({ ...series, ...more }, from)) if (days.push(day) >= count) break;
		return days;
	};

	it('of a month are the same one of its weekday', () => {
		expect(first({ repeats: 'monthly', startsOn: '2026-11-12' }, 4)).toEqual([
			...['2026-11-12', '2026-12-10', '2027-01-14', '2027-02-11']
		]);
	});

	it('of a month from the fifth are the last, whether there is a fifth or not', () => {
		expect(first({ repeats: 'monthly', startsOn: '2026-10-29' }, 4)).toEqual([
			...['2026-10-29', '2026-11-26', '2026-12-31', '2027-01-28']
		]);
	});

	it('are one of an appointment that does not repeat', () => {
		expect(first({ repeats: 'once' }, 3)).toEqual(['2026-11-05']);
		expect(first({ repeats: 'once' }, 3, '2026-11-06')).toEqual([]);
	});

	it('leave out bank holidays where that was agreed', () => {
		const christmas = { startsOn: '2026-12-18', skipsHolidays: 'england_and_wales' as const };
		expect(first({ ...christmas, until: '2026-12-31' }, 2)).toEqual(['2026-12-18']);
		expect(hasDay({ ...series, ...christmas }, '2026-12-25')).toBe(false);
		expect(hasDay({ ...series, ...christmas, skipsHolidays: null }, '2026-12-25')).toBe(true);
	});
});

describe('one meeting', () => {
	it('is planned while nothing was said of it', () => {
		expect(on([])).toMatchObject({
			starts: STARTS,
			minutes: 90,
			travel: 'Bus 9',
			standing: { is: 'planned' }
		});
	});

	it('is agreed to once both have said yes', () => {
		expect(on([record({ youngYesAt: 1 })])).toMatchObject({
			...{ standing: { is: 'planned' }, yes: { young: true, mentor: false } }
		});
		expect(on([record({ youngYesAt: 1, mentorYesAt: 1 })])?.standing).toEqual({ is: 'yes' });
	});

	it('is at its new time and place once it was moved, under the same id and without the way to the old place', () => {
		expect(on([moved])).toMatchObject({
			...{ id: 'thursdays_2026-11-05', starts: at('2026-11-10', '18:00'), ends: at('2026-11-10', '19:00') },
			...{ place: 'Café', travel: '', movedFrom: STARTS, standing: { is: 'moved', from: STARTS } }
		});
	});

	it('is asked about by whoever asked last, while that is open', () => {
		const both = [move, { ...move, id: 'move-2', by: 'mentor' as const, at: 2 }];
		expect(on([], both)?.standing).toEqual({ is: 'asked_to_move', by: 'mentor' });
		expect(on([], [{ ...move, state: 'none_suits' }])?.standing).toEqual({ is: 'planned' });
	});

	it('is called off, by whom, why and how long before, until another time was taken for it', () => {
		const off = { calledOffBy: 'mentor' as const, calledOffAt: STARTS - HOUR, calledOffWhy: 'My train.' };
		expect(on([record(off)])?.standing).toEqual({
			...{ is: 'called_off', by: 'mentor', at: STARTS - HOUR, why: 'My train.', before: HOUR }
		});
		expect(on([{ ...moved, ...off, movedAt: STARTS - HOUR }])?.standing.is).toBe('called_off');
		expect(on([{ ...moved, ...off, movedAt: STARTS - HOUR + 1 }])?.standing.is).toBe('moved');
	});

	it('has happened, or was missed by somebody', () => {
		expect(on([record({ happened: true, minutesTogether: 80 })])?.standing).toEqual({
			is: 'happened',
			minutes: 80
		});
		expect(on([record({ happened: false, missedBy: 'mentor' })])?.standing).toEqual({
			is: 'missed',
			by: 'mentor'
		});
	});

	it('is none on a day that its series does not know, unless it was moved or called off by hand', () => {
		const ended = { series: [{ ...series, until: '2026-11-04' }], moves: [] };
		expect(occurrenceOn({ ...ended, records: [record({ youngYesAt: 1 })] }, FIFTH)).toBeUndefined();
		expect(occurrenceOn({ ...ended, records: [moved] }, FIFTH)?.standing.is).toBe('moved');
	});
});

describe('meetings between two moments', () => {
	const found = (from: number, until: number, records: MeetingRecord[] = []) =>
		occurrencesOf([series], records, [], from, until).map(({ day }) => day);

	it('are those that have not ended at the first and begin before the last', () => {
		const ends = STARTS + 90 * MINUTE;
		expect(found(ends - 1, STARTS + 7 * DAY + 1)).toEqual(['2026-11-05', '2026-11-12']);
		expect(found(ends, STARTS + 7 * DAY)).toEqual([]);
	});

	it('count a moved one where it is, and not where it was', () => {
		expect(found(STARTS, STARTS + 1, [moved])).toEqual([]);
		expect(found(at('2026-11-10', '18:00'), at('2026-11-10', '18:01'), [moved])).toEqual(['2026-11-05']);
		expect(found(STARTS, at('2026-11-13', '00:00'), [moved])).toEqual(['2026-11-05', '2026-11-12']);
	});

	it('are sorted by the time they have now', () => {
		const later = { ...moved, movedTo: { starts: at('2026-11-13', '18:00'), minutes: 60, place: 'Café' } };
		expect(found(STARTS, at('2026-11-14', '00:00'), [later])).toEqual(['2026-11-12', '2026-11-05']);
	});
});

describe('the next meeting', () => {
	const off = record({ calledOffBy: 'young', calledOffAt: 1 });

	it('is not one that was called off', () => {
		const rows = { series: [series], records: [off], moves: [] };
		expect(nextOccurrence(rows, STARTS - DAY)?.day).toBe('2026-11-12');
		expect(nextOccurrences(rows, STARTS - DAY, 3).map(({ day }) => day)).toEqual([
			...['2026-11-12', '2026-11-19', '2026-11-26']
		]);
	});

	it('is the one under way, until it ends', () => {
		const rows = { series: [series], records: [], moves: [] };
		expect(nextOccurrence(rows, STARTS + 90 * MINUTE - 1)?.day).toBe('2026-11-05');
		expect(nextOccurrence(rows, STARTS + 90 * MINUTE)?.day).toBe('2026-11-12');
	});

	it('is a moved one when its new time comes first, and is none of an ended series', () => {
		const rows = { series: [series], records: [moved], moves: [] };
		expect(nextOccurrence(rows, at('2026-11-09', '12:00'))?.day).toBe('2026-11-05');
		const ended = { ...rows, series: [{ ...series, until: '2026-11-01' }], records: [] };
		expect(nextOccurrence(ended, STARTS)).toBeUndefined();
	});

	it('is found after years as fast as in the first week', () => {
		const rows = { series: [{ ...series, startsOn: '2001-01-04' }], records: [], moves: [] };
		expect(nextOccurrence(rows, STARTS - 1)?.day).toBe('2026-11-05');
	});
});

it('a series ends with its pairing, or before', () => {
	const last = (until: Day | null, endsOn: Day | null) =>
		endingWith([{ ...series, until }], endsOn)[0]?.until;
	expect([
		last(null, null),
		last(null, '2026-12-01'),
		last('2026-12-02', '2026-12-01'),
		last('2026-11-30', '2026-12-01')
	]).toEqual([null, '2026-12-01', '2026-12-01', '2026-11-30']);
});

it('a meeting is untold from its end on, until somebody says what became of it', () => {
	const ends = STARTS + 90 * MINUTE;
	const untold = (more: Partial<MeetingRecord>, now: number) => isUntold(on([record(more)])!, now);
	expect([ends - 1, ends].map((now) => untold({}, now))).toEqual([false, true]);
	for (const said of [
		{ happened: true },
		{ happened: false },
		{ calledOffAt: 1, calledOffBy: 'mentor' as const }
	])
		expect(untold(said, ends)).toBe(false);
});

it('notice is short when it is less than was agreed, by a millisecond', () => {
	expect(isShortNotice(STARTS, STARTS - 24 * HOUR, 24)).toBe(false);
	expect(isShortNotice(STARTS, STARTS - 24 * HOUR + 1, 24)).toBe(true);
	expect(isShortNotice(STARTS, STARTS + 1, 0)).toBe(true);
});
