import * as v from 'valibot';
import { clean } from '../messages/text';
import { withoutMetadata } from './picture';
import { Key, MOST_CHOICES, MOST_QUESTIONS } from '../wishes/question';

export const MOST_NAME_CHARACTERS = 40;
export const MOST_CARD_CHARACTERS = 400;
/** A picture of a few hundred pixels a side, as a data URL: it goes to phones with little credit. */
export const MOST_PHOTO_CHARACTERS = 120_000;

const Drawn = v.object({ drawn: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)) });
const Photo = v.object({
	photo: v.pipe(
		v.string(),
		v.maxLength(MOST_PHOTO_CHARACTERS),
		v.regex(/^data:image\/webp;base64,UklGR[A-Za-z0-9+/]+={0,2}$/),
		v.transform(withoutMetadata),
		v.string()
	)
});

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean), v.maxLength(MOST_CARD_CHARACTERS));

/** A mentor in their own words, as a young person is shown them. */
export const MentorCard = v.object({
	firstName: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1),
		v.maxLength(MOST_NAME_CHARACTERS),
		v.regex(/^\P{C}+$/u)
	),
	picture: v.union([Drawn, Photo]),
	/** By the key of a question: the choices that are true of them. */
	facts: v.pipe(
		v.record(
			Key,
			v.pipe(
				v.array(Key),
				v.maxLength(MOST_CHOICES),
				v.transform((choices) => [...new Set(choices)])
			)
		),
		v.check((facts) => Object.keys(facts).length <= MOST_QUESTIONS)
	),
	words: v.object({
		likes: Words,
		cantStand: Words,
		/** How I am with people. */
		how: Words,
		/** Why I do this. */
		why: Words
	})
});
export type MentorCard = v.InferOutput<typeof MentorCard>;
