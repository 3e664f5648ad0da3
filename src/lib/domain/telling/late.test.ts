import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE, type Weekday } from '../clock/zones';
import { USUAL_HOURS, type AgreedHours, type ReadingWindow } from '../pairings/agreement';
import type { AwayTimes } from '../pairings/away';
import { hearBy } from '../pairings/reading-hours';
import { USUAL_LIMITS } from '../pairings/terms';
import {
	LEAST_MORE_MINUTES,
	looksIntoIt,
	moreMinutes,
	nextStep,
	stepsOf,
	talkMinutes,
	usualAnswering,
	type WaitFacts
} from './late';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const London = 'Europe/London';
const london = (day: string, time: string) => instantAt(day, time, London);
const usual = { zone: London, hours: USUAL_HOURS, answerWithinMinutes: 240 };
const agreement: AgreedHours = { id: 'a', pairingId: 'p', version: 1, from: 0, ...usual };
const away = (from: number, until: number, change: Partial<AwayTimes> = {}): AwayTimes => ({
	...{ starts: from, ends: until, at: 0, coverId: null, noThanksAt: null, cancelledAt: null },
	...change
});
const facts = (change: Partial<WaitFacts> = {}): WaitFacts => ({
	...{ agreements: [agreement], aways: [], usual },
	...change
});
const plain = (since: number) => ({ since, talkSince: null });
const talk = (since: number) => ({ since, talkSince: since });
const nobody = { nudgedAt: null, lookedIntoAt: null, lookedIntoBy: null };

// Tuesday 24 November 2026. Sam reads Monday to Thursday, 4 to 8 pm, and answers within four of those hours.
const TUESDAY = '2026-11-24';
const TEN = london(TUESDAY, '10:00');

describe('a late answer', () => {
	it('is reminded of when the promise has passed, and looked into after half as much of the mentor’s hours again', () => {
		expect(stepsOf(plain(TEN), facts())).toEqual({
			nudgeAt: london(TUESDAY, '20:00'),
			lookAt: london('2026-11-25', '18:00')
		});
	});

	it('is looked into a day after the reminder at the latest, however few hours there are', () => {
		// Thursday morning: promised by Thursday at eight, and Sam reads again on Monday.
		expect(stepsOf(plain(london('2026-11-26', '10:00')), facts())).toEqual({
			nudgeAt: london('2026-11-26', '20:00'),
			lookAt: london('2026-11-27', '20:00')
		});
	});

	it('is looked into no sooner than half an hour of reading after the reminder', () => {
		const quick = { ...agreement, answerWithinMinutes: 30 };
		expect(stepsOf(plain(TEN), facts({ agreements: [quick] }))).toEqual({
			nudgeAt: london(TUESDAY, '16:30'),
			lookAt: london(TUESDAY, '17:00')
		});
		expect([59, 60, 61, 62, 63].map((minutes) => moreMinutes({ answerWithinMinutes: minutes }))).toEqual([
			LEAST_MORE_MINUTES,
			LEAST_MORE_MINUTES,
			31,
			31,
			32
		]);
	});

	it('goes by what was agreed when it arrived', () => {
		const slower = { ...agreement, id: 'b', version: 2, answerWithinMinutes: 480, from: TEN + 1 };
		expect(stepsOf(plain(TEN), facts({ agreements: [agreement, slower] }))).toEqual(
			stepsOf(plain(TEN), facts())
		);
		expect(stepsOf(plain(TEN + 1), facts({ agreements: [agreement, slower] })).nudgeAt).toBe(
			london('2026-11-25', '20:00')
		);
	});

	it('goes by what the programme begins with where no hours were agreed, or none that make sense', () => {
		for (const agreements of [[], [{ ...agreement, hours: [] }], [{ ...agreement, from: TEN + 1 }]])
			expect(stepsOf(plain(TEN), facts({ agreements }))).toEqual(stepsOf(plain(TEN), facts()));
		const begins = { ...USUAL_LIMITS.begins, hours: [], answerWithinMinutes: 60 };
		expect(usualAnswering({ zone: London, agreementLimits: { ...USUAL_LIMITS, begins } })).toEqual({
			...usual,
			answerWithinMinutes: 60
		});
	});
});

describe('“Can we talk?”', () => {
	it('comes one step sooner: reminded of at half the time, looked into when the promise has passed', () => {
		expect(stepsOf(talk(TEN), facts())).toEqual({
			nudgeAt: london(TUESDAY, '18:00'),
			lookAt: london(TUESDAY, '20:00')
		});
		expect([30, 31].map((minutes) => talkMinutes({ answerWithinMinutes: minutes }))).toEqual([15, 16]);
	});

	it('brings forward a wait that had begun before it, from when it arrived', () => {
		const asked = london(TUESDAY, '17:00');
		expect(stepsOf({ since: TEN, talkSince: asked }, facts())).toEqual({
			nudgeAt: london(TUESDAY, '19:00'),
			lookAt: london('2026-11-25', '17:00')
		});
	});

	it('holds nothing back that was late before it came', () => {
		const asked = london('2026-11-25', '17:59');
		expect(stepsOf({ since: TEN, talkSince: asked }, facts())).toEqual(stepsOf(plain(TEN), facts()));
	});
});

describe('while the mentor is away', () => {
	const [wednesday, saturday, sunday] = ['2026-11-25', '2026-11-28', '2026-11-29'].map((day) =>
		london(day, '00:00')
	) as [number, number, number];
	const at = london(TUESDAY, '18:00');

	it('and nobody stands in, the count stands still', () => {
		const aways = [away(wednesday, london('2026-11-27', '00:00'))];
		expect(stepsOf(plain(at), facts({ aways }))).toEqual({
			nudgeAt: london('2026-11-30', '18:00'),
			lookAt: london('2026-11-30', '20:00')
		});
	});

	it('and nobody stands in for three days, it still does; for a moment longer, it is looked into at once', () => {
		expect(stepsOf(plain(at), facts({ aways: [away(wednesday, saturday)] }))).toEqual({
			nudgeAt: london('2026-11-30', '18:00'),
			lookAt: london('2026-11-30', '20:00')
		});
		expect(stepsOf(plain(at), facts({ aways: [away(wednesday, saturday + 1)] }))).toEqual({
			nudgeAt: null,
			lookAt: wednesday
		});
	});

	it('days marked one after the other count as one', () => {
		const aways = [away(saturday, sunday), away(wednesday, saturday)];
		expect(stepsOf(plain(at), facts({ aways })).lookAt).toBe(wednesday);
	});

	it('whoever writes on those days waits from then: what is left of them counts', () => {
		const aways = [away(wednesday, sunday)];
		expect(stepsOf(plain(wednesday + DAY - 1), facts({ aways })).lookAt).toBe(wednesday + DAY - 1);
		expect(stepsOf(plain(wednesday + DAY), facts({ aways })).lookAt).toBe(
			london('2026-11-30', '20:00') + DAY - 2 * HOUR
		);
	});

	it('three days are three days across both clock changes', () => {
		for (const [from, until] of [
			['2026-10-24', '2026-10-27'],
			['2027-03-27', '2027-03-30']
		] as const) {
			const [starts, ends] = [london(from, '00:00'), london(until, '00:00')];
			expect(stepsOf(plain(starts), facts({ aways: [away(starts, ends)] })).lookAt).toBeGreaterThan(ends);
			expect(stepsOf(plain(starts), facts({ aways: [away(starts, ends + 1)] })).lookAt).toBe(starts);
		}
	});

	it('is reminded all the same of what was late before', () => {
		const since = london('2026-11-23', '10:00');
		const aways = [away(wednesday, saturday + 1)];
		expect(stepsOf(plain(since), facts({ aways }))).toEqual({
			nudgeAt: london('2026-11-23', '20:00'),
			lookAt: london(TUESDAY, '18:00')
		});
	});

	it('and somebody stands in, nothing stands still', () => {
		const aways = [away(wednesday, sunday, { coverId: 'dee' })];
		expect(stepsOf(plain(at), facts({ aways }))).toEqual(stepsOf(plain(at), facts()));
	});

	it('a “no thanks” to whoever stands in is a time without anybody from then on', () => {
		const noThanksAt = wednesday + HOUR;
		const aways = [away(wednesday, sunday, { coverId: 'dee', noThanksAt })];
		expect(stepsOf(plain(at), facts({ aways })).lookAt).toBe(noThanksAt);
	});
});

describe('step by step', () => {
	const wait = plain(TEN);
	const nudgedAt = london(TUESDAY, '20:00') + 1;
	const lookAt = london('2026-11-25', '18:00');

	it('the reminder comes first, then somebody who looks into it, then nothing', () => {
		expect(nextStep(wait, facts(), nobody)).toEqual({ is: 'nudge', after: london(TUESDAY, '20:00') });
		expect(nextStep(wait, facts(), { ...nobody, nudgedAt })).toEqual({ is: 'look', after: lookAt });
		const asked = { nudgedAt, lookedIntoAt: lookAt + 1, lookedIntoBy: 'coordinator' as const };
		expect(nextStep(wait, facts(), asked)).toBeUndefined();
	});

	it('where it would stand still for days nobody is reminded who is away', () => {
		const aways = [away(TEN, TEN + 4 * DAY)];
		expect(nextStep(wait, facts({ aways }), nobody)).toEqual({ is: 'look', after: TEN });
	});

	it('whoever stands in is asked, and the coordinator if there is still no answer', () => {
		const aways = [away(london('2026-11-25', '00:00'), london('2026-11-27', '00:00'), { coverId: 'dee' })];
		const reminded = { ...nobody, nudgedAt };
		expect(looksIntoIt(aways, reminded, lookAt + 1)).toBe('cover');
		const asked = { nudgedAt, lookedIntoAt: lookAt + 1, lookedIntoBy: 'cover' as const };
		expect(nextStep(wait, facts({ aways }), asked)).toEqual({
			is: 'look',
			after: london('2026-11-26', '16:00') + 1
		});
		expect(looksIntoIt(aways, asked, london('2026-11-26', '17:00'))).toBe('coordinator');
	});

	it('the coordinator is asked at once when whoever was asked stands in no more', () => {
		const starts = london('2026-11-25', '00:00');
		const ends = lookAt + 10 * MINUTE;
		const asked = { nudgedAt, lookedIntoAt: lookAt + 1, lookedIntoBy: 'cover' as const };
		const over = facts({ aways: [away(starts, ends, { coverId: 'dee' })] });
		expect(nextStep(wait, over, asked)).toEqual({ is: 'look', after: ends });
		const gone = facts({ aways: [away(starts, ends + DAY)] });
		expect(nextStep(wait, gone, asked)).toEqual({ is: 'look', after: lookAt + 1 });
	});

	it('whoever was reminded while standing in is not the one who looks into it', () => {
		const aways = [away(london(TUESDAY, '00:00'), london('2026-11-27', '00:00'), { coverId: 'dee' })];
		expect(looksIntoIt(aways, { ...nobody, nudgedAt }, lookAt + 1)).toBe('coordinator');
		expect(looksIntoIt(aways, nobody, lookAt + 1)).toBe('cover');
		expect(looksIntoIt([], nobody, lookAt + 1)).toBe('coordinator');
	});
});

describe('whatever is agreed', () => {
	const clock = (minutes: number) =>
		`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	const window = fc
		.tuple(
			fc.integer({ min: 1, max: 7 }),
			fc.integer({ min: 0, max: 1425 }),
			fc.integer({ min: 15, max: 1440 })
		)
		.map(([weekday, from, length]): ReadingWindow => ({
			weekday: weekday as Weekday,
			from: clock(from),
			to: clock(Math.min(1440, from + length))
		}));
	const agreed = fc
		.record({
			hours: fc.array(window, { minLength: 1, maxLength: 8 }),
			zone: fc.constantFrom(London, 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
			answerWithinMinutes: fc.integer({ min: 30, max: 2880 })
		})
		.map((one) => ({ ...agreement, ...one }));
	const changes = [Date.parse('2026-03-29T01:00Z'), Date.parse('2026-10-25T01:00Z')];
	const since = fc
		.tuple(fc.constantFrom(...changes), fc.integer({ min: -4 * DAY, max: 3 * DAY }))
		.map(([change, off]) => change + off);
	const wait = fc
		.tuple(since, fc.option(fc.integer({ min: 0, max: 2 * DAY })))
		.map(([since, later]) => ({ since, talkSince: later === null ? null : since + later }));
	const days = fc
		.tuple(since, fc.integer({ min: HOUR, max: 9 * DAY }), fc.boolean())
		.map(([starts, long, covered]) => away(starts, starts + long, covered ? { coverId: 'dee' } : {}));

	it('nobody looks into it before the reminder, and nothing is late before it arrives', () => {
		fc.assert(
			fc.property(agreed, wait, fc.array(days, { maxLength: 3 }), (one, wait, aways) => {
				const { nudgeAt, lookAt } = stepsOf(wait, facts({ agreements: [one], aways }));
				expect(lookAt).toBeGreaterThanOrEqual(nudgeAt ?? wait.since);
				expect(nudgeAt ?? wait.since).toBeGreaterThanOrEqual(wait.since);
				if (wait.talkSince === null) expect(lookAt - (nudgeAt ?? lookAt)).toBeLessThanOrEqual(DAY);
			})
		);
	});

	it('without “Can we talk?” the reminder comes when the promise has passed, unless somebody looks first', () => {
		fc.assert(
			fc.property(agreed, since, fc.array(days, { maxLength: 3 }), (one, since, aways) => {
				const { nudgeAt } = stepsOf(plain(since), facts({ agreements: [one], aways }));
				if (aways.length === 0) expect(nudgeAt).toBe(hearBy(one, since));
				else expect(nudgeAt ?? Infinity).toBeGreaterThanOrEqual(hearBy(one, since)!);
			})
		);
	});

	it('“Can we talk?” is never later than anything else', () => {
		fc.assert(
			fc.property(agreed, wait, fc.array(days, { maxLength: 3 }), (one, wait, aways) => {
				const all = facts({ agreements: [one], aways });
				const [asked, not] = [stepsOf(wait, all), stepsOf(plain(wait.since), all)];
				expect(asked.lookAt).toBeLessThanOrEqual(not.lookAt);
				if (asked.nudgeAt !== null) expect(asked.nudgeAt).toBeLessThanOrEqual(not.nudgeAt ?? Infinity);
			})
		);
	});

	it('days away with nobody to stand in bring nothing forward, but for a wait that would stand still for days', () => {
		fc.assert(
			fc.property(agreed, wait, days, fc.array(days, { maxLength: 2 }), (one, wait, more, aways) => {
				const before = stepsOf(wait, facts({ agreements: [one], aways }));
				const after = stepsOf(wait, facts({ agreements: [one], aways: [...aways, more] }));
				if (after.lookAt >= before.lookAt) return;
				expect(more.coverId).toBeNull();
				// It stands still from then on for longer than three days.
				const reads = hearBy({ ...one, answerWithinMinutes: 1, hours: everyMinute }, after.lookAt, [
					...[...aways, more].filter(({ coverId }) => coverId === null)
				])!;
				expect(reads - after.lookAt).toBeGreaterThan(3 * DAY - HOUR);
			})
		);
	});

	const everyMinute = ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((weekday) => ({
		...{ weekday, from: '00:00', to: '24:00' }
	}));
});
