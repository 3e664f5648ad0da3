import * as v from 'valibot';
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

/** The two ends of a young person's own line. Source: product.md, "Goals". */
export const LINE = { low: 0, high: 10 } as const;
export const MOST_MARK_CHARACTERS = 280;

/** Where they put their line, and what they want to say beside it. */
export const GoalMarkBody = v.object({
	...ABOUT_GOAL,
	line: v.pipe(v.number(), v.integer(), v.minValue(LINE.low), v.maxValue(LINE.high)),
	words: v.optional(GoalWords, '')
});
export type GoalMarkBody = v.InferOutput<typeof GoalMarkBody>;

/** Whether somebody may move the line: the young person, when they like, as often as they like. */
export function mayMark(facts: GoalFacts, body: GoalMarkBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (!goalOf(facts, body.goalId)) return refuse('not_found');
	if (facts.side !== 'young') return refuse('not_yours_to_do');
	return notWords(body.words, MOST_MARK_CHARACTERS, 0) ?? send;
}

/** Each mark stays: two phones that move the line lose neither. */
export function afterMark(facts: GoalFacts, { id, writtenAt }: GoalMaker, body: GoalMarkBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	const { line, words } = body;
	return goal ? { marks: [{ ...within(goal), id, line, words, at: writtenAt }] } : {};
}
