import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stillOf } from '../../../../tests/matching/still';
import { MentorCard, MOST_CARD_CHARACTERS, MOST_NAME_CHARACTERS, MOST_PHOTO_CHARACTERS } from './card';

const card: MentorCard = {
	firstName: 'Dilys',
	picture: { drawn: 'fern' },
	facts: { age: ['60_over'], languages: ['welsh', 'english'] },
	words: { likes: 'Dogs.', cantStand: 'Crowds.', how: 'I listen first.', why: 'Somebody did it for me.' }
};
const photo = (characters: number) => ({ photo: stillOf(characters) });
const facts = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, ['a']]));

describe('a mentor’s card', () => {
	it.each<[string, Record<string, unknown>]>([
		['as it is', {}],
		['with an uploaded picture as big as may be', { picture: photo(MOST_PHOTO_CHARACTERS) }],
		['with 400 characters of words', { words: { ...card.words, why: 'a'.repeat(MOST_CARD_CHARACTERS) } }],
		['with a name of 40 letters', { firstName: 'a'.repeat(MOST_NAME_CHARACTERS) }],
		['that answers 40 questions', { facts: facts(40) }],
		['that says nothing yet', { facts: {}, words: { likes: '', cantStand: '', how: '', why: '' } }]
	])('is fine %s', (_, change) => {
		expect(v.parse(MentorCard, { ...card, ...change })).toEqual({ ...card, ...change });
	});

	it.each<[string, Record<string, unknown>]>([
		['with too big a picture', { picture: photo(MOST_PHOTO_CHARACTERS + 20) }],
		['with a picture from elsewhere', { picture: { photo: 'https://example.org/me.webp' } }],
		['with a picture of a kind that can run', { picture: { photo: 'data:image/svg+xml;base64,UklGRAAA' } }],
		['with a file that only says it is a picture', { picture: { photo: 'data:image/webp;base64,PHN2Zz4=' } }],
		['with 401 characters of words', { words: { ...card.words, why: 'a'.repeat(MOST_CARD_CHARACTERS + 1) } }],
		['with a name of 41 letters', { firstName: 'a'.repeat(MOST_NAME_CHARACTERS + 1) }],
		['without a name', { firstName: ' ' }],
		['that answers 41 questions', { facts: facts(41) }],
		['with an answer that is no key', { facts: { age: ['<b>'] } }]
	])('is not fine %s', (_, change) => {
		expect(v.is(MentorCard, { ...card, ...change })).toBe(false);
	});

	it('is kept clean', () => {
		const kept = v.parse(MentorCard, {
			...card,
			firstName: ' Dilys ',
			facts: { age: ['a', 'a'] },
			words: { ...card.words, likes: ' Dogs.\0 ' }
		});
		expect(kept).toEqual({ ...card, facts: { age: ['a'] } });
	});
});
