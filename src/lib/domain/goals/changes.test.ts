import { describe, expect, test } from 'vitest';
import { besidesOf, goalNow, type GoalNow } from './changes';
import { NOT_YET } from './facts';
import type { GoalChange, GoalPart } from './goal';

const [ASH, SAM] = ['ash', 'sam'];
const FIRST: GoalNow = { words: '', lowWords: '', highWords: '', kind: 'fun', state: 'going', stateAt: 0 };

let ids = 0;
/** Written at one moment and on the server at another. */
const said = (byId: string, part: GoalPart, to: string, writtenAt: number, at: number): GoalChange => ({
	...{ id: `change-${String(++ids).padStart(3, '0')}`, spaceId: 's', pairingId: 'p', goalId: 'g' },
	...{ byId, part, to, writtenAt, at }
});
const now = (...changes: GoalChange[]) => goalNow(FIRST, changes, ASH);
const beside = (...changes: GoalChange[]) => besidesOf(changes, ASH).map(({ to }) => to);

describe('what a goal is', () => {
	const changes = [
		said(ASH, 'words', 'a', 0, 1),
		said(ASH, 'words', 'b', 10, 40),
		said(ASH, 'words', 'c', 20, 30),
		said(ASH, 'kind', 'learning', 15, 16)
	];

	test('is what was written last, part by part, whatever came first to the server', () => {
		expect(now(...changes)).toMatchObject({ words: 'c', kind: 'learning', state: 'going' });
		expect(now(...changes.toReversed())).toEqual(now(...changes));
	});

	test('written in the same millisecond is the same everywhere', () => {
		const [one, two] = [said(ASH, 'words', 'one', 5, 6), said(ASH, 'words', 'two', 5, 7)];
		expect(now(one, two).words).toBe('two');
		expect(now(two, one).words).toBe('two');
	});

	test('is what the mentor says only until a yes, also against what was written after it', () => {
		const begun = [said(SAM, 'state', 'suggested', 0, 1), said(SAM, 'words', 'a', 0, 1)];
		const yes = [said(ASH, 'state', 'going', 20, 21), said(ASH, 'words', 'a', 20, 21)];
		expect(now(...begun, said(SAM, 'words', 'b', 10, 11)).words).toBe('b');
		expect(now(...begun, said(SAM, 'words', 'b', 10, 30), ...yes).words).toBe('a');
		expect(now(...begun, ...yes, said(SAM, 'words', 'b', 30, 31)).words).toBe('a');
	});

	test('has been so since it was said, not since it reached the server', () => {
		expect(now(said(ASH, 'state', 'done', 7, 90))).toMatchObject({ state: 'done', stateAt: 7 });
	});
});

describe('what stands beside it', () => {
	const first = said(ASH, 'words', 'a', 0, 1);

	test('is nothing while everybody knew what they changed', () => {
		expect(beside(first, said(ASH, 'words', 'b', 10, 11), said(ASH, 'words', 'c', 11, 12))).toEqual([]);
	});

	test('is what had not reached the server when the later words were written, to the millisecond', () => {
		const other = (at: number) => said(ASH, 'words', 'b', 10, at);
		expect(beside(first, other(20), said(ASH, 'words', 'c', 20, 25))).toEqual([]);
		expect(beside(first, other(21), said(ASH, 'words', 'c', 20, 25))).toEqual(['b']);
	});

	test('is nothing where one phone wrote twice without signal, and sent both in one go', () => {
		expect(beside(first, said(ASH, 'words', 'b', 10, 50), said(ASH, 'words', 'c', 20, 50))).toEqual([]);
		expect(beside(first, said(ASH, 'words', 'b', 10, NOT_YET), said(ASH, 'words', 'c', 20, NOT_YET))).toEqual(
			[]
		);
	});

	test('is what another person wrote, though both came in the same millisecond', () => {
		const begun = [said(SAM, 'state', 'suggested', 0, 1), said(SAM, 'words', 'a', 0, 1)];
		const yes = said(ASH, 'words', 'mine', 20, 50);
		expect(beside(...begun, said(SAM, 'words', 'b', 10, 50), yes)).toEqual(['b']);
	});

	test('is on the phone that has not sent its own words yet, too', () => {
		expect(beside(first, said(SAM, 'words', 'b', 10, 30), said(ASH, 'words', 'c', 20, NOT_YET))).toEqual([
			'b'
		]);
	});

	test('is nothing once somebody who knew of both has said which', () => {
		const both = [first, said(ASH, 'words', 'b', 10, 30), said(ASH, 'words', 'c', 20, 25)];
		expect(beside(...both)).toEqual(['b']);
		expect(beside(...both, said(ASH, 'words', 'c', 31, 32))).toEqual([]);
		expect(beside(...both, said(ASH, 'words', 'b', 31, 32))).toEqual([]);
	});

	test('is not said where both wrote the same', () => {
		expect(beside(first, said(ASH, 'words', 'c', 10, 30), said(ASH, 'words', 'c', 20, 25))).toEqual([]);
	});

	test('is a state as well as words', () => {
		const states = [
			said(ASH, 'state', 'going', 0, 1),
			said(ASH, 'state', 'parked', 10, 30),
			said(ASH, 'state', 'done', 20, 25)
		];
		expect(besidesOf(states, ASH)).toEqual([{ part: 'state', to: 'parked', byId: ASH, writtenAt: 10 }]);
	});
});
