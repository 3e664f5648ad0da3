import * as v from 'valibot';

/** How a mentor’s answer is held against a young person’s. */
export const MATCHES = [
	/** One of the wished answers is enough: age, gender. */
	'same',
	/** The more in common the better: interests. */
	'shared',
	/** As `shared`, for what both cannot stand. */
	'dislikes',
	/** One day in common is enough. */
	'days',
	/** One place in common is enough. */
	'places',
	/** For people to read; no rule looks at it. */
	'none'
] as const;
export type Matches = (typeof MATCHES)[number];

/** One answer out of several, ready, or a line of one’s own words. */
export const PICKS = ['one', 'many', 'words'] as const;
export type Picks = (typeof PICKS)[number];

export const MOST_QUESTIONS = 40;
export const MOST_CHOICES = 40;
export const MOST_ASKED_CHARACTERS = 120;
export const MOST_HINT_CHARACTERS = 240;
export const MOST_CHOICE_CHARACTERS = 60;

/** What names a question or a choice in what is stored. It stays when the words change. */
export const Key = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9_]{1,40}$/),
	// Keys name the fields of records, so nothing that every object has may be one.
	v.check((key) => !(key in {}))
);

/** Words as people read them: no control characters, nothing but spaces taken off their ends. */
const writtenLine = (most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^\P{C}+$/u));

const once = <One extends { key: string }>(all: One[]) =>
	new Set(all.map(({ key }) => key)).size === all.length;

export const WishChoice = v.object({
	key: Key,
	says: writtenLine(MOST_CHOICE_CHARACTERS),
	/** What a mentor says of themself by it, where that is not the same. */
	tells: v.optional(writtenLine(MOST_CHOICE_CHARACTERS)),
	/** The name of a drawing, in kebab case. */
	picture: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)))
});
export type WishChoice = v.InferOutput<typeof WishChoice>;

/** One question about the kind of mentor: data of the programme, so that a participation group can change it. */
export const WishQuestion = v.pipe(
	v.object({
		key: Key,
		/** What the young person reads. */
		asks: writtenLine(MOST_ASKED_CHARACTERS),
		hint: v.optional(writtenLine(MOST_HINT_CHARACTERS)),
		/** What a mentor reads when answering the same about themself. */
		tells: writtenLine(MOST_ASKED_CHARACTERS),
		picks: v.picklist(PICKS),
		/** Whether a line of one’s own words may stand beside the choices. */
		words: v.boolean(),
		choices: v.pipe(
			v.array(WishChoice),
			v.maxLength(MOST_CHOICES),
			v.check((all) => once(all))
		),
		matches: v.picklist(MATCHES),
		/** Whether *must have / would like / don’t mind* makes sense here. */
		weighed: v.boolean(),
		/** Switched off: neither asked nor matched, and what was answered is kept. */
		off: v.optional(v.boolean())
	}),
	v.check(({ picks, choices }) => picks === 'words' || choices.length > 0)
);
export type WishQuestion = v.InferOutput<typeof WishQuestion>;

/** A programme’s whole set, in the order in which it is asked. */
export const WishQuestions = v.pipe(
	v.array(WishQuestion),
	v.maxLength(MOST_QUESTIONS),
	v.check((all) => once(all))
);

/** The questions that are asked and matched now. */
export function asked(questions: readonly WishQuestion[]): WishQuestion[] {
	return questions.filter(({ off }) => !off);
}
