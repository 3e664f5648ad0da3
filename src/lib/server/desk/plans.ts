import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { dayOf, type Day } from '$lib/domain/clock/zones';
import { pathOf, type Place } from '$lib/domain/pairings/path';
import { moving, type StaysWhy } from '$lib/domain/programmes/moving';
import type { Plan } from '$lib/domain/programmes/plan';
import { USUAL_PLAN } from '$lib/domain/programmes/usual-plan';
import { pairings, plans, programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { changePlan, type NewVersion } from '../plans/change';
import { movePairing } from '../plans/move';
import { pathFactsOf } from '../plans/path-of';
import { planOf } from '../plans/plan-of';
import { change } from '../spaces';
import { inTheirs } from './pair-up';
import { couldBeId, runs } from './scope';

/*
 * How programmes go, at the desk of whoever runs them. A change is a new version: pairings that have begun keep
 * theirs, unless somebody moves one of them.
 */

/** The programmes that somebody runs, by name, each with how it goes and how many running pairings it has. */
export async function programmesAtDesk({ store: { read } }: House, who: Who) {
	const ids = runs(who);
	if (ids.length === 0) return [];
	const rows = await read
		.select({ id: programmes.id, name: programmes.name, version: plans.version, plan: plans.plan })
		.from(programmes)
		.leftJoin(plans, eq(plans.id, programmes.planId))
		.where(inArray(programmes.id, ids))
		.orderBy(asc(programmes.name), asc(programmes.id));
	const counted = await read
		.select({ programmeId: pairings.programmeId, many: count() })
		.from(pairings)
		.where(and(inArray(pairings.programmeId, ids), notEnded()))
		.groupBy(pairings.programmeId);
	const many = new Map(counted.map((row) => [row.programmeId, row.many]));
	return rows.map((row) => ({ ...row, pairings: many.get(row.id) ?? 0 }));
}

/** How a programme goes, and every version before it with the running pairings that keep it. @throws 404 */
export async function planAtDesk({ store: { read } }: House, who: Who, programmeId: string) {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	const [programme] = await read
		.select({ id: programmes.id, name: programmes.name, zone: programmes.zone, planId: programmes.planId })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	const all = await read
		.select({ id: plans.id, version: plans.version, madeAt: plans.madeAt })
		.from(plans)
		.where(eq(plans.programmeId, programmeId))
		.orderBy(desc(plans.version));
	const counted = await read
		.select({ planId: pairings.planId, many: count() })
		.from(pairings)
		.where(and(eq(pairings.programmeId, programmeId), notEnded()))
		.groupBy(pairings.planId);
	const many = (id: string | null) => counted.find(({ planId }) => planId === id)?.many ?? 0;
	return {
		programme,
		/** What pairings begin with that are made now. */
		plan: await planOf(read, programme),
		versions: all.map((one) => ({ ...one, pairings: many(one.id) })),
		/** Running pairings from before it had a plan. */
		without: many(null)
	};
}

/** @returns the id of the version that counts now @throws 404, and Refused as `changePlan` does */
export async function writePlan(
	house: House,
	who: Who,
	programmeId: string,
	asked: NewVersion
): Promise<string> {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	return change(house, who.personId, (making) => changePlan(making, programmeId, asked));
}

export interface PairingsPlan {
	programmeId: string;
	/** The version it goes by; null for one from before there were plans. */
	version: number | null;
	path: Place[];
	endsOn: Day | null;
	/** What would come of it by the version that new pairings begin with; null where it goes by that one. */
	newer:
		| ({ planId: string; version: number } & (
				{ is: 'moves'; path: Place[]; endsOn: Day | null } | { is: 'stays'; why: StaysWhy }
		  ))
		| null;
}

/** By which version a pairing goes, and what would come of moving it. Null once it has ended. @throws 404 */
export async function pairingsPlan(house: House, who: Who, pairingId: string): Promise<PairingsPlan | null> {
	const { read } = house.store;
	const [row] = couldBeId(pairingId)
		? await read
				.select({ pairing: pairings, zone: programmes.zone, newest: programmes.planId })
				.from(pairings)
				.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
				.where(and(eq(pairings.id, pairingId), inArray(pairings.programmeId, runs(who))))
		: [];
	if (!row) notThere();
	const { pairing, zone, newest } = row;
	if (pairing.state === 'ended') return null;
	const versions = await read
		.select({ id: plans.id, version: plans.version, plan: plans.plan })
		.from(plans)
		.where(inArray(plans.id, [pairing.planId ?? '', newest ?? '']));
	const found = (id: string | null) => versions.find((one) => one.id === id);
	const facts = await pathFactsOf(read, pairing, zone);
	const other = newest === pairing.planId ? undefined : found(newest);
	return {
		programmeId: pairing.programmeId,
		version: found(pairing.planId)?.version ?? null,
		...{ path: pathOf(facts), endsOn: pairing.endsOn },
		newer: other
			? {
					...{ planId: other.id, version: other.version },
					...moving(facts, other.plan, dayOf(house.now(), zone))
				}
			: null
	};
}

/** Moves one pairing to a newer version. @throws 404, and Refused as `movePairing` does */
export async function moveToVersion(
	house: House,
	who: Who,
	pairingId: string,
	planId: string
): Promise<void> {
	if (!couldBeId(planId)) notThere();
	await inTheirs(house, who, pairingId, (making) =>
		movePairing(making, { pairingId, planId, byId: who.personId })
	);
}

/** Whether a programme goes as every programme does that nobody gave a plan. */
export const isUsual = (plan: Plan): boolean => plan.model === USUAL_PLAN.model;
