import * as v from 'valibot';
import { addMonths, type Day } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { EndingPlan } from '../programmes/plan';
import type { LookIns } from './ending';
import type { EndingFacts } from './goodbye';

export const LookInBody = v.object({ pairingId: Id, wanted: v.boolean() });
export type LookInBody = v.InferOutput<typeof LookInBody>;

type Times = LookIns['times'];

/** Whether a young person may say that somebody should look in on them afterwards, or not: at any time, again too. */
export function mayLookIn({ pairing, side }: Pick<EndingFacts, 'pairing' | 'side'>): Verdict {
	if (!pairing || !side) return refuse('not_found');
	return side === 'young' ? send : refuse('not_yours_to_do');
}

/**
 * When somebody looks in: so many months after the last day, those that are past left out, and those that were done
 * kept. Nobody looks in on somebody who does not want it. Source: seed 004, several felt worse once support had stopped.
 */
export function lookInTimes(
	{ wanted, times }: Pick<LookIns, 'wanted' | 'times'>,
	{ lookInMonths }: Pick<EndingPlan, 'lookInMonths'>,
	lastDay: Day,
	today: Day
): Times {
	const done = times.filter(({ doneAt }) => doneAt !== null);
	if (!wanted) return done;
	const days = lookInMonths.map((many) => addMonths(lastDay, many));
	const coming = days
		.filter((on) => on >= today && !done.some((one) => one.on === on))
		.map((on) => ({ on, doneAt: null, doneByName: null }));
	return [...done, ...coming].sort((one, other) => (one.on < other.on ? -1 : 1));
}
