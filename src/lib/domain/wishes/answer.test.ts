import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	isAnswered,
	mayAnswer,
	mayWish,
	mergeAnswer,
	mergeAnswers,
	MOST_ANSWER_CHARACTERS,
	MOST_HOW_CHARACTERS,
	MOST_WHO_CHARACTERS,
	WEIGHTS,
	WishAnswerBody,
	WishBody,
	type WishAnswer
} from './answer';

const programmeId = 'programme-1';
const answer: WishAnswer = { choices: ['woman'], words: '', weight: 'like', at: 10 };
const body: WishAnswerBody = { programmeId, question: 'age', choices: ['20s'], words: '', weight: 'must' };
const wish: WishBody = {
	programmeId,
	wanted: 'in_mind',
	inMind: { who: 'Jo', how: 'Football', mayAsk: false }
};
const young = { role: 'young' } as const;

const anyAnswer = fc.record<WishAnswer>({
	choices: fc
		.subarray(['a', 'b', 'c'])
		.chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
	words: fc.constantFrom('', 'calm', 'funny'),
	weight: fc.constantFrom(...WEIGHTS),
	at: fc.nat(2)
});
const anyAnswers = fc.dictionary(fc.constantFrom('age', 'gender', 'days'), anyAnswer, {
	noNullPrototype: true
});

describe('two phones', () => {
	it('that answered different questions lose neither', () => {
		expect(mergeAnswers({ age: answer }, { gender: answer })).toEqual({ age: answer, gender: answer });
	});

	it('that answered the same question keep the later, whichever comes first', () => {
		const later = { ...answer, choices: ['man'], at: 11 };
		expect(mergeAnswer(answer, later)).toBe(later);
		expect(mergeAnswer(later, answer)).toBe(later);
	});

	it('that took an answer back keep it taken back', () => {
		const back = { ...answer, choices: [], at: 11 };
		expect(mergeAnswers({ age: back }, { age: answer })).toEqual({ age: back });
	});

	it('agree in the end, in any order and however often', () => {
		fc.assert(
			fc.property(anyAnswers, anyAnswers, anyAnswers, (a, b, c) => {
				const one = mergeAnswers(mergeAnswers(a, b), c);
				expect(mergeAnswers(mergeAnswers(c, b), a)).toEqual(one);
				expect(mergeAnswers(b, mergeAnswers(a, c))).toEqual(one);
				expect(mergeAnswers(one, b)).toEqual(one);
			})
		);
	});
});

describe('an answer', () => {
	it('is one with choices or with words, and none when skipped', () => {
		expect(isAnswered(answer)).toBe(true);
		expect(isAnswered({ ...answer, choices: [], words: 'calm' })).toBe(true);
		expect(isAnswered({ ...answer, choices: [] })).toBe(false);
		expect(isAnswered(undefined)).toBe(false);
	});

	it('goes with 300 characters, and not with 301', () => {
		const words = 'a'.repeat(MOST_ANSWER_CHARACTERS);
		expect(mayAnswer(young, { ...body, words })).toEqual({ is: 'send' });
		expect(mayAnswer(young, { ...body, words: `${words}a` })).toEqual({ is: 'refuse', why: 'too_long' });
	});

	it('goes empty: skipped, or taken back', () => {
		const empty = v.parse(WishAnswerBody, { programmeId, question: 'age', choices: [] });
		expect(empty).toEqual({ programmeId, question: 'age', choices: [], words: '', weight: 'like' });
		expect(mayAnswer(young, empty)).toEqual({ is: 'send' });
	});

	it('is kept clean and each choice once', () => {
		expect(v.parse(WishAnswerBody, { ...body, choices: ['a', 'b', 'a'], words: ' calm\0 ' })).toEqual({
			...body,
			choices: ['a', 'b'],
			words: 'calm'
		});
	});

	it.each([
		[{ question: 'constructor' }],
		[{ question: '' }],
		[{ choices: Array.from({ length: 41 }, (_, n) => `c${n}`) }],
		[{ choices: ['Not a key'] }],
		[{ weight: 'maybe' }],
		[{ words: 'a'.repeat(100_001) }],
		[{ programmeId: '' }]
	])('is unreadable with %j', (change) => {
		expect(v.is(WishAnswerBody, { ...body, ...change })).toBe(false);
	});
});

describe('a wish', () => {
	it.each(['yes', 'not_now', 'tell_me_more', 'in_mind', null])('can be %s', (wanted) => {
		const said = v.parse(WishBody, { programmeId, wanted, inMind: null });
		expect(mayWish(young, said)).toEqual({ is: 'send' });
	});

	it('names somebody in 80 characters and how they know each other in 300, and not in one more', () => {
		const [who, how] = ['a'.repeat(MOST_WHO_CHARACTERS), 'a'.repeat(MOST_HOW_CHARACTERS)];
		const verdict = (inMind: Partial<WishBody['inMind']>) =>
			mayWish(young, { ...wish, inMind: { who, how, mayAsk: true, ...inMind } });
		expect(verdict({})).toEqual({ is: 'send' });
		expect(verdict({ who: `${who}a` })).toEqual({ is: 'refuse', why: 'too_long' });
		expect(verdict({ how: `${how}a` })).toEqual({ is: 'refuse', why: 'too_long' });
	});

	it('is the young person’s own', () => {
		for (const role of ['mentor', 'coordinator'] as const) {
			expect(mayWish({ role }, wish)).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
			expect(mayAnswer({ role }, body)).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
		}
		expect(mayWish({ role: undefined }, wish)).toEqual({ is: 'refuse', why: 'not_found' });
		expect(mayAnswer({ role: undefined }, body)).toEqual({ is: 'refuse', why: 'not_found' });
	});
});
