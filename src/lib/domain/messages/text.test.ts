import { describe, expect, it } from 'vitest';
import { clean } from './text';

describe('what a person wrote is kept', () => {
	it.each([
		['  hi \n', 'hi'],
		['a\r\nb\rc\nd', 'a\nb\nc\nd'],
		['a\0b', 'ab'],
		['cafe\u0301', 'caf\u00e9'],
		['👨‍👩‍👧 🏳️‍🌈', '👨‍👩‍👧 🏳️‍🌈'],
		['مرحبا', 'مرحبا'],
		['half a \ud83d face', 'half a \ufffd face'],
		['\udc00', '\ufffd'],
		['.', '.']
	])('%j as %j', (written, kept) => {
		expect(clean(written)).toBe(kept);
	});

	it.each([[''], ['   '], ['\n\t '], ['\u200b'], ['\u200d\u00a0\u2060'], ['\0']])(
		'%j is nothing',
		(written) => {
			expect(clean(written)).toBe('');
		}
	);

	it('the same when cleaned again', () => {
		for (const text of ['  hi \r\n\r there\0 ', '\ud83d', 'cafe\u0301 '])
			expect(clean(clean(text))).toBe(clean(text));
	});
});
