import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { addDays, dayOf, type Day } from '$lib/domain/clock/zones';
import { lookBacksOf } from '$lib/domain/look-backs/look-back';
import { nextPlace, pathOf, placeOn, type PathFacts } from '$lib/domain/pairings/path';
import { USUAL_PLAN } from '$lib/domain/programmes/usual-plan';
import { goals, pairings, plans, stageStarts } from '../database/schema';
import type { Reading } from '../database/store';
import type { GoalCount } from '../goals/at-desk';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { endingsNear } from './endings-near';
import { pageOf } from './pages';
import { pairingRows } from './pairing-rows';

/** How far ahead the page looks: endings take longer to do well than looking back. Days. */
export const ENDINGS_AHEAD_DAYS = 84;
export const LOOK_BACKS_AHEAD_DAYS = 28;

/** Where the pairings of a programme are on their paths, what is coming, and goals as numbers. Never anybody's words. */
export async function pathsAtDesk(house: House, programme: { id: string; zone: string }, page: number) {
	const { read } = house.store;
	const today = dayOf(house.now(), programme.zone);
	const going = await goingIn(read, programme);
	const placed = going.map(({ row, facts }) => {
		const path = pathOf(facts);
		const here = placeOn(path, today);
		const next = nextPlace(path, today);
		return {
			...{ id: row.id, youngName: row.youngName, mentorName: row.mentorName, paused: row.state === 'paused' },
			...{ stage: named(here), since: here?.from ?? facts.startsOn, endsOn: row.endsOn },
			next: next ? { ...named(next), from: next.from } : null
		};
	});
	const { shown, ...where } = pageOf(placed, page);
	return {
		today,
		stages: counted(placed.map(({ stage }) => stage)),
		pairings: { ...where, rows: shown },
		lookBacks: lookBacksComing(going, today),
		...(await endingsNear(house, [programme], ENDINGS_AHEAD_DAYS)),
		goals: await goalsIn(read, programme.id)
	};
}
export type PathsAtDesk = Awaited<ReturnType<typeof pathsAtDesk>>;

type Going = Awaited<ReturnType<typeof goingIn>>[number];

/** The running pairings of a programme, by name, each with what says where it is on its path. */
async function goingIn(read: Reading, { id, zone }: { id: string; zone: string }) {
	const mine = and(eq(pairings.programmeId, id), notEnded());
	const rows = await pairingRows(read, mine);
	const planIds = [...new Set(rows.flatMap(({ planId }) => planId ?? []))];
	const known = new Map(
		planIds.length === 0
			? []
			: (await read.select().from(plans).where(inArray(plans.id, planIds))).map((row) => [row.id, row.plan])
	);
	const starts = await read
		.select({
			pairingId: stageStarts.pairingId,
			stageId: stageStarts.stageId,
			from: stageStarts.from,
			at: stageStarts.at
		})
		.from(stageStarts)
		.innerJoin(pairings, eq(pairings.id, stageStarts.pairingId))
		.where(mine);
	return rows.map((row) => {
		const facts: PathFacts = {
			plan: known.get(row.planId ?? '') ?? USUAL_PLAN,
			...{ startsOn: dayOf(row.startedAt, zone), endsOn: row.endsOn },
			starts: starts.filter(({ pairingId }) => pairingId === row.id)
		};
		return { row, facts };
	});
}

/** A stage as it is named on screen; winding down that no plan names has no name of its own. */
const named = (place: ReturnType<typeof placeOn>) => ({
	id: place?.stage.id ?? '',
	name: place?.stage.name ?? ''
});
type Named = ReturnType<typeof named>;

/** How many are in each stage, the fullest first. Stages of one name are one. */
function counted(stages: readonly Named[]) {
	const found = new Map<string, Named & { count: number }>();
	for (const stage of stages) {
		const there = found.get(stage.name);
		if (there) there.count++;
		else found.set(stage.name, { ...stage, count: 1 });
	}
	return [...found.values()].sort((one, other) => other.count - one.count);
}

/** When the pairings are next asked to look back, within `LOOK_BACKS_AHEAD_DAYS`, the first first. */
function lookBacksComing(going: readonly Going[], today: Day) {
	const until = addDays(today, LOOK_BACKS_AHEAD_DAYS);
	return going
		.flatMap(({ row, facts }) =>
			lookBacksOf(facts, until)
				.filter(({ on }) => on >= today)
				.map(({ on, which, plan }) => ({
					...{ id: row.id, youngName: row.youngName, mentorName: row.mentorName },
					...{ on, which, name: plan.name }
				}))
		)
		.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** How many goals there are in a programme, of which kind and how they stand. */
async function goalsIn(read: Reading, programmeId: string): Promise<GoalCount[]> {
	const count = sql<number>`count(*)`.mapWith(Number);
	return read
		.select({ kind: goals.kind, state: goals.state, count })
		.from(goals)
		.innerJoin(pairings, eq(pairings.id, goals.pairingId))
		.where(and(eq(pairings.programmeId, programmeId), ne(goals.state, 'no_thanks')))
		.groupBy(goals.kind, goals.state);
}
