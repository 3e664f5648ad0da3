import { addDays, type Day } from '../clock/zones';
import { pathOf, plannedEnd, type PathFacts, type Place } from '../pairings/path';
import type { Plan } from './plan';
import { USUAL_PLAN } from './usual-plan';

/** Why a pairing cannot go over to another version of its programme’s plan: each has its sentence. */
export const STAYS_WHY = ['winding_down_already', 'stages_changed', 'ends_too_soon'] as const;
export type StaysWhy = (typeof STAYS_WHY)[number];

export type Moving =
	| {
			is: 'moves';
			/** On which days stages begin that would begin on others by the newer version. */
			starts: { stageId: string; from: Day }[];
			endsOn: Day | null;
			/** The path it has then. */
			path: Place[];
	  }
	| { is: 'stays'; why: StaysWhy };

/**
 * What comes of a pairing that goes over to a newer version: whatever has begun by `today` stays on its days, and
 * only what is to come changes. One from before there were plans has no stages that could stay: its path is counted
 * from its first day.
 */
export function moving(facts: PathFacts, newer: Plan, today: Day): Moving {
	const begun = pathOf(facts).filter(({ from }, place) => place === 0 || from <= today);
	if (begun.some(({ stage }) => stage.kind === 'winding_down'))
		return { is: 'stays', why: 'winding_down_already' };
	const had = facts.plan.model === USUAL_PLAN.model ? [] : begun;
	const going = newer.stages.filter(({ kind }) => kind !== 'winding_down');
	if (had.some(({ stage }, place) => going[place]?.id !== stage.id))
		return { is: 'stays', why: 'stages_changed' };

	const endsOn = endOf(facts, newer);
	const kept = had.slice(1).map(({ stage, from }) => ({ stageId: stage.id, from }));
	const withStarts = (starts: Extract<Moving, { is: 'moves' }>['starts']) =>
		pathOf({
			...{ plan: newer, startsOn: facts.startsOn, endsOn },
			// A pairing from before there were plans has no days that were decided for any stage.
			starts: [...(had.length > 0 ? facts.starts : []), ...starts.map((one) => ({ ...one, at: Infinity }))]
		});
	// A stage that is shorter now than it has lasted is over with today, not before.
	const next = had.length > 0 ? withStarts(kept)[had.length] : undefined;
	const soon = next && next.from <= today ? [{ stageId: next.stage.id, from: addDays(today, 1) }] : [];
	const starts = [...kept, ...soon];
	const path = withStarts(starts);
	if (path.some(({ stage, from }) => stage.kind === 'winding_down' && from <= today))
		return { is: 'stays', why: 'ends_too_soon' };
	return { is: 'moves', starts, endsOn, path };
}

/**
 * A last day that somebody set stays, and two who were told that there is none get none; one that was counted from
 * the plan is counted from the newer one.
 */
function endOf({ plan, startsOn, endsOn }: PathFacts, newer: Plan): Day | null {
	const counted = endsOn !== null && endsOn === plannedEnd(plan, startsOn);
	return counted ? (plannedEnd(newer, startsOn) ?? endsOn) : endsOn;
}
