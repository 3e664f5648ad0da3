import type { WishAnswer } from '../../src/lib/domain/wishes/answer';
import type { Matches, WishQuestion } from '../../src/lib/domain/wishes/question';
import type { MentorPlace, YoungWish } from '../../src/lib/domain/wishes/rank';

const question = (key: string, matches: Matches, weighed: boolean, choices: string[]): WishQuestion => ({
	key,
	asks: `${key}?`,
	tells: `Your ${key}?`,
	picks: 'many',
	words: false,
	choices: choices.map((choice) => ({ key: choice, says: choice })),
	matches,
	weighed
});

/** One question of each kind of matching, and few choices, so that people often agree. */
export const questions: WishQuestion[] = [
	question('gender', 'same', true, ['woman', 'man']),
	question('age', 'same', true, ['20s', '40s']),
	question('languages', 'shared', true, ['polish', 'urdu']),
	question('interests', 'shared', false, ['films', 'bikes', 'chess', 'dogs']),
	question('cant_stand', 'dislikes', false, ['crowds', 'rain', 'forms', 'noise']),
	question('places', 'places', true, ['cafe', 'park']),
	question('days', 'days', true, ['mon', 'wed']),
	question('called', 'none', false, ['ally', 'mentor'])
];

/** An answer. */
export const said = (choices: string[], weight: WishAnswer['weight'] = 'like'): WishAnswer => ({
	choices,
	words: '',
	weight,
	at: 0
});

/** A young person who has answered nothing yet, but for what is given. */
export const young = (id: string, given: Partial<YoungWish> = {}): YoungWish => ({
	id,
	answers: {},
	notThese: new Set(),
	...given
});

/** A mentor with one free place and an empty card, but for what is given. */
export function mentor(
	id: string,
	{ facts = {}, ...given }: Partial<MentorPlace> & { facts?: Record<string, string[]> } = {}
): MentorPlace {
	return {
		id,
		card: { facts },
		places: 1,
		taken: 0,
		standing: { approved: true },
		lastIntroducedAt: null,
		...given
	};
}
