import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf, HOUR, instantAt } from '../clock/zones';
import { TOLD } from './kinds';
import { isNight, USUAL_NIGHT, USUAL_PUSH_WORDS } from './night';
import { addressOfPush, readPayload } from './push';
import { cannotWait, pushLife } from './push-life';

describe('what a phone shows for a push', () => {
	test('is what came', () => {
		expect(readPayload('{"w":"Something for you","n":"notice-1","b":2}')).toEqual({
			...{ w: 'Something for you', n: 'notice-1', b: 2 }
		});
	});

	test.each([
		undefined,
		'',
		'hello',
		'{',
		'null',
		'[]',
		'7',
		'{"w":7,"n":{},"b":"2"}',
		'{"w":"  ","n":"../x"}'
	])('is the usual words and nothing else for %j', (text) => {
		expect(readPayload(text)).toEqual({ w: USUAL_PUSH_WORDS, n: '', b: 0 });
	});

	test.each([
		['a'.repeat(120), 'a'.repeat(120)],
		['a'.repeat(121), ''],
		['a/b', ''],
		['a?b', '']
	])('names a notice only as one is named: %s', (given, n) => {
		expect(readPayload(JSON.stringify({ w: 'x', n: given })).n).toBe(n);
	});

	test.each([
		[-1, 0],
		[999, 999],
		[1000, 999],
		[1.5, 0]
	])('counts %d as %d', (b, shown) => {
		expect(readPayload(JSON.stringify({ b })).b).toBe(shown);
	});

	test('is no longer than a lock screen', () => {
		expect(readPayload(JSON.stringify({ w: 'a'.repeat(500) })).w).toHaveLength(80);
	});

	test('leads to its notice, or to the first screen', () => {
		expect(addressOfPush('notice:1')).toBe('/start?n=notice%3A1');
		expect(addressOfPush('')).toBe('/start');
	});
});

describe('how long a push lives', () => {
	const zone = 'Europe/London';
	const at = (time: string, day = '2026-11-24') => instantAt(day, time, zone);
	const nights = [{ night: USUAL_NIGHT, zone }];

	test.each([
		['07:00', 4 * 3600],
		['16:59', 4 * 3600],
		['17:00', 4 * 3600],
		['17:01', 4 * 3600 - 60],
		['20:59', 60]
	])('from %s: %i seconds', (time, seconds) => {
		expect(pushLife(at(time), nights)).toBe(seconds);
	});

	test('is some hours where there is no night', () => {
		expect(pushLife(at('23:00'), [{ night: { from: '07:00', until: '07:00' }, zone }])).toBe(4 * 3600);
		expect(pushLife(at('23:00'), [])).toBe(4 * 3600);
	});

	test('ends with the first of several nights', () => {
		const early = { night: { from: '19:00', until: '07:00' }, zone };
		expect(pushLife(at('18:00'), [...nights, early])).toBe(3600);
	});

	test('never reaches into a night, whenever it is sent, on days when clocks change too', () => {
		const start = instantAt('2026-01-01', '00:00', 'UTC');
		const evening = fc.constantFrom('18:00', '20:30', '21:00', '22:15', '23:30');
		const morning = fc.constantFrom('06:00', '07:00', '07:45', '09:00');
		const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 365 * DAY }),
				evening,
				morning,
				zones,
				(after, from, until, where) => {
					const night = { from, until };
					const sent = start + after;
					fc.pre(!isNight(sent, night, where));
					const life = pushLife(sent, [{ night, zone: where }]) * 1000;
					expect(life).toBeLessThanOrEqual(4 * HOUR);
					expect(isNight(sent + life - 1, night, where), dayOf(sent, where)).toBe(false);
					if (life < 4 * HOUR - 1000) expect(isNight(sent + life + 1000, night, where)).toBe(true);
				}
			)
		);
	});
});

test('only what is of no use later wakes a phone that saves its battery', () => {
	expect(TOLD.filter(cannotWait)).toEqual(['meeting_soon', 'meeting_changed']);
});
