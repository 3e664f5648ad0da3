import { describe, expect, test } from 'vitest';
import { instantAt, type Day, type WallTime } from '../clock/zones';
import { USUAL_TERMS } from '../pairings/terms';
import type { MeetingFacts } from './facts';
import { occurrenceOn, occurrencesOf } from './occurrences';
import type { Series } from './series';
import { suggestedTimes } from './suggested';

const at = (day: Day, time: WallTime) => instantAt(day, time, 'Europe/London');
/** Every Thursday at 4:30 pm, for an hour and a half. */
const THURSDAYS: Series = {
	...{ id: 's', spaceId: 'pairing:p', pairingId: 'p', zone: 'Europe/London', startsOn: '2026-10-01' },
	...{
		time: '16:30',
		minutes: 90,
		repeats: 'weekly',
		place: 'Café',
		travel: '',
		skipsHolidays: null,
		until: null
	}
};
const facts = (terms: Partial<typeof USUAL_TERMS> = {}): MeetingFacts => ({
	...{ series: [THURSDAYS], records: [], moves: [], side: 'young' },
	pairing: { state: 'active', endsOn: null },
	agreements: [
		{
			...{ id: 'a', pairingId: 'p', version: 1, zone: 'Europe/London', hours: [], answerWithinMinutes: 60 },
			...{ from: 0, proposedBy: null, proposedAt: 0, youngYesAt: 0, mentorYesAt: 0, closedAt: null },
			closedWhy: null,
			terms: { ...USUAL_TERMS, ...terms }
		}
	]
});

function suggested(
	known: MeetingFacts,
	day: Day,
	now: number,
	offer?: { minutes: number; place: string }
): string[] {
	const meeting = occurrenceOn(known, { seriesId: 's', day });
	if (!meeting) throw new Error('There is no meeting on that day.');
	const others = occurrencesOf(
		known.series,
		known.records,
		known.moves,
		at('2026-10-01', '00:00'),
		at('2026-12-31', '00:00')
	);
	return suggestedTimes(known, meeting, others, now, offer).map((one) => `${one.day} ${one.time}`);
}

describe('times that come to mind', () => {
	test('are the days around it at the same time, and never when the two meet anyway', () => {
		expect(suggested(facts(), '2026-11-26', at('2026-11-24', '18:00'))).toEqual([
			'2026-11-25 16:30',
			'2026-11-27 16:30',
			'2026-11-28 16:30',
			'2026-11-29 16:30'
		]);
	});

	test('are all still to come', () => {
		const late = suggested(facts(), '2026-11-26', at('2026-11-25', '16:30'));
		expect(late).not.toContain('2026-11-25 16:30');
		expect(suggested(facts(), '2026-11-26', at('2026-11-25', '16:29'))).toContain('2026-11-25 16:30');
	});

	test('are within the days and hours that were agreed', () => {
		const now = at('2026-11-24', '18:00');
		const only = facts({ days: [4, 5], earliest: '16:00', latest: '18:00' });
		expect(suggested(only, '2026-11-26', now)).toEqual(['2026-11-27 16:30']);
	});

	test('have the time it has among them where it is to be longer or somewhere else, and not else', () => {
		const now = at('2026-11-24', '18:00');
		const its = '2026-11-26 16:30';
		expect(suggested(facts(), '2026-11-26', now, { minutes: 90, place: 'Café' })).not.toContain(its);
		expect(suggested(facts(), '2026-11-26', now, { minutes: 60, place: 'Café' })).toContain(its);
		expect(suggested(facts(), '2026-11-26', now, { minutes: 90, place: 'Park' })).toContain(its);
	});

	test('leave room for as long as it is to be', () => {
		const now = at('2026-11-24', '18:00');
		const only = facts({ latest: '18:30', mostMinutes: 120 });
		expect(suggested(only, '2026-11-26', now, { minutes: 120, place: 'Café' })).not.toEqual([]);
		expect(suggested(only, '2026-11-26', now, { minutes: 121, place: 'Café' })).toEqual([]);
		expect(suggested(facts({ latest: '18:29' }), '2026-11-26', now, { minutes: 120, place: 'Café' })).toEqual(
			['2026-11-26 15:30']
		);
	});

	test('say the same wall time when the clocks go back in between', () => {
		const over = suggested(facts(), '2026-10-22', at('2026-10-20', '12:00'));
		expect(over).toContain('2026-10-25 16:30');
	});
});
