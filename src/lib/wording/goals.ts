import { dayOf, type Day } from '../domain/clock/zones';
import type { Beside } from '../domain/goals/changes';
import type { Goal, GoalChange, GoalKind, GoalState, GoalTerm } from '../domain/goals/goal';
import type { Under } from '../domain/goals/groups';
import type { GoalPolicy } from '../domain/goals/policy';
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

type Words = Pick<GoalPolicy, 'words'>;

/** What a kind of goal is called, in its programme's words where it has some. */
export const sayKind = (kind: GoalKind, policy?: Words): string => policy?.words[kind] ?? KIND[kind]();
/** The same with an example. */
export const sayKindHint = (kind: GoalKind): string => HINT[kind]();
/** Whether a goal of a plan for action is for soon or for later. */
export const sayTerm = (term: GoalTerm | null): string =>
	term === null ? m.goals_term_unsaid() : term === 'short' ? m.goals_term_short() : m.goals_term_long();
export const sayTermHint = (term: GoalTerm): string =>
	term === 'short' ? m.goals_term_short_hint() : m.goals_term_long_hint();

/** What stands above a group of goals on a list. */
export function sayUnder(under: Under, policy: Words): string {
	if (under.by === 'kind') return sayKind(under.kind, policy);
	return under.by === 'term' ? sayTerm(under.term) : under.name;
}

/** What sort of thing a goal is, in a line: "Work and learning · For later". */
export function saySort(
	{ kind, term, domain }: Pick<Goal, 'kind' | 'term' | 'domain'>,
	policy: GoalPolicy
): string {
	const name = policy.domains.find(({ id }) => id === domain)?.name ?? sayKind(kind, policy);
	return term && policy.terms.length > 0 ? m.goals_sort_and_term({ sort: name, term: sayTerm(term) }) : name;
}

export const sayGoalState = (state: GoalState): string => STATE[state]();

/** Whoever said something of a goal, as one side of it reads: "You", "Sam". */
export function sayBy(byId: string, me: string, youngId: string, between: Between): string {
	if (byId === me) return m.goals_you();
	return byId === youngId ? nameOn('young', between) : nameOn('mentor', between);
}

/** One thing that was said of a goal, in a line. */
export function sayChange({ part, to }: Pick<GoalChange, 'part' | 'to'>, policy?: Words): string {
	switch (part) {
		case 'words':
			return m.goals_said_words({ to });
		case 'low':
			return to ? m.goals_said_low({ to }) : m.goals_said_low_none();
		case 'high':
			return to ? m.goals_said_high({ to }) : m.goals_said_high_none();
		case 'kind':
			return m.goals_said_kind({ to: sayKind(to as GoalKind, policy) });
		case 'state':
			return m.goals_said_state({ to: sayGoalState(to as GoalState) });
	}
}

/** What stands beside a goal, shortly: the words themselves, or what they stand for. */
export function sayBeside({ part, to }: Pick<Beside, 'part' | 'to'>, policy?: Words): string {
	if (part === 'kind') return sayKind(to as GoalKind, policy);
	if (part === 'state') return sayGoalState(to as GoalState);
	return to === '' ? m.goals_nothing_written() : to;
}

/** What could not be kept, with the words that went with it. */
export function sayGoalSaid({ kind, body }: GoalSaid, policy?: Words): { what: string; words: string } {
	switch (kind) {
		case 'goal':
			return { what: m.goals_what_goal(), words: body.words };
		case 'goal-answer':
			return { what: m.goals_what_answer(), words: body.words };
		case 'goal-change':
			return { what: sayChange(body, policy), words: '' };
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
