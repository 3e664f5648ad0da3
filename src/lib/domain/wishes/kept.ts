import type { Instant } from '../clock/zones';
import { mergeAnswer, type Wish, type WishAnswerBody, type WishBody } from './answer';

/** A young person's wish in one programme, as their own phones keep it. No mentor's phone ever does. */
export interface KeptWish extends Wish {
	id: string;
	spaceId: string;
	programmeId: string;
	/** When they last said whether they want a mentor, by their phone. */
	wantedAt: Instant;
}

/** The part of a wish that its young person writes. */
export type Written = Pick<KeptWish, 'wanted' | 'wantedAt' | 'inMind' | 'answers'>;

export const NOTHING_WISHED: Written = { wanted: null, wantedAt: 0, inMind: null, answers: {} };

/** A wish once whether-or-not has been said at `at`. What was said later stays, whichever arrives first. */
export function withWanted<W extends Written>(wish: W, { wanted, inMind }: WishBody, at: Instant): W {
	return at < wish.wantedAt ? wish : { ...wish, wanted, inMind, wantedAt: at };
}

/** A wish once one question has been answered at `at`: the others stay, and a later answer to it stays. */
export function withAnswer<W extends Written>(
	wish: W,
	{ question, choices, words, weight }: WishAnswerBody,
	at: Instant
): W {
	const old = Object.hasOwn(wish.answers, question) ? wish.answers[question] : undefined;
	const answer = mergeAnswer(old, { choices, words, weight, at });
	return { ...wish, answers: { ...wish.answers, [question]: answer } };
}
