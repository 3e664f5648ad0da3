import * as v from 'valibot';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	ABOUT_GOAL,
	closed,
	goalOf,
	GoalWords,
	notForAdults,
	notWords,
	within,
	type ChangedGoals,
	type GoalFacts,
	type GoalMaker
} from './facts';

/** Longer things are for messages and for meeting. */
export const MOST_NOTE_CHARACTERS = 1000;

export const GoalNoteBody = v.object({ ...ABOUT_GOAL, words: GoalWords });
export type GoalNoteBody = v.InferOutput<typeof GoalNoteBody>;

/** Whether somebody may write beside a goal: either of the two, and whoever stands in. */
export function mayNote(facts: GoalFacts, body: GoalNoteBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (!goalOf(facts, body.goalId)) return refuse('not_found');
	return notWords(body.words, MOST_NOTE_CHARACTERS) ?? notForAdults(facts, body.words) ?? send;
}

export function afterNote(
	facts: GoalFacts,
	{ id, personId, at }: GoalMaker,
	body: GoalNoteBody
): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	return goal ? { notes: [{ ...within(goal), id, authorId: personId, words: body.words, at }] } : {};
}
