import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DAY, instantAt, MINUTE, type Weekday } from '../clock/zones';
import { USUAL_HOURS, type ReadingWindow } from './agreement';
import { hearBy, isReading, nextOpening, openings, readFrom } from './reading-hours';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const London = 'Europe/London';
const at = (iso: string) => Date.parse(iso);
const everyDay = (from: string, to: string): ReadingWindow[] =>
	([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((weekday) => ({ weekday, from, to }));
const usual = { hours: USUAL_HOURS, zone: London, answerWithinMinutes: 240 };
const dayAndNight = { hours: everyDay('00:00', '24:00'), zone: London, answerWithinMinutes: 2880 };

/** The first `count` openings, as times in UTC. */
function first(count: number, hours: { hours: ReadingWindow[]; zone: string }, from: number): string[] {
	const found: string[] = [];
	for (const { opens, closes } of openings(hours, from)) {
		found.push(
			`${new Date(opens).toISOString().slice(0, 16)} ${new Date(closes).toISOString().slice(0, 16)}`
		);
		if (found.length === count) break;
	}
	return found;
}

describe('a mentor who reads Monday to Thursday, 4 to 8 pm', () => {
	// Thursday 26 November 2026
	it('reads from the first minute and not before', () => {
		expect(isReading(usual, at('2026-11-26T15:59:59.999Z'))).toBe(false);
		expect(isReading(usual, at('2026-11-26T16:00Z'))).toBe(true);
	});

	it('reads up to the last minute and not at the closing one', () => {
		expect(isReading(usual, at('2026-11-26T19:59:59.999Z'))).toBe(true);
		expect(isReading(usual, at('2026-11-26T20:00Z'))).toBe(false);
	});

	it('reads what comes in hours at once, and what comes later when reading next begins', () => {
		expect(readFrom(usual, at('2026-11-26T17:12Z'))).toBe(at('2026-11-26T17:12Z'));
		expect(readFrom(usual, at('2026-11-26T20:00Z'))).toBe(at('2026-11-30T16:00Z'));
		expect(readFrom(usual, at('2026-11-29T23:00Z'))).toBe(at('2026-11-30T16:00Z'));
	});

	it('answers within an evening of their own reading time', () => {
		expect(hearBy(usual, at('2026-11-26T10:00Z'))).toBe(at('2026-11-26T20:00Z'));
		expect(hearBy(usual, at('2026-11-26T18:00Z'))).toBe(at('2026-11-30T18:00Z'));
		expect(hearBy(usual, at('2026-11-27T10:00Z'))).toBe(at('2026-11-30T20:00Z'));
	});

	it('opens at 4 pm on the wall before and after both clock changes', () => {
		expect(first(3, usual, at('2026-03-25T20:00Z'))).toEqual([
			'2026-03-26T16:00 2026-03-26T20:00',
			'2026-03-30T15:00 2026-03-30T19:00',
			'2026-03-31T15:00 2026-03-31T19:00'
		]);
		expect(first(2, usual, at('2026-10-22T12:00Z'))).toEqual([
			'2026-10-22T15:00 2026-10-22T19:00',
			'2026-10-26T16:00 2026-10-26T20:00'
		]);
	});
});

describe('openings', () => {
	const monday = (...windows: [string, string][]) => ({
		hours: windows.map(([from, to]): ReadingWindow => ({ weekday: 1, from, to })),
		zone: London
	});
	const before = at('2026-11-22T12:00Z');

	it('that touch are one', () => {
		expect(first(1, monday(['16:00', '18:00'], ['18:00', '20:00']), before)).toEqual([
			'2026-11-23T16:00 2026-11-23T20:00'
		]);
	});

	it('a minute apart are two', () => {
		expect(first(2, monday(['16:00', '18:00'], ['18:01', '20:00']), before)).toEqual([
			'2026-11-23T16:00 2026-11-23T18:00',
			'2026-11-23T18:01 2026-11-23T20:00'
		]);
	});

	it('that overlap or hold one another are one, in whatever order they were written', () => {
		expect(first(2, monday(['17:00', '18:00'], ['19:00', '21:00'], ['16:00', '20:00']), before)).toEqual([
			'2026-11-23T16:00 2026-11-23T21:00',
			'2026-11-30T16:00 2026-11-30T21:00'
		]);
	});

	it('run on past midnight when the next day begins with one', () => {
		const late = {
			hours: [
				{ weekday: 5, from: '22:00', to: '24:00' },
				{ weekday: 6, from: '00:00', to: '01:00' }
			] as ReadingWindow[],
			zone: London
		};
		expect(first(1, late, before)).toEqual(['2026-11-27T22:00 2026-11-28T01:00']);
		expect(nextOpening(late, at('2026-11-28T00:30Z'))).toEqual({
			opens: at('2026-11-27T22:00Z'),
			closes: at('2026-11-28T01:00Z')
		});
	});

	it('end at midnight when nothing follows', () => {
		expect(first(1, monday(['22:00', '24:00']), before)).toEqual(['2026-11-23T22:00 2026-11-24T00:00']);
	});

	it('are none when no hours are agreed, or none make sense', () => {
		for (const hours of [
			[],
			monday(['18:00', '18:00']).hours,
			monday(['20:00', '16:00']).hours,
			monday(['', 'x']).hours
		]) {
			expect(first(1, { hours, zone: London }, before)).toEqual([]);
			expect(readFrom({ hours, zone: London }, before)).toBeUndefined();
			expect(hearBy({ hours, zone: London, answerWithinMinutes: 60 }, before)).toBeUndefined();
			expect(isReading({ hours, zone: London }, before)).toBe(false);
		}
	});

	it('of someone who reads day and night come in long stretches that leave nothing out', () => {
		const found = [];
		for (const opening of openings(dayAndNight, before)) {
			found.push(opening);
			if (found.length === 5) break;
		}
		expect(found[0]!.opens).toBeLessThanOrEqual(before);
		for (const [index, opening] of found.entries()) {
			expect(opening.closes - Math.max(opening.opens, before)).toBeGreaterThanOrEqual(14 * DAY);
			if (index > 0) expect(opening.opens).toBe(found[index - 1]!.closes);
		}
		expect(isReading(dayAndNight, before)).toBe(true);
		expect(hearBy(dayAndNight, before)).toBe(before + 2880 * MINUTE);
	});

	it('last as long as the clock change makes them', () => {
		const night = { hours: [{ weekday: 7, from: '00:30', to: '03:00' }] as ReadingWindow[], zone: London };
		expect(first(1, night, at('2026-03-28T12:00Z'))).toEqual(['2026-03-29T00:30 2026-03-29T02:00']);
		expect(first(1, night, at('2026-10-24T12:00Z'))).toEqual(['2026-10-24T23:30 2026-10-25T03:00']);
	});

	it('follow the zone of the agreement', () => {
		const evening = { hours: everyDay('16:00', '20:00') };
		expect(first(1, { ...evening, zone: 'America/New_York' }, at('2026-11-23T00:00Z'))).toEqual([
			'2026-11-22T21:00 2026-11-23T01:00'
		]);
		expect(first(1, { ...evening, zone: 'Asia/Kathmandu' }, at('2026-11-23T00:00Z'))).toEqual([
			'2026-11-23T10:15 2026-11-23T14:15'
		]);
		expect(first(1, { ...evening, zone: 'Pacific/Kiritimati' }, at('2026-11-23T00:00Z'))).toEqual([
			'2026-11-23T02:00 2026-11-23T06:00'
		]);
	});
});

describe('whatever the hours', () => {
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
	const agreement = fc.record({
		hours: fc.array(window, { minLength: 1, maxLength: 10 }),
		zone: fc.constantFrom(London, 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
		answerWithinMinutes: fc.integer({ min: 30, max: 2880 })
	});
	const moment = fc
		.integer({ min: instantAt('2024-01-01', '00:00', London), max: instantAt('2029-01-01', '00:00', London) })
		// Half of them within two days of a clock change.
		.chain((any) =>
			fc.constantFrom(
				any,
				at('2026-03-29T01:00Z') + (any % (2 * DAY)),
				at('2026-10-25T01:00Z') - (any % (2 * DAY))
			)
		);

	it('nobody hears before it is read, and nothing is read before it arrives', () => {
		fc.assert(
			fc.property(agreement, moment, (hours, now) => {
				const reads = readFrom(hours, now)!;
				expect(reads).toBeGreaterThanOrEqual(now);
				expect(hearBy(hours, now)!).toBeGreaterThanOrEqual(reads);
				expect(isReading(hours, reads)).toBe(true);
				expect(isReading(hours, now)).toBe(reads === now);
			})
		);
	});

	it('the open minutes until the answer are exactly the promised ones', () => {
		fc.assert(
			fc.property(agreement, moment, (hours, now) => {
				const promised = hearBy(hours, now)!;
				let open = 0;
				for (const { opens, closes } of openings(hours, now)) {
					if (opens >= promised) break;
					open += Math.min(closes, promised) - Math.max(opens, now);
				}
				expect(open).toBe(hours.answerWithinMinutes * MINUTE);
			})
		);
	});

	it('openings come in order, apart, and none that has closed', () => {
		fc.assert(
			fc.property(agreement, moment, (hours, now) => {
				let [reached, count] = [-Infinity, 0];
				for (const { opens, closes } of openings(hours, now)) {
					expect(opens).toBeGreaterThanOrEqual(reached);
					expect(closes).toBeGreaterThan(Math.max(opens, now));
					reached = closes;
					if (++count === 20) break;
				}
				expect(count).toBe(20);
			})
		);
	});

	it('what arrives later is never promised sooner', () => {
		fc.assert(
			fc.property(agreement, moment, fc.integer({ min: 1, max: 3 * DAY }), (hours, now, later) => {
				expect(readFrom(hours, now + later)!).toBeGreaterThanOrEqual(readFrom(hours, now)!);
				expect(hearBy(hours, now + later)!).toBeGreaterThanOrEqual(hearBy(hours, now)!);
			})
		);
	});

	it('the wall clock of every moment read lies in a window, counted minute by minute', () => {
		fc.assert(
			fc.property(agreement, moment, fc.integer({ min: 0, max: 7 * 24 * 60 }), (hours, from, minutes) => {
				const now = from + minutes * MINUTE;
				const parts = new Intl.DateTimeFormat('en-GB', {
					timeZone: hours.zone,
					weekday: 'short',
					hour: '2-digit',
					minute: '2-digit'
				}).formatToParts(now);
				const part = (type: string) => parts.find((one) => one.type === type)!.value;
				const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
				const wall = `${part('hour')}:${part('minute')}`;
				// Inside the hours around a change the wall clock alone does not say.
				fc.pre(!(wall >= '00:00' && wall <= '03:30'));
				const inWindow = hours.hours.some(
					(one) => one.weekday === weekday && one.from <= wall && wall < one.to
				);
				expect(isReading(hours, now)).toBe(inWindow);
			})
		);
	});
});

it('a promise looks no further than it must: one minute a week still ends', () => {
	const hours = { hours: [{ weekday: 1, from: '10:00', to: '10:01' }] as ReadingWindow[], zone: London };
	expect(hearBy({ ...hours, answerWithinMinutes: 30 }, at('2026-11-22T12:00Z'))).toBe(
		instantAt('2027-06-14', '10:01', London)
	);
});
