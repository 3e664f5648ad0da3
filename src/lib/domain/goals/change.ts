import * as v from 'valibot';
import { refuse, send, type Verdict } from '../entries/verdict';
import { goalNow, stateAt } from './changes';
import {
	ABOUT_GOAL,
	closed,
	goalOf,
	GoalWords,
	notForAdults,
	notWords,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';
import { GOAL_KINDS, GOAL_PARTS, type Goal, type GoalChange } from './goal';
import { changeOf, MOST_END_CHARACTERS, MOST_GOAL_CHARACTERS } from './writing';

/** What a young person can say of how a goal stands: it goes on, it is parked, it is done. Nothing is failed. */
export const SAID_OF_GOALS = ['going', 'parked', 'done'] as const;

/** One part of a goal becomes something else. */
export const GoalChangeBody = v.object({ ...ABOUT_GOAL, part: v.picklist(GOAL_PARTS), to: GoalWords });
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

function fits({ policy }: GoalFacts, goal: Goal, { part, to }: GoalChangeBody): Verdict {
	switch (part) {
		case 'words':
			return notWords(to, MOST_GOAL_CHARACTERS) ?? send;
		case 'low':
		case 'high':
			return notWords(to, MOST_END_CHARACTERS, 0) ?? send;
		case 'kind': {
			const kind = GOAL_KINDS.find((one) => one === to);
			return kind && policy.kinds.includes(kind) ? send : refuse('outside_limits');
		}
		case 'state': {
			if (!SAID_OF_GOALS.some((one) => one === to)) return refuse('unreadable');
			// A suggestion is answered, with the words that the answer is to.
			return goal.state === 'suggested' || goal.state === 'no_thanks' ? refuse('not_yours_to_do') : send;
		}
	}
}

/** The change, kept for ever, and what the goal is with it. */
export function afterGoalChange(facts: GoalFacts, maker: GoalMaker, body: GoalChangeBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	return goal ? withSaid(facts, goal, [changeOf(goal, maker, body.part, body.to)]) : {};
}

/** New changes, and the goal as it is with all there are. */
export function withSaid(facts: GoalFacts, goal: Goal, said: GoalChange[]): ChangedGoals {
	const all = [...facts.changes.filter(({ goalId }) => goalId === goal.id), ...said];
	const now = goalNow(goal, all, facts.pairing?.youngId ?? '');
	return { goals: [{ ...goal, ...now }], changes: said };
}
