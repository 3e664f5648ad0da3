import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Role } from '../people/roles';
import { Key, MOST_CHOICES } from './question';

/** Does a young person want a mentor? `not_now` is as real an answer as `yes`. */
export const WANTED = ['yes', 'not_now', 'tell_me_more', 'in_mind'] as const;
export type Wanted = (typeof WANTED)[number];

/** Must have, would like, don’t mind. */
export const WEIGHTS = ['must', 'like', 'open'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** The line beside the choices is a line, not a page. */
export const MOST_ANSWER_CHARACTERS = 300;
export const MOST_WHO_CHARACTERS = 80;
export const MOST_HOW_CHARACTERS = 300;

/** One question answered. With no choices and no words it is skipped or taken back. */
export interface WishAnswer {
	choices: string[];
	words: string;
	weight: Weight;
	/** When it was answered, by the phone that it was answered on. */
	at: Instant;
}

/** Somebody whom the young person trusts already. */
export interface InMind {
	who: string;
	/** How they know each other. */
	how: string;
	/** Whether the programme may ask that person. */
	mayAsk: boolean;
}

/** What a young person says they want from a mentor. Mentors never see it. */
export interface Wish {
	wanted: Wanted | null;
	inMind: InMind | null;
	answers: Record<string, WishAnswer>;
}

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));

export const WishBody = v.object({
	programmeId: Id,
	wanted: v.nullable(v.picklist(WANTED)),
	inMind: v.nullable(v.object({ who: Words, how: v.optional(Words, ''), mayAsk: v.boolean() }))
});
export type WishBody = v.InferOutput<typeof WishBody>;

/** An empty answer means skipped, or taken back. */
export const WishAnswerBody = v.object({
	programmeId: Id,
	question: Key,
	choices: v.pipe(
		v.array(Key),
		v.maxLength(MOST_CHOICES),
		v.transform((choices) => [...new Set(choices)])
	),
	words: v.optional(Words, ''),
	weight: v.optional(v.picklist(WEIGHTS), 'like')
});
export type WishAnswerBody = v.InferOutput<typeof WishAnswerBody>;

export interface WishFacts {
	/** What the author is in the programme, or undefined for anybody outside it. */
	role: Role | undefined;
}

/** Whether a wish may be written: the young person’s own, at any time. */
export function mayWish({ role }: WishFacts, { inMind }: WishBody): Verdict {
	if (!role) return refuse('not_found');
	if (role !== 'young') return refuse('not_yours_to_do');
	const long = inMind && (inMind.who.length > MOST_WHO_CHARACTERS || inMind.how.length > MOST_HOW_CHARACTERS);
	return long ? refuse('too_long') : send;
}

/**
 * Whether one answer may be written. A question or choice that the programme does not know (any more) is no
 * reason to refuse: the phone may have been offline while the group changed it, and matching looks past it.
 */
export function mayAnswer({ role }: WishFacts, { words }: WishAnswerBody): Verdict {
	if (!role) return refuse('not_found');
	if (role !== 'young') return refuse('not_yours_to_do');
	return words.length > MOST_ANSWER_CHARACTERS ? refuse('too_long') : send;
}

/** Whether anything was said. */
export function isAnswered(answer: WishAnswer | undefined): answer is WishAnswer {
	return !!answer && (answer.choices.length > 0 || answer.words !== '');
}

/** What decides between two answers of the same moment: the same on every phone and on the server. */
const spelt = ({ choices, words, weight }: WishAnswer) =>
	JSON.stringify([[...choices].sort(), words, weight, choices]);

/** Of two answers to the same question the later one; of the same moment, the one that spells later. */
export function mergeAnswer(old: WishAnswer | undefined, answer: WishAnswer): WishAnswer {
	if (!old || answer.at > old.at) return answer;
	if (answer.at < old.at) return old;
	return spelt(answer) > spelt(old) ? answer : old;
}

/** Two phones’ answers as one: no question loses its later answer, whichever comes first. */
export function mergeAnswers(
	old: Record<string, WishAnswer>,
	answers: Record<string, WishAnswer>
): Record<string, WishAnswer> {
	const merged = { ...old };
	for (const [question, answer] of Object.entries(answers))
		merged[question] = mergeAnswer(Object.hasOwn(old, question) ? old[question] : undefined, answer);
	return merged;
}
