/** A keepsake, ready to be made: every word in it as it is to be read. No markup, no names but first names. */
export interface Book {
	/** A BCP 47 tag. */
	language: string;
	cover: BookCover;
	/** What the list of parts is called. */
	contents: string;
	/** In the order in which they are read; none is empty. */
	parts: BookPart[];
	/** The last line. */
	made: string;
}

export const COVER_COLOURS = ['home', 'talk', 'goals', 'out', 'you'] as const;
export type CoverColour = (typeof COVER_COLOURS)[number];

export interface BookCover {
	/** Their own words, or the usual ones. */
	title: string;
	/** A line below, or nothing. */
	line: string;
	/** Who it was with and when, or nothing. */
	about: string;
	colour: CoverColour;
}

export interface BookPart {
	/** Names it in the page's own links. */
	id: 'goals' | 'messages' | 'notes' | 'looking-back' | 'pictures' | 'goodbyes';
	title: string;
	entries: BookEntry[];
}

export type BookEntry =
	| ({ is: 'goal' } & BookGoal)
	| ({ is: 'said' } & BookWords)
	| ({ is: 'letter' } & BookWords)
	| ({ is: 'answers' } & BookAnswers)
	| ({ is: 'picture' } & BookPicture);

/** Something that somebody wrote. */
export interface BookWords {
	from: string;
	/** The day in words, and for machines as `YYYY-MM-DD`. */
	when: string;
	day: string;
	words: string;
	/** The young person's own. */
	mine: boolean;
}

export interface BookGoal {
	kind: string;
	words: string;
	/** When it was done, in words. */
	done: string;
	line: BookLine | undefined;
	steps: { title: string; words: string[] } | undefined;
	notes: { title: string; said: BookWords[] } | undefined;
}

/** The line between two ends in their own words, and where they put it. */
export interface BookLine {
	title: string;
	low: string;
	high: string;
	/** From 0 to 10, the oldest first, each with the day and what they wrote beside it. */
	marks: { at: number; said: string; when: string; day: string; words: string }[];
}

export interface BookAnswers {
	from: string;
	when: string;
	day: string;
	title: string;
	said: { question: string; answer: string }[];
}

export interface BookPicture {
	/** A data URL of base64: WebP, JPEG or PNG. Anything else is left out. */
	data: string;
	/** What it is to whoever does not see it. */
	alt: string;
	words: string;
}
