import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	closed,
	GoalWords,
	notForAdults,
	notWords,
	STANDS,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';
import { GOAL_KINDS, type Goal, type GoalChange, type GoalPart } from './goal';
import { noRoom, notInPolicy } from './policy';

/** A goal is a sentence. Source: the examples of seed 003, "Chance UK", of 45 to 110 characters. */
export const MOST_GOAL_CHARACTERS = 200;
/** Words at an end of a line stand under it on the narrowest phone, in two lines of its width. */
export const MOST_END_CHARACTERS = 60;
/** Against a list that nobody can look over; parked and done ones count. Chance UK works on three at a time. */
export const MOST_GOALS = 60;
/** What waits for a yes at once: more would be pressing somebody. Source: one of each kind, as Chance UK has them. */
export const MOST_SUGGESTED = 3;

/** A new goal by a young person, or one that their mentor suggests. The ends of the line are theirs to write. */
export const GoalBody = v.object({
	pairingId: Id,
	kind: v.picklist(GOAL_KINDS),
	words: GoalWords,
	lowWords: v.optional(GoalWords, ''),
	highWords: v.optional(GoalWords, ''),
	...STANDS
});
export type GoalBody = v.InferOutput<typeof GoalBody>;

/** Whether somebody may write a goal, or suggest one. Whoever stands in does neither. */
export function mayGoal(facts: GoalFacts, body: GoalBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (facts.side === 'cover') return refuse('not_yours_to_do');
	const outside = notInPolicy(facts.policy, body.kind, body);
	if (outside) return outside;
	const wrong = notWords(body.words, MOST_GOAL_CHARACTERS) ?? notEnds(body);
	if (wrong) return wrong;
	if (facts.side === 'mentor' && (body.lowWords || body.highWords)) return refuse('not_yours_to_do');
	const stopped = notForAdults(facts, body.words);
	if (stopped) return stopped;
	if (facts.notUntil !== undefined) return refuse('goals_not_yet');
	const taken = noRoom(facts, body.kind);
	if (taken) return taken;
	const waiting = facts.goals.filter(({ state }) => state === 'suggested').length;
	if (facts.side === 'mentor' && waiting >= MOST_SUGGESTED) return refuse('goals_suggested_enough');
	return facts.goals.length >= MOST_GOALS ? refuse('goals_full') : send;
}

const notEnds = ({ lowWords, highWords }: Pick<GoalBody, 'lowWords' | 'highWords'>): Verdict | undefined =>
	notWords(lowWords, MOST_END_CHARACTERS, 0) ?? notWords(highWords, MOST_END_CHARACTERS, 0);

/** The goal, and the first word on each part of it: later ones are laid over these. */
export function afterGoal(facts: GoalFacts, maker: GoalMaker, body: GoalBody): ChangedGoals {
	if (!facts.pairing) return {};
	const { id: pairingId, spaceId } = facts.pairing;
	const { id, personId, at, writtenAt } = maker;
	const { kind, words, lowWords, highWords, term = null, domain = null } = body;
	const suggestedById = maker.side === 'young' ? null : personId;
	const state = suggestedById ? 'suggested' : 'going';
	const goal: Goal = {
		...{ id, spaceId, pairingId, kind, state, stateAt: writtenAt, words, lowWords, highWords },
		...{ suggestedById, term, domain, createdAt: at }
	};
	const first: [GoalPart, string][] = [
		['state', state],
		['kind', kind],
		['words', words],
		['low', lowWords],
		['high', highWords]
	];
	const changes = first
		.filter(([, to]) => to !== '')
		.map(([part, to]): GoalChange => ({ ...changeOf(goal, maker, part, to), id: `${id}_${part}` }));
	return { goals: [goal], changes };
}

/** One change to a goal, as it is kept. */
export function changeOf(goal: Goal, maker: GoalMaker, part: GoalPart, to: string): GoalChange {
	const { id, personId: byId, writtenAt, at } = maker;
	const { spaceId, pairingId } = goal;
	return { id, spaceId, pairingId, goalId: goal.id, byId, part, to, writtenAt, at };
}
