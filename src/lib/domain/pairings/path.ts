import { addDays, addMonths, type Day } from '../clock/zones';
import type { Repeats } from '../meetings/series';
import type { Lasts, Plan, Stage } from '../programmes/plan';

/** That a stage began on another day than the plan has it: somebody at the desk, or the two, decided so. */
export interface StageStart {
	id: string;
	spaceId: string;
	pairingId: string;
	stageId: string;
	from: Day;
	byId: string;
	at: number;
}

/** What says where a pairing is: its plan, its first and last day, and what was decided since. */
export interface PathFacts {
	plan: Plan;
	startsOn: Day;
	/** The planned last day, or null. */
	endsOn: Day | null;
	starts: readonly Pick<StageStart, 'stageId' | 'from' | 'at'>[];
}

/** One place on a pairing's path. */
export interface Place {
	stage: Stage;
	from: Day;
	/** The last day of it; null: it has no end, or nobody knows yet. */
	until: Day | null;
}

/** The day on which things that follow one another, the first beginning on `day`, are over. */
export function after(day: Day, ...lasting: readonly Lasts[]): Day {
	const many = (unit: Lasts['in']) => lasting.reduce((sum, one) => sum + (one.in === unit ? one.many : 0), 0);
	// Months are added in one go: a month after the 31st of January and another is the 31st of March.
	return addDays(addMonths(day, many('months')), 7 * many('weeks'));
}

const before = (day: Day, { in: unit, many }: Lasts): Day => after(day, { in: unit, many: -many });

/**
 * The last day that a plan gives a pairing that begins on `startsOn`; undefined where it gives none.
 * Source: seed 003, "Chance UK": three, six and three months.
 */
export function plannedEnd({ stages, ending }: Plan, startsOn: Day): Day | undefined {
	if (ending.is !== 'planned') return undefined;
	const lasting = stages.map(({ lasts }) => lasts).filter((lasts) => lasts !== null);
	return lasting.length === stages.length ? addDays(after(startsOn, ...lasting), -1) : undefined;
}

/**
 * The stages of a pairing as places on a path, in order. Each begins when the one before it is over, unless it was
 * decided otherwise; winding down is counted back from the last day, and is there only where there is one.
 */
export function pathOf({ plan, startsOn, endsOn, starts }: PathFacts): Place[] {
	const going = plan.stages.filter(({ kind }) => kind !== 'winding_down');
	const last = endsOn === null ? undefined : windingDown(plan, startsOn, endsOn, starts);
	const places: Place[] = [];
	// Counted from the start, or from the last stage whose day was decided.
	let counted: { from: Day; lasting: Lasts[] } | undefined = { from: startsOn, lasting: [] };
	for (const stage of going) {
		const own = places.length === 0 ? undefined : decided(starts, stage.id);
		if (own !== undefined) counted = { from: own, lasting: [] };
		if (!counted) break;
		const from = after(counted.from, ...counted.lasting);
		if (last && from >= last.from) break;
		const earlier = places.at(-1);
		if (earlier) earlier.until = addDays(from, -1);
		if (stage.lasts) counted.lasting.push(stage.lasts);
		const until = stage.lasts && addDays(after(counted.from, ...counted.lasting), -1);
		if (!stage.lasts) counted = undefined;
		places.push({ stage, from, until });
	}
	if (!last) return places;
	const earlier = places.at(-1);
	if (earlier) earlier.until = addDays(last.from, -1);
	return [...places, last];
}

function windingDown(plan: Plan, startsOn: Day, endsOn: Day, starts: PathFacts['starts']): Place {
	const own = plan.stages.find(({ kind }) => kind === 'winding_down');
	const lasts = own?.lasts ?? plan.ending.windDown;
	const usual = before(addDays(endsOn, 1), lasts);
	const from = (own && decided(starts, own.id)) ?? usual;
	return { stage: own ?? unnamed(plan), from: from < startsOn ? startsOn : from, until: endsOn };
}

/** Winding down in a plan that has no stage for it: its name and purpose are the app's own sentences. */
export const WINDING_DOWN = 'winding_down';

function unnamed({ stages, ending }: Plan): Stage {
	const meets = stages.at(-1)?.meets ?? 'weekly';
	return {
		...{ id: WINDING_DOWN, kind: 'winding_down', name: '', purpose: '' },
		...{ lasts: ending.windDown, meets, minutes: null }
	};
}

/** What was decided last of when a stage begins. */
function decided(starts: PathFacts['starts'], stageId: string): Day | undefined {
	const own = starts.filter((one) => one.stageId === stageId);
	return own.reduce<(typeof own)[number] | undefined>(
		(newest, one) => (!newest || one.at >= newest.at ? one : newest),
		undefined
	)?.from;
}

/** The place on the path on a day: the first before it began, the last after it is over. */
export function placeOn(path: readonly Place[], day: Day): Place | undefined {
	return path.findLast(({ from }) => from <= day) ?? path[0];
}

/** The place that comes after the one of `day`, if it is known. */
export function nextPlace(path: readonly Place[], day: Day): Place | undefined {
	return path.find(({ from }) => from > day);
}

/** How often the two meet on a day, as their plan has it. */
export function rhythmOn(path: readonly Place[], day: Day): Exclude<Repeats, 'once'> | undefined {
	return placeOn(path, day)?.stage.meets;
}
