import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	ABOUT_GOAL,
	closed,
	goalOf,
	GoalWords,
	notWords,
	within,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';
import type { GoalStep } from './goal';

/** A step is small: it fits two lines of a phone. */
export const MOST_STEP_CHARACTERS = 120;
/** Steps of one goal, without those put away: small ones, not a timetable. */
export const MOST_STEPS = 30;

export const GoalStepBody = v.object({ ...ABOUT_GOAL, words: GoalWords });
export type GoalStepBody = v.InferOutput<typeof GoalStepBody>;

/** Whether somebody may write a step down: the young person. */
export function mayStep(facts: GoalFacts, body: GoalStepBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	const goal = goalOf(facts, body.goalId);
	if (!goal) return refuse('not_found');
	if (facts.side !== 'young') return refuse('not_yours_to_do');
	const wrong = notWords(body.words, MOST_STEP_CHARACTERS);
	if (wrong) return wrong;
	const here = facts.steps.filter(({ goalId, goneAt }) => goalId === goal.id && goneAt === null);
	return here.length >= MOST_STEPS ? refuse('goals_full') : send;
}

export function afterStep(facts: GoalFacts, { id, at }: GoalMaker, body: GoalStepBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	return goal ? { steps: [{ ...within(goal), id, words: body.words, at, doneAt: null, goneAt: null }] } : {};
}

export const GoalStepTickBody = v.object({ ...ABOUT_GOAL, stepId: Id, done: v.boolean() });
export type GoalStepTickBody = v.InferOutput<typeof GoalStepTickBody>;
export const GoalStepGoneBody = v.object({ ...ABOUT_GOAL, stepId: Id });
export type GoalStepGoneBody = v.InferOutput<typeof GoalStepGoneBody>;

/** Whether somebody may tick a step, or put it away: the young person alone, and again changes nothing. */
export function mayTouchStep(facts: GoalFacts, body: GoalStepGoneBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (!stepOf(facts, body)) return refuse('not_found');
	return facts.side === 'young' ? send : refuse('not_yours_to_do');
}

/** A tick counts from when it was made; one taken back was made before. Of two phones, the later word counts. */
export function afterTick(facts: GoalFacts, { writtenAt }: GoalMaker, body: GoalStepTickBody): ChangedGoals {
	const step = stepOf(facts, body);
	if (!step) return {};
	if (body.done) return step.doneAt === null ? { steps: [{ ...step, doneAt: writtenAt }] } : {};
	const later = step.doneAt !== null && step.doneAt <= writtenAt;
	return later ? { steps: [{ ...step, doneAt: null }] } : {};
}

export function afterStepGone(
	facts: GoalFacts,
	{ writtenAt }: GoalMaker,
	body: GoalStepGoneBody
): ChangedGoals {
	const step = stepOf(facts, body);
	return step?.goneAt === null ? { steps: [{ ...step, goneAt: writtenAt }] } : {};
}

const stepOf = (facts: GoalFacts, { goalId, stepId }: GoalStepGoneBody): GoalStep | undefined =>
	goalOf(facts, goalId) && facts.steps.find((step) => step.id === stepId && step.goalId === goalId);
