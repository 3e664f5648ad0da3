import { withChangedGoals, type GoalFacts } from './facts';
import type { Goal, GoalStep } from './goal';
import { afterGoal, mayGoal, type GoalBody } from './writing';

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

/** What of earlier pairings was theirs and is not a no thanks, the newest first, with the steps not ticked. */
export function theirsOf(before: readonly Before[]): Before[] {
	return before
		.filter(({ goal }) => goal.state !== 'suggested' && goal.state !== 'no_thanks')
		.map(({ goal, steps }) => ({
			goal,
			steps: steps.filter(({ doneAt, goneAt }) => doneAt === null && goneAt === null)
		}))
		.sort((one, other) => other.goal.createdAt - one.goal.createdAt);
}

/**
 * Those of them that can begin again in this pairing beside one another, in their order: there may be room for so many
 * only, or for one of a kind.
 */
export function roomFor(facts: GoalFacts, goals: readonly Goal[]): Goal[] {
	let there = facts;
	return goals.filter((goal) => {
		const body = bodyAgain(there, goal);
		if (mayGoal(there, body).is !== 'send') return false;
		const maker = { id: `again ${goal.id}`, personId: facts.personId, side: 'young' as const };
		there = withChangedGoals(there, afterGoal(there, { ...maker, writtenAt: 0, at: 0 }, body));
		return true;
	});
}
