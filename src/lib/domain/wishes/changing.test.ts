import { describe, expect, it } from 'vitest';
import type { WishAnswer } from './answer';
import { moved, stillSaid, switched, withQuestion } from './changing';
import type { WishQuestion } from './question';

const question = (key: string, more: Partial<WishQuestion> = {}): WishQuestion => ({
	...{ key, asks: 'Asks?', tells: 'Tells?', picks: 'many', words: true, matches: 'same', weighed: true },
	choices: [
		{ key: 'tea', says: 'Tea' },
		{ key: 'cake', says: 'Cake' }
	],
	...more
});
const three = [question('a'), question('b'), question('c')];
const keys = (questions: readonly WishQuestion[]) => questions.map(({ key }) => key).join('');

describe('a question', () => {
	it.each([
		['b', 'earlier', 'bac'],
		['b', 'later', 'acb'],
		['a', 'earlier', 'abc'],
		['c', 'later', 'abc'],
		['z', 'later', 'abc'],
		['z', 'earlier', 'abc']
	] as const)('“%s” moved %s leaves %s', (key, to, order) => {
		expect(keys(moved(three, key, to))).toBe(order);
	});

	it('is switched off and on again, and the others stay as they are', () => {
		const off = switched(three, 'b', false);
		expect(off).toEqual([three[0], { ...three[1], off: true }, three[2]]);
		expect(switched(off, 'b', true)).toEqual(three);
	});

	it('changes in its place, and a new one comes last', () => {
		const changed = question('b', { asks: 'Other words?' });
		expect(withQuestion(three, changed)).toEqual([three[0], changed, three[2]]);
		expect(keys(withQuestion(three, question('d')))).toBe('abcd');
	});
});

describe('an answer to a question whose choices have changed', () => {
	const answer: WishAnswer = { choices: ['cake', 'gone'], words: '', weight: 'must', at: 1 };

	it('still says what is still offered', () => {
		expect(stillSaid(question('a'), answer)).toEqual({ ...answer, choices: ['cake'] });
	});

	it('says nothing when all that was chosen is gone, and its words when there are some', () => {
		const gone = { ...answer, choices: ['gone'] };
		expect(stillSaid(question('a'), gone)).toBeUndefined();
		expect(stillSaid(question('a'), { ...gone, words: 'calm' })).toEqual({
			...gone,
			choices: [],
			words: 'calm'
		});
	});

	it('that was never given says nothing', () => {
		expect(stillSaid(question('a'), undefined)).toBeUndefined();
	});
});
