import { describe, expect, test } from 'vitest';
import {
	MOST_ASKED_CHARACTERS,
	MOST_CHOICE_CHARACTERS,
	MOST_CHOICES,
	type WishQuestion
} from '../../../src/lib/domain/wishes/question';
import { choiceMoved, questionWritten } from '../../../src/routes/coordinator/questions/written';

const before: WishQuestion = {
	...{ key: 'tea', asks: 'Tea?', hint: 'Or cake.', tells: 'Do you like tea?', off: true },
	...{ picks: 'many', matches: 'shared', words: true, weighed: false },
	choices: [
		{ key: 'green', says: 'Green', picture: 'leaf' },
		{ key: 'black', says: 'Black', tells: 'Strong' }
	]
};
/** The form of `before` as it is sent when nothing was changed in it. */
const asIs = {
	...{ asks: 'Tea?', hint: 'Or cake.', tells: 'Do you like tea?', picks: 'many', matched: 'shared' },
	...{ words: 'on', says_green: 'Green', tells_green: '', says_black: 'Black', tells_black: 'Strong' }
};
const written = (typed: Record<string, string>) => questionWritten({ ...asIs, ...typed }, before);
const wrong = (typed: Record<string, string>) => written(typed).wrong;

describe('the form of a question', () => {
	test('sent as it is changes nothing, drawings and being switched off included', () => {
		expect(written({}).question).toEqual(before);
	});

	test('keeps the key of a choice when its words change, and gives a new choice one nobody ever had', () => {
		const { choices = [] } = written({ says_green: ' Green tea ', says_new1: 'Mint' }).question ?? {};
		expect(choices).toMatchObject([{ key: 'green', says: 'Green tea' }, { key: 'black' }, { says: 'Mint' }]);
		const again = written({ says_new1: 'Mint' }).question?.choices.at(-1);
		expect(choices.at(-1)?.key).toMatch(/^[0-9a-f]{32}$/);
		expect(again?.key).not.toBe(choices.at(-1)?.key);
	});

	test('takes a choice away only when it says so, and leaves one that was added meanwhile', () => {
		expect(written({ gone_green: 'on' }).question?.choices).toEqual([before.choices[1]]);
		const { says_green: _, tells_green: __, ...older } = asIs;
		expect(questionWritten(older, before).question?.choices).toEqual(before.choices);
	});

	test.each<[string, Record<string, string>, string[]]>([
		['no words', { asks: ' ' }, ['asks']],
		['too many words', { asks: 'a'.repeat(MOST_ASKED_CHARACTERS + 1) }, ['asks']],
		['a choice without words', { says_black: '' }, ['says_black']],
		['a long choice', { says_new0: 'a'.repeat(MOST_CHOICE_CHARACTERS + 1) }, ['says_new0']],
		['only the words for a card', { tells_new0: 'Mint' }, ['says_new0']],
		['a long line for a card', { tells_black: 'a'.repeat(MOST_CHOICE_CHARACTERS + 1) }, ['tells_black']],
		['nothing left to pick from', { gone_green: 'on', gone_black: 'on' }, ['choices']],
		['choices beside words alone', { picks: 'words', matched: 'none' }, ['picks']],
		['words alone to be matched', { picks: 'words', gone_green: 'on', gone_black: 'on' }, ['matches']],
		['a way that does not exist', { matched: 'stars' }, ['matches']]
	])('with %s says where', (_, typed, boxes) => {
		expect(wrong(typed)).toEqual(boxes);
	});

	test('takes words of just the most, and words alone', () => {
		expect(wrong({ asks: 'a'.repeat(MOST_ASKED_CHARACTERS) })).toBeUndefined();
		expect(wrong({ says_new0: 'a'.repeat(MOST_CHOICE_CHARACTERS) })).toBeUndefined();
		const alone = { picks: 'words', matched: 'none', gone_green: 'on', gone_black: 'on' };
		expect(written(alone).question).toMatchObject({ picks: 'words', choices: [] });
	});

	test('moves a choice one place, keeps everything else that was typed, and saves it in that order', () => {
		const typed = { ...asIs, says_black: 'Black tea', asks: ' ', move: 'earlier black' };
		const moved = choiceMoved(typed, before.choices);
		expect(moved).toEqual({ ...typed, order: 'black green' });
		const { move: _, ...saved } = { ...typed, ...moved, asks: 'Tea?' };
		expect(choiceMoved(saved, before.choices)).toBeUndefined();
		expect(questionWritten(saved, before).question?.choices).toMatchObject([
			{ key: 'black', says: 'Black tea' },
			{ key: 'green', picture: 'leaf' }
		]);
		expect(choiceMoved({ ...saved, move: 'later black' }, before.choices)?.order).toBe('green black');
	});

	test.each(['earlier green', 'later black', 'later mint', 'sideways green', 'earlier'])(
		'leaves the order where “%s” leads nowhere',
		(move) => {
			expect(choiceMoved({ ...asIs, move }, before.choices)?.order ?? 'green black').toBe('green black');
		}
	);

	test('puts a choice that was added meanwhile behind those of the form', () => {
		const choices = [{ key: 'mint', says: 'Mint' }, ...before.choices];
		const typed = { ...asIs, order: 'black green' };
		const keys = questionWritten(typed, { ...before, choices }).question?.choices.map(({ key }) => key);
		expect(keys).toEqual(['black', 'green', 'mint']);
	});

	test('has room for 40 choices and not for 41', () => {
		const choices = Array.from({ length: MOST_CHOICES - 1 }, (_, n) => ({ key: `c${n}`, says: 'One' }));
		const full = (typed: Record<string, string>) =>
			questionWritten({ ...asIs, ...typed }, { ...before, choices });
		expect(full({ says_new0: 'Forty' }).question?.choices).toHaveLength(MOST_CHOICES);
		expect(full({ says_new0: 'Forty', says_new1: 'More' }).wrong).toContain('too_many');
	});
});
