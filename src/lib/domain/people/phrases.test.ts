import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NOT_FOR_A_PHRASE } from './phrase-words';
import {
	CODE_NAME_FIRST,
	CODE_NAME_SECOND,
	MOST_TYPED,
	phraseWords,
	pick,
	readCodeName,
	readPhrase
} from './phrases';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('a phrase is read as it was given', () => {
	it.each([
		['otter lamp violin'],
		['  Otter   LAMP violin '],
		['otter-lamp-violin'],
		['otter.lamp.violin.'],
		['Otter, lamp; violin!'],
		['otter_lamp/violin'],
		['otter\tlamp\nviolin'],
		['otter\u00a0lamp\u2003violin'],
		['ｏｔｔｅｒ ｌａｍｐ ｖｉｏｌｉｎ'],
		['ötter lámp violîn'],
		['ot\u200bter la\u00admp violin'],
		['“otter lamp violin”'],
		['OTTER LAMP VİOLİN']
	])('%j', (typed) => {
		expect(readPhrase(typed)).toBe('otter lamp violin');
		expect(readCodeName(typed)).toBe('otter lamp violin');
	});

	it('and never made right: other words, other order and missing words stay wrong', () => {
		for (const typed of ['lamp otter violin', 'otter lamp', 'otterlampviolin', 'otter lamp violins', ''])
			expect(readPhrase(typed)).not.toBe('otter lamp violin');
	});

	it('the same when read again', () => {
		const typed = fc.string({
			unit: fc.constantFrom(...'aZé ｏ-.ß İ\u0301\u200bﷺ٣😀\ud83d\n'),
			maxLength: 10
		});
		fc.assert(
			fc.property(typed, (input) => {
				expect(readPhrase(readPhrase(input))).toBe(readPhrase(input));
			})
		);
	});

	it('however much was pasted, only its beginning', () => {
		expect(readPhrase('a'.repeat(MOST_TYPED))).toHaveLength(MOST_TYPED);
		expect(readPhrase('a'.repeat(MOST_TYPED + 1))).toHaveLength(MOST_TYPED);
	});

	it('for every word we give out', () => {
		for (const word of [...phraseWords(wordlist), ...CODE_NAME_FIRST, ...CODE_NAME_SECOND])
			expect(readPhrase(word)).toBe(word);
	});
});

describe('the words of a phrase', () => {
	it('are at least 1,600, in the list’s order', () => {
		const kept = phraseWords(wordlist);
		expect(kept.length).toBeGreaterThanOrEqual(1600);
		expect([...kept].sort()).toEqual(kept);
		expect(kept.length + NOT_FOR_A_PHRASE.length).toBe(wordlist.length);
	});

	it.each(
		'abandon abuse alone orphan victim prison guilt ugly fat slave gun knife drug blood mother father family brother sister parent foster home child kid gorilla monkey love kiss secret escape runaway police hurt suffer afraid'
			.split(' ')
			.map((word) => [word])
	)('never include %s', (word) => {
		expect(phraseWords(wordlist)).not.toContain(word);
	});

	it('leave out only words that are in the list, each named once', () => {
		expect(NOT_FOR_A_PHRASE.filter((word) => !wordlist.includes(word))).toEqual([]);
		expect(new Set(NOT_FOR_A_PHRASE).size).toBe(NOT_FOR_A_PHRASE.length);
	});
});

describe('code names', () => {
	it.each([
		['first', CODE_NAME_FIRST],
		['second', CODE_NAME_SECOND]
	])('have at least 200 %s words, each once, plain and short', (_which, words) => {
		expect(words.length).toBeGreaterThanOrEqual(200);
		expect(new Set(words).size).toBe(words.length);
		for (const word of words) expect(word).toMatch(/^[a-z]{3,12}$/);
	});

	it('are never the same word twice', () => {
		expect(CODE_NAME_FIRST.filter((word) => CODE_NAME_SECOND.includes(word))).toEqual([]);
	});

	it('use no word that is unfit for a phrase', () => {
		expect(
			[...CODE_NAME_FIRST, ...CODE_NAME_SECOND].filter((word) => NOT_FOR_A_PHRASE.includes(word))
		).toEqual([]);
	});
});

describe('picking', () => {
	const list = ['a', 'b', 'c'];

	it('takes one word for each number, and goes round', () => {
		expect(pick(list, [0, 1, 2, 3, 4294967295])).toEqual(['a', 'b', 'c', 'a', 'a']);
		expect(pick(list, [])).toEqual([]);
	});

	it('is the same for the same numbers', () => {
		expect(pick(list, [7, 8])).toEqual(pick(list, [7, 8]));
	});
});
