import * as v from 'valibot';
import { WrittenDay } from '../clock/written';
import { addDays, type Day } from '../clock/zones';
import { pathOf, type PathFacts } from './path';
import type { Stage } from '../programmes/plan';

export const StageMoveBody = v.object({ stageId: v.pipe(v.string(), v.maxLength(40)), from: WrittenDay });
export type StageMoveBody = v.InferOutput<typeof StageMoveBody>;

/** A stage that can be moved: when it begins as things are, and the days on which it could. */
export interface Movable {
	stage: Stage;
	/** Null while it is not on the path: the stage before it has no end. */
	from: Day | null;
	least: Day;
	/** Null where there is no last day. */
	most: Day | null;
}

/**
 * The stages that somebody at the desk can let begin on another day. The first begins with the pairing. One that has
 * no day yet comes next only after the last that has one. A stage lasts at least a day, so that they stay in order;
 * those that follow move along, unless their day was decided too.
 */
export function movable(facts: PathFacts): Movable[] {
	const path = pathOf(facts);
	const windsDown = path.find(({ stage }) => stage.kind === 'winding_down');
	const decided = new Set(facts.starts.map(({ stageId }) => stageId));
	const found: Movable[] = [];
	const going = facts.plan.stages.filter(({ kind }) => kind !== 'winding_down');
	const placed = path.filter(({ stage }) => stage.kind !== 'winding_down');
	for (const [place, stage] of going.slice(0, placed.length + 1).entries()) {
		const earlier = placed[place - 1];
		if (!earlier) continue;
		const fixed = placed.slice(place + 1).find((later) => decided.has(later.stage.id)) ?? windsDown;
		found.push({
			...{ stage, from: placed[place]?.from ?? null, least: addDays(earlier.from, 1) },
			most: fixed ? addDays(fixed.from, -1) : facts.endsOn
		});
	}
	const own = facts.plan.stages.find(({ id }) => id === windsDown?.stage.id);
	const last = placed.at(-1);
	if (own && windsDown && last && facts.endsOn !== null)
		found.push({ stage: own, from: windsDown.from, least: addDays(last.from, 1), most: facts.endsOn });
	return found.filter(({ least, most }) => most === null || least <= most);
}

/** Whether a stage may begin on that day, as `movable` has it. */
export function mayMoveStage(facts: PathFacts, { stageId, from }: StageMoveBody): boolean {
	const one = movable(facts).find(({ stage }) => stage.id === stageId);
	return one !== undefined && from >= one.least && (one.most === null || from <= one.most);
}
