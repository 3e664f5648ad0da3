import { dayOf, type Day } from '../domain/clock/zones';
import type { Beside } from '../domain/goals/changes';
import type { GoalChange, GoalKind, GoalState } from '../domain/goals/goal';
import type { GoalSaid } from '../domain/goals/said';
import { sayDate } from './dates';
import { nameOn, type Between } from './meetings';
import { m } from './messages';

const KIND: Record<GoalKind, () => string> = {
	handling: m.goals_kind_handling,
	learning: m.goals_kind_learning,
	fun: m.goals_kind_fun
};
const HINT: Record<GoalKind, () => string> = {
	handling: m.goals_kind_handling_hint,
	learning: m.goals_kind_learning_hint,
	fun: m.goals_kind_fun_hint
};
const STATE: Record<GoalState, () => string> = {
	suggested: m.goals_state_suggested,
	no_thanks: m.goals_state_no_thanks,
	going: m.goals_state_going,
	parked: m.goals_state_parked,
	done: m.goals_state_done
};

/** What a kind of goal is called. */
export const sayKind = (kind: GoalKind): string => KIND[kind]();
/** The same with an example. */
export const sayKindHint = (kind: GoalKind): string => HINT[kind]();
export const sayGoalState = (state: GoalState): string => STATE[state]();

/** Whoever said something of a goal, as one side of it reads: "You", "Sam". */
export function sayBy(byId: string, me: string, youngId: string, between: Between): string {
	if (byId === me) return m.goals_you();
	return byId === youngId ? nameOn('young', between) : nameOn('mentor', between);
}

/** One thing that was said of a goal, in a line. */
export function sayChange({ part, to }: Pick<GoalChange, 'part' | 'to'>): string {
	switch (part) {
		case 'words':
			return m.goals_said_words({ to });
		case 'low':
			return to ? m.goals_said_low({ to }) : m.goals_said_low_none();
		case 'high':
			return to ? m.goals_said_high({ to }) : m.goals_said_high_none();
		case 'kind':
			return m.goals_said_kind({ to: sayKind(to as GoalKind) });
		case 'state':
			return m.goals_said_state({ to: sayGoalState(to as GoalState) });
	}
}

/** What stands beside a goal, shortly: the words themselves, or what they stand for. */
export function sayBeside({ part, to }: Pick<Beside, 'part' | 'to'>): string {
	if (part === 'kind') return sayKind(to as GoalKind);
	if (part === 'state') return sayGoalState(to as GoalState);
	return to === '' ? m.goals_nothing_written() : to;
}

/** What could not be kept, with the words that went with it. */
export function sayGoalSaid({ kind, body }: GoalSaid): { what: string; words: string } {
	switch (kind) {
		case 'goal':
			return { what: m.goals_what_goal(), words: body.words };
		case 'goal-answer':
			return { what: m.goals_what_answer(), words: body.words };
		case 'goal-change':
			return { what: sayChange(body), words: '' };
		case 'goal-step':
			return { what: m.goals_what_step(), words: body.words };
		case 'goal-step-tick':
		case 'goal-step-gone':
			return { what: m.goals_what_tick(), words: '' };
		case 'goal-mark':
			return { what: m.goals_what_mark({ line: body.line }), words: body.words };
		case 'goal-promise':
			return { what: m.goals_what_promise(), words: body.words };
		case 'goal-promise-kept':
		case 'goal-promise-gone':
			return { what: m.goals_what_promise_tick(), words: '' };
		case 'goal-note':
			return { what: m.goals_what_note(), words: body.words };
	}
}

/** "21 November", where it was done. */
export const sayOn = (at: number, zone: string, today: Day): string => sayDate(dayOf(at, zone), today);
