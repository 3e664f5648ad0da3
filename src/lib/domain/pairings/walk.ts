import { addDays, type Day } from '../clock/zones';
import { lookBacksOf } from '../look-backs/look-back';
import type { Standing } from './parting';
import { pathOf, placeOn, type PathFacts } from './path';

/** Something that begins on a day of a pairing's path. `over` is the first day after its last. */
export type Step =
	| { is: 'stage'; on: Day; stageId: string }
	| { is: 'look_back'; on: Day; which: string }
	| { is: 'over'; on: Day };

/**
 * Everything that begins on a path from one day to another, both included, in order. Its first place is none of it:
 * nobody has to be told that they have begun.
 */
export function stepsOf(facts: PathFacts, from: Day, to: Day): Step[] {
	const stages = pathOf(facts).slice(1);
	const steps: Step[] = [
		...stages.map((place): Step => ({ is: 'stage', on: place.from, stageId: place.stage.id })),
		...lookBacksOf(facts, to).map(({ which, on }): Step => ({ is: 'look_back', on, which })),
		...(facts.endsOn === null ? [] : [{ is: 'over' as const, on: addDays(facts.endsOn, 1) }])
	];
	return steps
		.filter(({ on }) => from <= on && on <= to)
		.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/**
 * How a pairing stands on a day, as its path has it. What has ended stays ended. A pause stays a pause and ends in
 * what it would be without one; but the last day that both know is the last, paused or not.
 */
export function standingOn(facts: PathFacts, day: Day, standing: Standing): Standing {
	const { state } = standing;
	if (state === 'ended') return standing;
	if (facts.endsOn !== null && facts.endsOn < day) return { state: 'ended', pausedFrom: null };
	const winding = placeOn(pathOf(facts), day)?.stage.kind === 'winding_down';
	const going = winding ? 'winding-down' : 'active';
	return state === 'paused' ? { state, pausedFrom: going } : { state: going, pausedFrom: null };
}
