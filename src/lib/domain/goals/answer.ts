import * as v from 'valibot';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	ABOUT_GOAL,
	closed,
	goalOf,
	GoalWords,
	notWords,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';
import { withSaid } from './change';
import { noRoom } from './policy';
import { changeOf, MOST_GOAL_CHARACTERS } from './writing';

/**
 * A young person's yes or no thanks to what their mentor suggested. The words that they said yes to go with it: as
 * they saw them, or their own.
 */
export const GoalAnswerBody = v.object({
	...ABOUT_GOAL,
	says: v.picklist(['yes', 'no_thanks']),
	words: v.optional(GoalWords, '')
});
export type GoalAnswerBody = v.InferOutput<typeof GoalAnswerBody>;

/** Whether somebody may answer: the young person alone, as often as they like, also in a pause. */
export function mayAnswerGoal(facts: GoalFacts, body: GoalAnswerBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	const goal = goalOf(facts, body.goalId);
	if (!goal) return refuse('not_found');
	if (facts.side !== 'young' || goal.suggestedById === null) return refuse('not_yours_to_do');
	if (body.says === 'no_thanks') return send;
	return notWords(body.words, MOST_GOAL_CHARACTERS) ?? noRoom(facts, goal.kind, goal.id) ?? send;
}

/** A yes makes it a goal of these words, whatever the mentor writes meanwhile. */
export function afterGoalAnswer(facts: GoalFacts, maker: GoalMaker, body: GoalAnswerBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	if (!goal) return {};
	const state = changeOf(goal, maker, 'state', body.says === 'yes' ? 'going' : 'no_thanks');
	const words = { ...changeOf(goal, maker, 'words', body.words), id: `${maker.id}_words` };
	return withSaid(facts, goal, body.says === 'yes' ? [state, words] : [state]);
}
