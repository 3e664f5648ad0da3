import { describe, expect, test } from 'vitest';
import type { Instant } from '../domain/clock/zones';
import type { AgreedHours } from '../domain/pairings/agreement';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../domain/pairings/agreement';
import { isNight, nobodyTonight, sayPromise, sayReadingHours } from './promise';

const LONDON = 'Europe/London';
const at = (moment: string): Instant => Date.parse(moment);
const agreed: AgreedHours = {
	id: 'agreement-1',
	pairingId: 'pairing-1',
	version: 1,
	zone: LONDON,
	hours: USUAL_HOURS,
	answerWithinMinutes: USUAL_ANSWER_MINUTES,
	from: at('2026-01-01T00:00:00Z')
};
const said = (now: Instant) => sayPromise([agreed], now, 'Sam').replaceAll('\u00a0', ' ');

describe('when something written now is read', () => {
	test('in the hours: now, and heard from after four hours of them', () => {
		expect(said(at('2026-11-24T16:30:00Z'))).toBe('Sam reads now. You’ll hear by **tomorrow, 4:30 pm**.');
	});

	test('before the hours of the same day: from when', () => {
		expect(said(at('2026-11-24T09:00:00Z'))).toBe(
			'Sam reads this **today at 4 pm**. You’ll hear by **today, 8 pm**.'
		);
	});

	test('late in the evening: nobody tonight', () => {
		expect(said(at('2026-11-24T23:40:00Z'))).toBe(
			'Nobody reads this tonight. Sam reads it **tomorrow at 4 pm**. You’ll hear by **tomorrow, 8 pm**.'
		);
	});

	test('with no hours agreed: nothing is promised', () => {
		expect(sayPromise([], at('2026-11-24T16:30:00Z'), 'Sam')).toContain('nobody can say when Sam reads this');
	});
});

describe('tonight', () => {
	test.each([
		['2026-11-24T04:59:59Z', true],
		['2026-11-24T05:00:00Z', false],
		['2026-11-24T17:59:59Z', false],
		['2026-11-24T18:00:00Z', true]
	])('at %s is it night? %s', (moment, night) => {
		expect(isNight(at(moment), LONDON)).toBe(night);
	});

	test('is not claimed to be empty while the mentor still reads this evening', () => {
		expect(nobodyTonight([agreed], at('2026-11-24T19:59:00Z'))).toBe(false);
		expect(nobodyTonight([agreed], at('2026-11-24T20:00:00Z'))).toBe(true);
		const late = { ...agreed, hours: [{ weekday: 2 as const, from: '21:00', to: '23:00' }] };
		expect(nobodyTonight([late], at('2026-11-24T18:30:00Z'))).toBe(false);
	});

	test('is said with the hours', () => {
		const words = sayReadingHours([agreed], at('2026-11-24T23:40:00Z'), 'Sam').replaceAll('\u00a0', ' ');
		expect(words).toBe(
			'Sam reads Monday to Thursday, 4 to 8 pm. It’s 11:40 pm now, so nobody reads tonight.'
		);
	});
});

describe('while Sam is away', () => {
	// The whole week from Monday to Sunday.
	const week = {
		from: '2026-11-23',
		until: '2026-11-29',
		starts: at('2026-11-23T00:00:00Z'),
		ends: at('2026-11-30T00:00:00Z'),
		at: at('2026-11-10T00:00:00Z'),
		coverId: 'dee',
		coverName: 'Dee',
		noThanksAt: null,
		cancelledAt: null
	};
	const nobody = { ...week, coverId: null, coverName: null };
	const thanked = { ...week, noThanksAt: at('2026-11-24T12:00:00Z') };
	const plain = (words: string) => words.replaceAll('\u00a0', ' ');
	type Week = typeof week | typeof nobody | typeof thanked;
	const promised = (now: string, away: Week) => plain(sayPromise([agreed], at(now), 'Sam', [away]));
	const hours = (now: string, away: Week) => plain(sayReadingHours([agreed], at(now), 'Sam', [away]));

	test('whoever stands in reads, by name', () => {
		expect(promised('2026-11-24T16:30:00Z', week)).toBe(
			'Sam is away until Sunday. Dee reads now. You’ll hear by **tomorrow, 4:30 pm**.'
		);
		expect(hours('2026-11-24T16:30:00Z', week)).toBe(
			'Sam is away until Sunday. Dee reads for Sam, Monday to Thursday, 4 to 8 pm.'
		);
	});

	test('whoever may stand in for a part of it only is said to, with the last day', () => {
		const part = { ...week, coverUntil: at('2026-11-26T00:00:00Z') };
		expect(hours('2026-11-24T16:30:00Z', part)).toBe(
			'Sam is away until Sunday. Dee reads for Sam, Monday to Thursday, 4 to 8 pm. Dee can until the end of tomorrow.'
		);
		expect(promised('2026-11-25T19:59:00Z', part)).toContain('Dee reads now');
		expect(promised('2026-11-25T20:00:00Z', part)).toContain('Sam reads it **Monday at 4 pm**');
		expect(hours('2026-11-26T00:00:00Z', part)).toContain('Nobody reads for Sam then');
	});

	test('nobody reads where nobody stands in, and when Sam reads again is said', () => {
		expect(promised('2026-11-24T16:30:00Z', nobody)).toBe(
			'Sam is away until Sunday. Sam reads this **Monday at 4 pm**. You’ll hear by **Monday, 8 pm**.'
		);
		expect(hours('2026-11-24T16:30:00Z', nobody)).toBe(
			'Sam is away until Sunday. Nobody reads for Sam then. Sam is back Monday.'
		);
	});

	test('a “no thanks” counts from when it is said', () => {
		expect(promised('2026-11-24T16:30:00Z', thanked)).toContain('Sam reads this **Monday at 4 pm**');
		expect(hours('2026-11-24T16:30:00Z', thanked)).toContain('Nobody reads for Sam then');
	});

	test('what is written before it and read within it says so', () => {
		expect(promised('2026-11-22T12:00:00Z', week)).toBe(
			'Sam is away 23–29 November. Dee reads this **tomorrow at 4 pm**. You’ll hear by **tomorrow, 8 pm**.'
		);
		expect(promised('2026-11-22T12:00:00Z', nobody)).toContain('Sam is away 23–29 November. Sam reads this');
	});

	test('from the first minute after it, it is as it was', () => {
		expect(promised('2026-11-29T23:59:00Z', week)).toContain('Sam is away today.');
		expect(promised('2026-11-30T00:00:00Z', week)).toBe(
			'Nobody reads this tonight. Sam reads it **today at 4 pm**. You’ll hear by **today, 8 pm**.'
		);
	});

	test('it is night for both', () => {
		expect(nobodyTonight([agreed], at('2026-11-24T18:30:00Z'), [week])).toBe(false);
		expect(nobodyTonight([agreed], at('2026-11-24T18:30:00Z'), [nobody])).toBe(true);
	});
});
