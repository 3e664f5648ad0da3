import * as v from 'valibot';
import { WrittenDay } from '../clock/written';
import { addDays, DAY, dayOf } from '../clock/zones';
import { Id } from '../entries/entry';
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
import type { GoalPromise } from './goal';
import { isOpen } from './promised';

export const MOST_PROMISE_CHARACTERS = 200;
/** Promises of one goal that are neither kept nor taken back: what nobody can keep is none. */
export const MOST_PROMISES = 10;
/** The longest of the programmes in seed 003 with an end lasts a year. Days. */
export const FURTHEST_PROMISE = 366;

/** What a mentor will do for a goal, and by when, if it has a day. */
export const GoalPromiseBody = v.object({ ...ABOUT_GOAL, words: GoalWords, dueOn: v.nullable(WrittenDay) });
export type GoalPromiseBody = v.InferOutput<typeof GoalPromiseBody>;

/** Whether somebody may promise: the mentor. A day counts as today or later by when it was written, anywhere. */
export function mayPromise(
	facts: GoalFacts,
	body: GoalPromiseBody,
	{ writtenAt }: Pick<GoalMaker, 'writtenAt'>
): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (!goalOf(facts, body.goalId)) return refuse('not_found');
	if (facts.side !== 'mentor') return refuse('not_yours_to_do');
	const wrong = notWords(body.words, MOST_PROMISE_CHARACTERS) ?? notForAdults(facts, body.words);
	if (wrong) return wrong;
	if (body.dueOn !== null && body.dueOn < dayOf(writtenAt - DAY / 2, 'UTC')) return refuse('days_past');
	if (body.dueOn !== null && body.dueOn > addDays(dayOf(writtenAt, 'UTC'), FURTHEST_PROMISE))
		return refuse('days_too_far');
	const open = facts.promises.filter((one) => one.goalId === body.goalId && isOpen(one));
	return open.length >= MOST_PROMISES ? refuse('goals_full') : send;
}

export function afterPromise(facts: GoalFacts, maker: GoalMaker, body: GoalPromiseBody): ChangedGoals {
	const goal = goalOf(facts, body.goalId);
	const { id, personId: byId, at } = maker;
	const { words, dueOn } = body;
	return goal
		? { promises: [{ ...within(goal), id, byId, words, dueOn, at, keptAt: null, goneAt: null }] }
		: {};
}

export const AboutPromiseBody = v.object({ ...ABOUT_GOAL, promiseId: Id });
export type AboutPromiseBody = v.InferOutput<typeof AboutPromiseBody>;

/** Whether somebody may tick it or take it back: whoever promised. It stays on screen; and again changes nothing. */
export function mayTouchPromise(facts: GoalFacts, body: AboutPromiseBody): Verdict {
	const never = closed(facts);
	if (never) return never;
	const promise = promiseOf(facts, body);
	if (!promise) return refuse('not_found');
	return promise.byId === facts.personId && facts.side === 'mentor' ? send : refuse('not_yours_to_do');
}

/** Kept once is kept, also where it had been taken back. Nobody keeps what was not promised yet. */
export function afterKept(facts: GoalFacts, { writtenAt }: GoalMaker, body: AboutPromiseBody): ChangedGoals {
	const promise = promiseOf(facts, body);
	if (!promise || promise.keptAt !== null) return {};
	return { promises: [{ ...promise, keptAt: Math.max(promise.at, writtenAt), goneAt: null }] };
}

/** What was kept cannot be taken back. */
export function afterPromiseGone(facts: GoalFacts, maker: GoalMaker, body: AboutPromiseBody): ChangedGoals {
	const promise = promiseOf(facts, body);
	if (!promise || !isOpen(promise)) return {};
	return { promises: [{ ...promise, goneAt: Math.max(promise.at, maker.writtenAt) }] };
}

const promiseOf = (facts: GoalFacts, { goalId, promiseId }: AboutPromiseBody): GoalPromise | undefined =>
	goalOf(facts, goalId) && facts.promises.find((one) => one.id === promiseId && one.goalId === goalId);
