import type { EntryBodies } from '../entries/kinds';
import type { Verdict } from '../entries/verdict';
import { afterGoalAnswer, mayAnswerGoal } from './answer';
import { afterGoalChange, mayChangeGoal } from './change';
import type { ChangedGoals, GoalFacts, GoalMaker } from './facts';
import { afterMark, mayMark } from './mark';
import { afterNote, mayNote } from './note';
import { afterKept, afterPromise, afterPromiseGone, mayPromise, mayTouchPromise } from './promises';
import { afterStep, afterStepGone, afterTick, mayStep, mayTouchStep } from './steps';
import { afterGoal, mayGoal } from './writing';

/** Every kind of entry that speaks of a goal. */
export const ABOUT_GOALS = [
	'goal',
	'goal-answer',
	'goal-change',
	'goal-step',
	'goal-step-tick',
	'goal-step-gone',
	'goal-mark',
	'goal-promise',
	'goal-promise-kept',
	'goal-promise-gone',
	'goal-note'
] as const;
export type AboutGoalKind = (typeof ABOUT_GOALS)[number];
export type GoalSaid = { [Kind in AboutGoalKind]: { kind: Kind; body: EntryBodies[Kind] } }[AboutGoalKind];

interface Says<Body> {
	may(facts: GoalFacts, body: Body, maker: Pick<GoalMaker, 'writtenAt'>): Verdict;
	after(facts: GoalFacts, maker: GoalMaker, body: Body): ChangedGoals;
}

/** For each kind the rule, and which rows follow from it: the phone lays over them what the server will write. */
const SAYINGS: { [Kind in AboutGoalKind]: Says<EntryBodies[Kind]> } = {
	goal: { may: mayGoal, after: afterGoal },
	'goal-answer': { may: mayAnswerGoal, after: afterGoalAnswer },
	'goal-change': { may: mayChangeGoal, after: afterGoalChange },
	'goal-step': { may: mayStep, after: afterStep },
	'goal-step-tick': { may: mayTouchStep, after: afterTick },
	'goal-step-gone': { may: mayTouchStep, after: afterStepGone },
	'goal-mark': { may: mayMark, after: afterMark },
	'goal-promise': { may: mayPromise, after: afterPromise },
	'goal-promise-kept': { may: mayTouchPromise, after: afterKept },
	'goal-promise-gone': { may: mayTouchPromise, after: afterPromiseGone },
	'goal-note': { may: mayNote, after: afterNote }
};

const saying = (kind: AboutGoalKind) => SAYINGS[kind] as Says<GoalSaid['body']>;

/** Whether this may be said of a goal, by the moment at which it was written. */
export function mayGoalSay(facts: GoalFacts, said: GoalSaid, maker: Pick<GoalMaker, 'writtenAt'>): Verdict {
	return saying(said.kind).may(facts, said.body, maker);
}

/** What follows from it, where it may be said. */
export function afterGoalSaying(facts: GoalFacts, maker: GoalMaker, said: GoalSaid): ChangedGoals {
	return saying(said.kind).after(facts, maker, said.body);
}

/** Whether an entry speaks of a goal. */
export function isAboutGoal<E extends { kind: string }>(entry: E): entry is E & GoalSaid {
	return (ABOUT_GOALS as readonly string[]).includes(entry.kind);
}
