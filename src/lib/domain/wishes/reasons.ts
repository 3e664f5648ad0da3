import { isAnswered, type WishAnswer } from './answer';
import { asked, type WishQuestion } from './question';
import type { AGAINST, Because, Candidate, EXCLUDED, FOR, MentorPlace } from './rank';

/** What somebody asked for in one question, as far as the question and its choices are still there. */
export interface Wished {
	question: WishQuestion;
	must: boolean;
	/** In the order of the question. At least one. */
	choices: string[];
}

/** By the key of a question: the choices that are true of a mentor, as far as they are still there. */
export type Said = ReadonlyMap<string, ReadonlySet<string>>;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** What matching looks at: answered, not “don’t mind”, and still among the questions and choices. */
export function wishedOf(
	answers: Readonly<Record<string, WishAnswer>>,
	questions: readonly WishQuestion[]
): Wished[] {
	return asked(questions).flatMap((question) => {
		const answer = own(answers, question.key);
		if (question.matches === 'none' || !isAnswered(answer)) return [];
		if (question.weighed && answer.weight === 'open') return [];
		const chosen = new Set(answer.choices);
		const choices = question.choices.map(({ key }) => key).filter((key) => chosen.has(key));
		if (choices.length === 0) return [];
		return [{ question, must: question.weighed && answer.weight === 'must', choices }];
	});
}

/** What a mentor’s card says to the questions as they are now. */
export function saidBy({ card }: Pick<MentorPlace, 'card'>, questions: readonly WishQuestion[]): Said {
	return new Map(
		asked(questions).map(({ key, choices }) => {
			const facts = new Set((card && own(card.facts, key)) ?? []);
			return [key, new Set(choices.map((choice) => choice.key).filter((choice) => facts.has(choice)))];
		})
	);
}

type For = (typeof FOR)[number];
type Against = (typeof AGAINST)[number];

type Told = readonly [For, Against | null, Against | null];
const LIKE: Told = ['meets_like', 'misses_like', 'like_not_said'];
const INTEREST: Told = ['shares', null, null];
/** How a wish that is not a must is told: when something is in common, when nothing is, when nothing was said. */
const TOLD: Record<WishQuestion['matches'], Told> = {
	same: LIKE,
	shared: LIKE,
	dislikes: ['shares_dislike', null, null],
	days: ['shares_day', 'no_shared_day', 'days_not_said'],
	places: ['shares_place', 'no_shared_place', 'places_not_said'],
	none: LIKE
};

const told = ({ matches, weighed }: WishQuestion) =>
	matches === 'shared' && !weighed ? INTEREST : TOLD[matches];

const ofNoQuestion = (is: (typeof EXCLUDED)[number]) => ({ is, question: null, choices: [] });

/** Why a mentor cannot be introduced to anybody now. */
export function outForAll(mentor: MentorPlace): Because<(typeof EXCLUDED)[number]>[] {
	const out: Because<(typeof EXCLUDED)[number]>[] = [];
	if (!mentor.standing.approved) out.push(ofNoQuestion('not_approved'));
	if (!mentor.card) out.push(ofNoQuestion('no_card'));
	if (!(mentor.taken < mentor.places)) out.push(ofNoQuestion('no_place'));
	return out;
}

/** One mentor beside one wish. Who has not said counts as not meeting a must. */
export function beside(
	wished: readonly Wished[],
	notThese: ReadonlySet<string>,
	mentor: MentorPlace,
	said: Said
): Candidate {
	const candidate: Candidate = { mentorId: mentor.id, for: [], against: [], excluded: outForAll(mentor) };
	if (notThese.has(mentor.id)) candidate.excluded.unshift(ofNoQuestion('not_these'));
	for (const { question, must, choices } of wished) {
		const { key } = question;
		const theirs = said.get(key);
		const common = choices.filter((choice) => theirs?.has(choice));
		const silent = !theirs?.size;
		if (must && common.length > 0) {
			candidate.for.push({ is: 'meets_must', question: key, choices: common });
		} else if (must) {
			candidate.excluded.push({ is: silent ? 'must_not_said' : 'misses_must', question: key, choices });
		} else {
			const [inCommon, apart, unsaid] = told(question);
			const against = silent ? unsaid : apart;
			if (common.length > 0) candidate.for.push({ is: inCommon, question: key, choices: common });
			else if (against) candidate.against.push({ is: against, question: key, choices });
		}
	}
	return candidate;
}

/**
 * What each reason weighs in the order. One would-like outweighs all that two people have in common (15 at most).
 * Shared dislikes weigh more than shared interests: they predicted longer matches in a study of over 9,000 youths.
 */
const AGAINST_WEIGHS: Record<Against, number> = {
	misses_like: 16,
	like_not_said: 8,
	no_shared_day: 12,
	days_not_said: 6,
	no_shared_place: 4,
	places_not_said: 2
};
const DISLIKE_WEIGHS = 3;
const INTEREST_WEIGHS = 2;
/** From the fourth on, more in common says no more: ticking everything wins nothing. */
const MOST_IN_COMMON = 3;

function weighed(against: number, dislikes: number, interests: number): number {
	const inCommon = (count: number) => Math.min(count, MOST_IN_COMMON);
	return against - DISLIKE_WEIGHS * inCommon(dislikes) - INTEREST_WEIGHS * inCommon(interests);
}

/** How far a mentor is from what was wished, from the reasons alone; less is nearer. It orders, and is never shown. */
export function misfit(candidate: Pick<Candidate, 'for' | 'against'>): number {
	let [against, dislikes, interests] = [0, 0, 0];
	for (const { is } of candidate.against) against += AGAINST_WEIGHS[is];
	for (const { is, choices } of candidate.for) {
		if (is === 'shares_dislike') dislikes += choices.length;
		if (is === 'shares') interests += choices.length;
	}
	return weighed(against, dislikes, interests);
}

/**
 * The `misfit` of `beside`, or Infinity when a must is missed, without writing the reasons down: for a whole
 * programme at once they would be more than a server should have to throw away.
 */
export function misfitOf(wished: readonly Wished[], said: Said): number {
	let [against, dislikes, interests] = [0, 0, 0];
	for (const { question, must, choices } of wished) {
		const theirs = said.get(question.key);
		let common = 0;
		if (theirs?.size) for (const choice of choices) if (theirs.has(choice)) common++;
		if (must && common === 0) return Infinity;
		if (must) continue;
		const [inCommon, apart, unsaid] = told(question);
		const missed = theirs?.size ? apart : unsaid;
		if (common === 0 && missed) against += AGAINST_WEIGHS[missed];
		if (inCommon === 'shares_dislike') dislikes += common;
		if (inCommon === 'shares') interests += common;
	}
	return weighed(against, dislikes, interests);
}
