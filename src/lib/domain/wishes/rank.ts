import type { Instant } from '../clock/zones';
import type { Standing } from '../mentors/approvals';
import type { MentorCard } from '../mentors/card';
import type { WishAnswer } from './answer';
import type { WishQuestion } from './question';
import { beside, misfit, saidBy, wishedOf } from './reasons';

/** A young person as matching sees them: what they asked for, and who is not to be offered. */
export interface YoungWish {
	id: string;
	answers: Readonly<Record<string, WishAnswer>>;
	/** Mentors declined by them or kept from them. Why is nobody’s business here. */
	notThese: ReadonlySet<string>;
}

/** A mentor as matching sees them. */
export interface MentorPlace {
	id: string;
	/** The card as it was last approved; null when none was. */
	card: Pick<MentorCard, 'facts'> | null;
	/** How many young people they have room for, and how many they have (promised places included). */
	places: number;
	taken: number;
	standing: Pick<Standing, 'approved'>;
	lastIntroducedAt: Instant | null;
}

/** What speaks for a mentor. */
export const FOR = [
	'meets_must',
	'meets_like',
	'shares_dislike',
	'shares',
	'shares_day',
	'shares_place'
] as const;
/** What speaks against one who can still be introduced. */
export const AGAINST = [
	'misses_like',
	'like_not_said',
	'no_shared_day',
	'days_not_said',
	'no_shared_place',
	'places_not_said'
] as const;
/** Why a mentor cannot be introduced at all. */
export const EXCLUDED = [
	'not_these',
	'not_approved',
	'no_card',
	'no_place',
	'misses_must',
	'must_not_said'
] as const;

/** A reason as data: with the question and the choices it is about, or neither for what is about no question. */
export interface Because<Is extends string> {
	is: Is;
	question: string | null;
	/** What is shared or met; for what is missed, what was wished. In the order of the question. */
	choices: string[];
}

/** One mentor beside one young person’s wish. Never a number: what cannot be said in words is not said. */
export interface Candidate {
	mentorId: string;
	for: Because<(typeof FOR)[number]>[];
	against: Because<(typeof AGAINST)[number]>[];
	/** Empty when they can be introduced. */
	excluded: Because<(typeof EXCLUDED)[number]>[];
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Among equals: longest since anybody was introduced to them (never is longest), then by id. */
export function whoseTurn(a: MentorPlace, b: MentorPlace): number {
	const [since, sinceB] = [a.lastIntroducedAt ?? -1, b.lastIntroducedAt ?? -1];
	return since - sinceB || byId(a, b);
}

/**
 * Every mentor beside one young person’s wish: those who can be introduced, nearest to the wish first, and those
 * who cannot, with why. Nearest is by the weights of the reasons (`misfit`), then by whose turn it is, so the order
 * follows from the reasons and never from the order in which people are given.
 */
export function rank(
	young: Pick<YoungWish, 'answers' | 'notThese'>,
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): { fit: Candidate[]; out: Candidate[] } {
	const wished = wishedOf(young.answers, questions);
	const all = [...mentors]
		.sort(whoseTurn)
		.map((mentor) => beside(wished, young.notThese, mentor, saidBy(mentor, questions)));
	const fit = all.filter(({ excluded }) => excluded.length === 0);
	const apart = new Map(fit.map((candidate) => [candidate, misfit(candidate)]));
	return {
		fit: fit.sort((a, b) => (apart.get(a) ?? 0) - (apart.get(b) ?? 0)),
		out: all.filter(({ excluded }) => excluded.length > 0)
	};
}
