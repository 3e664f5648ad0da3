import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { WrittenDay, WrittenEnd, writtenNumber, WrittenTime, WrittenZone } from './written';

describe.each([
	[
		'day',
		WrittenDay,
		['2026-11-22', '2028-02-29'],
		['2027-02-29', '2026-13-01', '2026-1-1', '22/11/2026', '0026-01-01', '']
	],
	['time', WrittenTime, ['00:00', '23:59', '09:05'], ['24:00', '9:05', '12:60', '12', '12:00:00', '']],
	['end', WrittenEnd, ['00:01', '23:59', '24:00'], ['24:01', '25:00', '']],
	['zone', WrittenZone, ['Europe/London', 'Asia/Kathmandu'], ['Moon/Base', '', 'x'.repeat(5000)]],
	[
		'number from 15 to 480',
		writtenNumber(15, 480),
		[15, 480, '60'],
		[14, 481, 15.5, '', '-20', '1e2', null, NaN]
	]
] as const)('a written %s', (_name, schema, good, bad) => {
	it.each(good.map((one) => [one]))('may be %j', (one) => {
		expect(v.is(schema, one)).toBe(true);
	});
	it.each(bad.map((one) => [one]))('may not be %j', (one) => {
		expect(v.is(schema, one)).toBe(false);
	});
});

it('a number that came as text is a number', () => {
	expect(v.parse(writtenNumber(1, 7), '3')).toBe(3);
});
