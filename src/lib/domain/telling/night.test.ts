import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf, HOUR, instantAt, MINUTE, timeOf } from '../clock/zones';
import { isNight, nightOf, USUAL_NIGHT, wakeAt } from './night';

const LONDON = 'Europe/London';
const london = (day: string, time: string) => instantAt(day, time, LONDON);

describe('a night', () => {
	it('is the usual one on a phone that does not know its programme’s', () => {
		expect(nightOf({})).toEqual(USUAL_NIGHT);
		expect(nightOf({ nightFrom: '22:00', nightUntil: '06:30' })).toEqual({ from: '22:00', until: '06:30' });
	});

	it('begins at its first minute and ends at its last', () => {
		const at = (day: string, time: string) => isNight(london(day, time), USUAL_NIGHT, LONDON);
		expect(isNight(london('2026-11-24', '21:00') - 1, USUAL_NIGHT, LONDON)).toBe(false);
		expect(at('2026-11-24', '21:00')).toBe(true);
		expect(isNight(london('2026-11-25', '07:00') - 1, USUAL_NIGHT, LONDON)).toBe(true);
		expect(at('2026-11-25', '07:00')).toBe(false);
	});

	it('need not cross midnight', () => {
		const night = { from: '00:30', until: '06:00' };
		const at = (time: string) => isNight(london('2026-11-24', time), night, LONDON);
		expect(['00:29', '00:30', '05:59', '06:00', '23:59'].map(at)).toEqual([false, true, true, false, false]);
	});

	it('may end at midnight, however that is written', () => {
		for (const until of ['24:00', '00:00']) {
			const night = { from: '20:00', until };
			expect(isNight(london('2026-11-24', '23:59'), night, LONDON)).toBe(true);
			expect(isNight(london('2026-11-25', '00:00'), night, LONDON)).toBe(false);
		}
	});

	it('that ends as it begins is none', () => {
		expect(isNight(london('2026-11-24', '21:00'), { from: '21:00', until: '21:00' }, LONDON)).toBe(false);
		expect(isNight(london('2026-11-24', '00:00'), { from: '00:00', until: '24:00' }, LONDON)).toBe(false);
	});
});

describe('waking', () => {
	it('is at once by day, and as the night ends otherwise', () => {
		const last = london('2026-11-24', '21:00') - 1;
		expect(wakeAt(last, USUAL_NIGHT, LONDON)).toBe(last);
		expect(wakeAt(last + 1, USUAL_NIGHT, LONDON)).toBe(london('2026-11-25', '07:00'));
		expect(wakeAt(london('2026-11-25', '06:59') + 59_999, USUAL_NIGHT, LONDON)).toBe(
			london('2026-11-25', '07:00')
		);
	});

	it('is at seven by the clocks that were put forward in the night', () => {
		const wakes = wakeAt(london('2027-03-27', '23:00'), USUAL_NIGHT, LONDON);
		expect(new Date(wakes).toISOString()).toBe('2027-03-28T06:00:00.000Z');
	});

	it('is at seven by the clocks that were put back in the night', () => {
		const wakes = wakeAt(london('2026-10-24', '23:00'), USUAL_NIGHT, LONDON);
		expect(new Date(wakes).toISOString()).toBe('2026-10-25T07:00:00.000Z');
	});

	it('is not in the hour that comes twice while clocks still show the night', () => {
		const night = { from: '21:00', until: '01:30' };
		const firstPass = Date.parse('2026-10-25T00:30Z');
		expect(wakeAt(firstPass - MINUTE, night, LONDON)).toBe(firstPass);
		// Ten past one for the second time is night again.
		expect(wakeAt(Date.parse('2026-10-25T01:10Z'), night, LONDON)).toBe(Date.parse('2026-10-25T01:30Z'));
	});

	it('is as soon as clocks have jumped over the end', () => {
		const night = { from: '21:00', until: '01:30' };
		expect(wakeAt(london('2027-03-27', '23:00'), night, LONDON)).toBe(Date.parse('2027-03-28T01:00Z'));
	});

	const time = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
	const zone = fc.constantFrom(LONDON, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York', 'UTC');
	// Years with many clock changes near, to the millisecond.
	const instant = fc.oneof(
		fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2028-12-31T00:00Z') }),
		fc
			.tuple(
				fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-01', '2027-04-04'),
				fc.integer({ min: -DAY, max: DAY })
			)
			.map(([day, away]) => Date.parse(day) + away)
	);

	it('is never in the night and never before, whatever the night, the zone and the moment', () => {
		fc.assert(
			fc.property(instant, time, time, zone, (at, from, until, zone) => {
				const night = { from, until };
				const wakes = wakeAt(at, night, zone);
				expect(isNight(wakes, night, zone)).toBe(false);
				expect(wakes).toBeGreaterThanOrEqual(at);
				expect(wakes - at).toBeLessThanOrEqual(DAY + HOUR);
				// Everything in between is night.
				if (wakes > at) expect(isNight(wakes - 1, night, zone)).toBe(true);
				expect(wakeAt(wakes, night, zone)).toBe(wakes);
			})
		);
	});

	it('is one moment for everything of one night', () => {
		fc.assert(
			fc.property(instant, fc.integer({ min: 0, max: 12 * HOUR }), zone, (at, later, zone) => {
				const [one, other] = [at, at + later].map((one) => wakeAt(one, USUAL_NIGHT, zone)) as [
					number,
					number
				];
				const bothWait = one > at && other > at + later;
				const sameMorning = dayOf(one, zone) === dayOf(other, zone);
				if (bothWait && sameMorning) expect(other).toBe(one);
				if (bothWait) expect(timeOf(one, zone)).toBe('07:00');
			})
		);
	});
});
