import { mayGoal, type GoalBody } from './writing';
import type { Goal, GoalStep } from './goal';
import type { GoalFacts } from './facts';

/** A goal of an earlier pairing that could begin again, with the steps of it that were not ticked. */
export interface Before {
	goal: Goal;
	steps: readonly GoalStep[];
}

/**
 * What a goal of before is as a new one: the same words and ends, of the same kind where the new programme works with
 * that kind.
 */
export function bodyAgain(facts: GoalFacts, { kind, words, lowWords, highWords }: Goal): GoalBody {
	const { id = '' } = facts.pairing ?? {};
	const known = facts.policy.kinds.includes(kind) ? kind : (facts.policy.kinds[0] ?? kind);
	return { pairingId: id, kind: known, words, lowWords, highWords };
}

/** What of earlier pairings can begin again in this one: what was theirs and is not a no thanks, the newest first. */
export function canBeginAgain(facts: GoalFacts, before: readonly Before[]): Before[] {
	return before
		.filter(({ goal }) => goal.state !== 'suggested' && goal.state !== 'no_thanks')
		.filter(({ goal }) => mayGoal(facts, bodyAgain(facts, goal)).is === 'send')
		.map(({ goal, steps }) => ({
			goal,
			steps: steps.filter(({ doneAt, goneAt }) => doneAt === null && goneAt === null)
		}))
		.sort((one, other) => other.goal.createdAt - one.goal.createdAt);
}
