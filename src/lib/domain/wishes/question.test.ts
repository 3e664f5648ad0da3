import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FIRST_QUESTIONS } from './first-questions';
import { asked, MOST_CHOICES, MOST_QUESTIONS, WishQuestion, WishQuestions } from './question';

const question: WishQuestion = {
	key: 'age',
	asks: 'How old would they be?',
	tells: 'How old are you?',
	picks: 'many',
	words: false,
	choices: [{ key: '20s', says: 'In their 20s', picture: 'user-round' }],
	matches: 'same',
	weighed: true
};
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const choices = (count: number) => many(count, (n) => ({ key: `c${n}`, says: `Choice ${n}` }));

describe('a question of a programme', () => {
	it.each<[string, Partial<WishQuestion>]>([
		['as it is', {}],
		['with 40 choices', { choices: choices(MOST_CHOICES) }],
		['in words, without choices', { picks: 'words', choices: [] }],
		['with a key of 40 letters', { key: 'a'.repeat(40) }],
		['of 120 characters', { asks: 'a'.repeat(120) }],
		['switched off', { off: true }]
	])('is fine %s', (_, change) => {
		expect(v.parse(WishQuestion, { ...question, ...change })).toEqual({ ...question, ...change });
	});

	it.each<[string, Record<string, unknown>]>([
		['with 41 choices', { choices: choices(MOST_CHOICES + 1) }],
		['to pick from nothing', { choices: [] }],
		['with the same choice twice', { choices: [...choices(1), ...choices(1)] }],
		['with a key of 41 letters', { key: 'a'.repeat(41) }],
		['with an empty key', { key: '' }],
		['with a key of other signs', { key: 'Age-1' }],
		['with a key that every object has', { key: 'constructor' }],
		['with another', { key: '__proto__' }],
		['of 121 characters', { asks: 'a'.repeat(121) }],
		['of nothing but spaces', { asks: '  ' }],
		['of two lines', { asks: 'How\nold?' }],
		['matched in an unknown way', { matches: 'stars' }],
		['with a picture that is a path', { choices: [{ key: 'a', says: 'A', picture: '../a' }] }]
	])('is not fine %s', (_, change) => {
		expect(v.is(WishQuestion, { ...question, ...change })).toBe(false);
	});

	it('is one of at most 40, each with its own key', () => {
		const set = (count: number) => many(count, (n) => ({ ...question, key: `q${n}` }));
		expect(v.is(WishQuestions, set(MOST_QUESTIONS))).toBe(true);
		expect(v.is(WishQuestions, set(MOST_QUESTIONS + 1))).toBe(false);
		expect(v.is(WishQuestions, [question, question])).toBe(false);
	});

	it('is not asked when switched off', () => {
		expect(asked([question, { ...question, key: 'b', off: true }])).toEqual([question]);
	});
});

describe('the first questions', () => {
	it('are a set that the programme itself could have written', () => {
		expect(v.parse(WishQuestions, FIRST_QUESTIONS)).toEqual(FIRST_QUESTIONS);
	});

	it('ask everything that a young person should have a say in', () => {
		expect(FIRST_QUESTIONS.map(({ key }) => key)).toEqual([
			'age',
			'gender',
			'heritage',
			'faith',
			'languages',
			'been_through',
			'together',
			'interests',
			'cant_stand',
			'places',
			'days',
			'how_often',
			'reach',
			'paid',
			'called'
		]);
	});

	it('have drawings that exist', () => {
		const pictures = FIRST_QUESTIONS.flatMap(({ choices }) =>
			choices.flatMap(({ picture }) => picture ?? [])
		);
		expect(pictures.length).toBeGreaterThan(50);
		expect(
			pictures.filter((name) => !existsSync(`node_modules/@lucide/svelte/dist/icons/${name}.js`))
		).toEqual([]);
	});

	it('are short, with curly apostrophes, and none of the words that young people asked adults to stop using', () => {
		const words = FIRST_QUESTIONS.flatMap(({ asks, hint, tells, choices }) => [
			asks,
			hint ?? '',
			tells,
			...choices.map(({ says }) => says)
		]);
		expect(words.filter((line) => line.includes("'") || line.length > 90)).toEqual([]);
		expect(
			words.filter((line) =>
				/contact|placement|\blac\b|\bcase\b|abscond|challenging|respite|service user|befriend/i.test(line)
			)
		).toEqual([]);
	});
});
