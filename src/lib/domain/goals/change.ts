import * as v from 'valibot';
import { refuse, send, type Verdict } from '../entries/verdict';
import { countsOf, goalNow, stateAt } from './changes';
import {
	ABOUT_GOAL,
	closed,
	goalOf,
	GoalWords,
	notForAdults,
	notWords,
	STANDS,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';
import { GOAL_KINDS, GOAL_PARTS, type Goal, type GoalChange } from './goal';
import { noRoom, notInPolicy } from './policy';
import { changeOf, MOST_END_CHARACTERS, MOST_GOAL_CHARACTERS } from './writing';

/** What a young person can say of how a goal stands: it goes on, it is parked, it is done. Nothing is failed. */
export const SAID_OF_GOALS = ['going', 'parked', 'done'] as const;

/** One part of a goal becomes something else. */
export const GoalChangeBody = v.object({
	...{ ...ABOUT_GOAL, part: v.picklist(GOAL_PARTS), to: GoalWords },
	/** With another kind goes where it stands beside it; where that is absent it stays. */
	...STANDS
});
export type GoalChangeBody = v.InferOutput<typeof GoalChangeBody>;

/**
 * Whether somebody may change it: the young person what is theirs; a mentor the words of what they suggest, until it
 * is answered. What a mentor wrote before an answer and sent after it is kept beside the goal.
 */
export function mayChangeGoal(
	facts: GoalFacts,
	body: GoalChangeBody,
	{ writtenAt }: Pick<GoalMaker, 'writtenAt'>
): Verdict {
	const never = closed(facts);
	if (never) return never;
	const goal = goalOf(facts, body.goalId);
	if (!goal || !facts.pairing) return refuse('not_found');
	if (facts.side !== 'young') {
		const ofGoal = facts.changes.filter(({ goalId }) => goalId === goal.id);
		// A clock that went back, or was looked at a while ago, takes nothing from what waits for an answer now.
		const suggesting =
			goal.state === 'suggested' || stateAt(ofGoal, facts.pairing.youngId, writtenAt) === 'suggested';
		const own = facts.side === 'mentor' && goal.suggestedById === facts.personId && suggesting;
		if (!own || (body.part !== 'words' && body.part !== 'kind')) return refuse('not_yours_to_do');
	}
	return notForAdults(facts, body.to) ?? fits(facts, goal, body);
}

function fits(facts: GoalFacts, goal: Goal, body: GoalChangeBody): Verdict {
	const { part, to } = body;
	switch (part) {
		case 'words':
			return notWords(to, MOST_GOAL_CHARACTERS) ?? send;
		case 'low':
		case 'high':
			return notWords(to, MOST_END_CHARACTERS, 0) ?? send;
		case 'kind': {
			const kind = GOAL_KINDS.find((one) => one === to);
			const outside = notInPolicy(facts.policy, kind, body);
			if (outside || !kind || goal.state !== 'going' || kind === goal.kind) return outside ?? send;
			return noRoom(facts, kind, goal.id) ?? send;
		}
		case 'state': {
			if (!SAID_OF_GOALS.some((one) => one === to)) return refuse('unreadable');
			// A suggestion is answered, with the words that the answer is to.
			if (goal.state === 'suggested' || goal.state === 'no_thanks') return refuse('not_yours_to_do');
			return (to === 'going' && noRoom(facts, goal.kind, goal.id)) || send;
		}
	}
}

/** The change, kept for ever, and what the goal is with it. */
export function afterGoalChange(facts: GoalFacts, maker: GoalMaker, body: GoalChangeBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	if (!goal) return {};
	const change = changeOf(goal, maker, body.part, body.to);
	const changed = withSaid(facts, goal, [change]);
	const all = facts.changes.filter(({ goalId }) => goalId === goal.id);
	// Soon or later and the domain go with the kind that counts: they have no history of their own.
	const counts = countsOf([...all, change], facts.pairing?.youngId ?? '').kind?.id === change.id;
	if (body.part !== 'kind' || !counts) return changed;
	const { term = goal.term ?? null, domain = goal.domain ?? null } = body;
	return { ...changed, goals: (changed.goals ?? []).map((now) => ({ ...now, term, domain })) };
}

/** New changes, and the goal as it is with all there are. */
export function withSaid(facts: GoalFacts, goal: Goal, said: GoalChange[]): ChangedGoals {
	const all = [...facts.changes.filter(({ goalId }) => goalId === goal.id), ...said];
	const now = goalNow(goal, all, facts.pairing?.youngId ?? '');
	return { goals: [{ ...goal, ...now }], changes: said };
}
