import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt } from '../clock/zones';
import { hearBy, readFrom } from './reading-hours';
import {
	AwayBody,
	awayAt,
	awayRowId,
	awaysAhead,
	coverAt,
	coverStopsAt,
	coversUntil,
	daysAsMoments,
	isAway,
	isCovered,
	isCovering,
	markOf,
	mayAnswerCover,
	mayBeAway,
	mayEndAway,
	MOST_AWAY_DAYS,
	MOST_DAYS_AHEAD,
	unreadStretches
} from './away';
import { USUAL_HOURS } from './agreement';

const LONDON = 'Europe/London';
const at = (iso: string) => Date.parse(iso);
const send = { is: 'send' };
const refused = (why: string) => ({ is: 'refuse', why });

/** Away from 100 to 200, marked at 10, with Dee standing in. */
const away = { starts: 100, ends: 200, at: 10, coverId: 'dee', noThanksAt: null, cancelledAt: null };
const nobody = { ...away, coverId: null };

describe('days away', () => {
	it('begin with the first moment and end at the last, which is not inside', () => {
		expect([99, 100, 199, 200].map((now) => isAway(away, now))).toEqual([false, true, true, false]);
	});

	it('end when the mentor is back early, and never were when they are cancelled before', () => {
		const early = { ...away, cancelledAt: 150 };
		expect([149, 150].map((now) => isAway(early, now))).toEqual([true, false]);
		expect([100, 150].map((now) => isAway({ ...away, cancelledAt: 100 }, now))).toEqual([false, false]);
	});

	it('are whole days in the zone, 23 and 25 hours long when the clocks change', () => {
		expect(daysAsMoments({ from: '2027-03-28', until: '2027-03-28' }, LONDON)).toEqual({
			starts: at('2027-03-28T00:00Z'),
			ends: at('2027-03-28T23:00Z')
		});
		expect(daysAsMoments({ from: '2026-10-24', until: '2026-10-25' }, LONDON)).toEqual({
			starts: at('2026-10-23T23:00Z'),
			ends: at('2026-10-26T00:00Z')
		});
	});

	it('have an id in each pairing that tells their mark', () => {
		const id = awayRowId('mark_of-sam', 'pairing_1');
		expect(markOf({ id, pairingId: 'pairing_1' })).toBe('mark_of-sam');
	});

	it('ahead are those not over, soonest first', () => {
		const later = { ...away, starts: 300, ends: 400 };
		expect(awaysAhead([later, away, { ...away, cancelledAt: 50 }], 199)).toEqual([away, later]);
		expect(awaysAhead([later, away], 200)).toEqual([later]);
	});
});

describe('whoever stands in', () => {
	it('does so on those days and not a moment longer', () => {
		expect([99, 100, 199, 200].map((now) => isCovering(away, 'dee', now))).toEqual([
			false,
			true,
			true,
			false
		]);
		expect(isCovering(away, 'kit', 150)).toBe(false);
	});

	it('does so no more from a “no thanks” on, whenever it is said', () => {
		const thanks = { ...away, noThanksAt: 150 };
		expect([149, 150, 199].map((now) => isCovering(thanks, 'dee', now))).toEqual([true, false, false]);
		expect([100, 199].map((now) => isCovering({ ...away, noThanksAt: 20 }, 'dee', now))).toEqual([
			false,
			false
		]);
	});

	it('is who is found at a moment', () => {
		expect(coverAt([nobody, away], 150)).toBe(away);
		expect(coverAt([nobody], 150)).toBeUndefined();
		expect(awayAt([nobody], 150)).toBe(nobody);
		expect(coverAt([away], 200)).toBeUndefined();
	});

	it('stands in until the last of days that follow one another', () => {
		const next = { ...away, starts: 200, ends: 300 };
		expect(coversUntil([next, away], 'dee', 150)).toBe(300);
		expect(coversUntil([next, { ...away, cancelledAt: 180 }], 'dee', 150)).toBe(180);
		expect(coversUntil([next, away], 'dee', 99)).toBeUndefined();
	});
});

describe('whoever may stand in for a part of those days only', () => {
	const part = { ...away, coverUntil: 150 };

	it('does so up to that moment and not at it, and nobody reads from then on', () => {
		expect([100, 149, 150, 199].map((now) => isCovering(part, 'dee', now))).toEqual([
			...[true, true, false, false]
		]);
		expect(coversUntil([part], 'dee', 120)).toBe(150);
		expect(unreadStretches([part])).toEqual([{ starts: 150, ends: 200 }]);
	});

	it('is there beforehand, and no more once that moment has come', () => {
		expect([10, 149, 150, 199].map((now) => isCovered(part, now))).toEqual([true, true, false, false]);
		expect([10, 199, 200].map((now) => isCovered(away, now))).toEqual([true, true, false]);
		expect(isCovered({ ...away, coverUntil: 100 }, 10)).toBe(false);
		expect(isCovered({ ...away, coverUntil: 101 }, 10)).toBe(true);
		expect(isCovered(nobody, 10)).toBe(false);
		expect(isCovered({ ...away, noThanksAt: 20 }, 20)).toBe(false);
	});

	it('stops only where the mentor is away for longer', () => {
		expect(coverStopsAt(part)).toBe(150);
		expect(coverStopsAt({ ...part, cancelledAt: 151 })).toBe(150);
		expect(coverStopsAt({ ...part, cancelledAt: 150 })).toBeUndefined();
		expect(coverStopsAt(away)).toBeUndefined();
		expect(coverStopsAt({ ...part, coverId: null })).toBeUndefined();
	});
});

describe('when nobody reads', () => {
	it('is while the mentor is away without anybody', () => {
		expect(unreadStretches([nobody])).toEqual([{ starts: 100, ends: 200 }]);
		expect(unreadStretches([away])).toEqual([]);
	});

	it('is never before it was marked: what was promised until then stays promised', () => {
		expect(unreadStretches([{ ...nobody, at: 130 }])).toEqual([{ starts: 130, ends: 200 }]);
	});

	it('begins with the “no thanks” where somebody stood in', () => {
		expect(unreadStretches([{ ...away, noThanksAt: 150 }])).toEqual([{ starts: 150, ends: 200 }]);
		expect(unreadStretches([{ ...away, noThanksAt: 50 }])).toEqual([{ starts: 100, ends: 200 }]);
	});

	it('ends when the mentor is back early', () => {
		expect(unreadStretches([{ ...nobody, cancelledAt: 120 }])).toEqual([{ starts: 100, ends: 120 }]);
		expect(unreadStretches([{ ...nobody, cancelledAt: 50 }])).toEqual([]);
	});
});

describe('the promise', () => {
	const usual = { hours: USUAL_HOURS, zone: LONDON, answerWithinMinutes: 240 };
	// Tuesday and Wednesday.
	const gone = [{ starts: at('2026-11-24T00:00Z'), ends: at('2026-11-26T00:00Z') }];

	it('leaves out the days on which nobody reads', () => {
		expect(readFrom(usual, at('2026-11-23T20:00Z'), gone)).toBe(at('2026-11-26T16:00Z'));
		expect(hearBy(usual, at('2026-11-23T18:00Z'), gone)).toBe(at('2026-11-26T18:00Z'));
	});

	it('counts the part of an evening before and after', () => {
		const part = [{ starts: at('2026-11-24T17:00Z'), ends: at('2026-11-24T18:00Z') }];
		expect(hearBy(usual, at('2026-11-24T16:00Z'), part)).toBe(at('2026-11-25T17:00Z'));
		expect(readFrom(usual, at('2026-11-24T17:00Z'), part)).toBe(at('2026-11-24T18:00Z'));
		expect(readFrom(usual, at('2026-11-24T16:59Z'), part)).toBe(at('2026-11-24T16:59Z'));
	});

	it('is what it was where those days touch no hours', () => {
		const friday = [{ starts: at('2026-11-27T00:00Z'), ends: at('2026-11-28T00:00Z') }];
		expect(hearBy(usual, at('2026-11-26T18:00Z'), friday)).toBe(hearBy(usual, at('2026-11-26T18:00Z')));
	});

	it('is kept by whoever reads day and night, too', () => {
		const always = {
			...usual,
			hours: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
		};
		expect(readFrom(always, at('2026-11-24T12:00Z'), gone)).toBe(at('2026-11-26T00:00Z'));
	});
});

describe('marking days away', () => {
	const now = at('2026-11-24T18:00Z');
	const today = '2026-11-24';
	const may = (
		from: string,
		until: string,
		aways: { from: string; until: string; cancelledAt: number | null }[] = []
	) => mayBeAway({ zones: [LONDON], aways }, { from, until }, now);

	it('begins today at the earliest', () => {
		expect(may(today, today)).toEqual(send);
		expect(may(addDays(today, -1), today)).toEqual(refused('days_past'));
	});

	it('lasts 60 days at most', () => {
		expect(may(today, addDays(today, MOST_AWAY_DAYS - 1))).toEqual(send);
		expect(may(today, addDays(today, MOST_AWAY_DAYS))).toEqual(refused('days_too_many'));
	});

	it('ends within a year', () => {
		const last = addDays(today, MOST_DAYS_AHEAD);
		expect(may(last, last)).toEqual(send);
		expect(may(last, addDays(last, 1))).toEqual(refused('days_too_far'));
	});

	it('takes no day twice, except one that was taken back', () => {
		const other = { from: '2026-12-10', until: '2026-12-12', cancelledAt: null };
		expect(may('2026-12-01', '2026-12-09', [other])).toEqual(send);
		expect(may('2026-12-01', '2026-12-10', [other])).toEqual(refused('away_already'));
		expect(may('2026-12-12', '2026-12-20', [other])).toEqual(refused('away_already'));
		expect(may('2026-12-13', '2026-12-20', [other])).toEqual(send);
		expect(may('2026-12-12', '2026-12-20', [{ ...other, cancelledAt: 5 }])).toEqual(send);
	});

	it('goes by the day where they live', () => {
		const late = instantAt('2026-11-24', '23:30', 'Asia/Kathmandu');
		const facts = { zones: ['Asia/Kathmandu'], aways: [] };
		expect(mayBeAway(facts, { from: '2026-11-24', until: '2026-11-24' }, late)).toEqual(send);
		expect(mayBeAway(facts, { from: '2026-11-24', until: '2026-11-25' }, late + 30 * 60_000)).toEqual(
			refused('days_past')
		);
	});

	it('is for mentors of somebody', () => {
		expect(mayBeAway({ zones: [], aways: [] }, { from: today, until: today }, now)).toEqual(
			refused('not_found')
		);
	});

	it('is readable with real days in their order', () => {
		const readable = (from: unknown, until: unknown) => v.is(AwayBody, { from, until });
		expect(readable('2026-12-24', '2026-12-24')).toBe(true);
		expect(readable('2026-12-25', '2026-12-24')).toBe(false);
		expect(readable('2026-02-29', '2026-03-01')).toBe(false);
		expect(readable(1, 2)).toBe(false);
	});
});

describe('not being away after all', () => {
	it('can be said until the last moment, once', () => {
		expect(mayEndAway([away], 199)).toEqual(send);
		expect(mayEndAway([away], 200)).toEqual(refused('away_over'));
		expect(mayEndAway([{ ...away, cancelledAt: 50 }], 60)).toEqual(refused('away_over'));
		expect(mayEndAway([], 60)).toEqual(refused('not_found'));
	});
});

describe('an answer to who stands in', () => {
	it('is the young person’s alone', () => {
		expect(mayAnswerCover({ side: 'young', away }, 50)).toEqual(send);
		for (const side of ['mentor', 'cover'] as const)
			expect(mayAnswerCover({ side, away }, 150)).toEqual(refused('not_yours_to_do'));
		expect(mayAnswerCover({ side: undefined, away }, 150)).toEqual(refused('not_found'));
	});

	it('can be given before and during, and again', () => {
		for (const now of [11, 100, 199]) expect(mayAnswerCover({ side: 'young', away }, now)).toEqual(send);
		expect(mayAnswerCover({ side: 'young', away: { ...away, noThanksAt: 20 } }, 150)).toEqual(send);
		expect(mayAnswerCover({ side: 'young', away }, 200)).toEqual(refused('away_over'));
	});

	it('has nothing to say where nobody stands in', () => {
		expect(mayAnswerCover({ side: 'young', away: nobody }, 50)).toEqual(refused('not_found'));
		expect(mayAnswerCover({ side: 'young', away: undefined }, 50)).toEqual(refused('not_found'));
	});
});
