import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { knownHere, remember } from '../../../src/lib/server/people/known-devices';
import { deviceName } from '../../../src/lib/server/people/device-names';
import { callerOf } from '../../../src/lib/server/people/throttle';

const keys = { tokens: randomBytes(32) };
const ash = 'person-of-ash';

describe('a caller', () => {
	test.each([
		['192.0.2.1', '192.0.2.1'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:db8:1:2:ffff::9', '2001:db8:1:2'],
		['2001:0db8:0001:0002::', '2001:db8:1:2'],
		['2001:db8::1', '2001:db8:0:0'],
		['::1', '0:0:0:0']
	])('%s is counted as %s', (address, counted) => {
		expect(callerOf(address)).toBe(counted);
	});
});

describe('a device’s mark', () => {
	test('names nobody', () => {
		expect(remember(keys, undefined, ash)).not.toContain(ash);
	});

	test('knows each of several people who share a phone, and forgets beyond five', () => {
		let mark: string | undefined;
		const all = ['1', '2', '3', '4', '5', '6'];
		for (const person of all) mark = remember(keys, mark, person);
		expect(all.filter((person) => knownHere(keys, mark, person))).toEqual(['2', '3', '4', '5', '6']);
	});

	test('stays as it is when the same person signs in again', () => {
		const mark = remember(keys, undefined, ash);
		expect(remember(keys, mark, ash)).toBe(mark);
	});

	test.each(['', 'a.b', '.', '~~~', 'x'.repeat(10_000)])('that is not ours “%s” is nobody’s', (mark) => {
		expect(knownHere(keys, mark, ash)).toBeUndefined();
	});
});

describe('a device is called', () => {
	const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
	test.each([
		['Chrome, Android', `${android} Chrome/156.0.0.0 Mobile Safari/537.36`],
		['Samsung Internet, Android', `${android} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`],
		[
			'Safari, iPhone',
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
		],
		[
			'Edge, Windows',
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0'
		],
		['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
		['', 'something else'],
		['', '']
	])('“%s”', (name, userAgent) => {
		expect(deviceName(userAgent)).toBe(name);
	});

	test('nothing where it does not say', () => {
		expect(deviceName(null)).toBe('');
	});
});
