import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import type { SafetyLine } from '$lib/domain/safety-plans/safety-plan';
import {
	afterSafetyLine,
	hasSafetyPlans,
	maySafetyLine,
	mayShareSafety,
	type SafetyLineBody,
	type SafetyPlanShareBody
} from '$lib/domain/safety-plans/writing';
import {
	circleMembers,
	circles,
	memberships,
	pairings,
	programmes,
	safetyPlans,
	sharedSafetyPlans
} from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { rolesOf } from '../people/role-in';
import { planOf } from '../plans/plan-of';
import { sealSafetyPlan, unsealSafetyPlan } from '../sealed-rows';
import { personSpace, type Change } from '../spaces';

/** Keeps a line of somebody's own plan, and brings it to whoever they show the plan to. */
export async function keepSafetyLine(change: Change, entry: Writing<SafetyLineBody>): Promise<Verdict> {
	const { id, body, authorId } = entry;
	const kept = await keptOf(change, authorId);
	const roles = await rolesOf(change.tx, authorId);
	const on = kept !== undefined || (await canBegin(change, authorId));
	const verdict = maySafetyLine({ roles, on, lines: kept?.lines }, body);
	if (verdict.is !== 'send') return verdict;
	const before = kept ?? { lines: [], sharedWith: [] };
	const lines = afterSafetyLine(before.lines, id, body);
	if (JSON.stringify(lines) === JSON.stringify(before.lines)) return verdict;
	await write(change, authorId, { ...before, lines });
	await change.record(personSpace(authorId), 'safety_plan.written', authorId);
	for (const pairingId of before.sharedWith) {
		const { pairing, side } = await pairingFacts(change.tx, pairingId, authorId, change.now);
		// What is over is not written to any more; what stands there can still be taken back.
		if (pairing && side === 'young' && pairing.state !== 'ended')
			await show(change, pairing, lines, change.now);
	}
	return verdict;
}

/** Shows somebody's plan to whoever is in a pairing with them, or takes it back: then nothing of it stays there. */
export async function keepSafetyShare(change: Change, entry: Writing<SafetyPlanShareBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const { pairing, side } = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const plan = await planOf(change.tx, { planId: pairing?.planId ?? null });
	const verdict = mayShareSafety({ pairing, side, plan }, body);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const kept = (await keptOf(change, authorId)) ?? { lines: [], sharedWith: [] };
	if (kept.sharedWith.includes(pairing.id) === body.shared) return verdict;
	const others = kept.sharedWith.filter((id) => id !== pairing.id);
	await write(change, authorId, { ...kept, sharedWith: body.shared ? [...others, pairing.id] : others });
	await show(change, pairing, body.shared ? kept.lines : [], body.shared ? change.now : null);
	const action = body.shared ? 'safety_plan.shared' : 'safety_plan.taken_back';
	await change.record(pairing.spaceId, action, pairing.id);
	return verdict;
}

interface Kept {
	lines: SafetyLine[];
	sharedWith: string[];
}

async function keptOf({ tx, house }: Change, personId: string): Promise<Kept | undefined> {
	const [row] = await tx.select().from(safetyPlans).where(eq(safetyPlans.id, personId));
	if (!row) return undefined;
	const lines = JSON.parse(unsealSafetyPlan(house.secrets, row.id, row.lines)) as SafetyLine[];
	return { lines, sharedWith: row.sharedWith };
}

async function write(change: Change, personId: string, { lines, sharedWith }: Kept): Promise<void> {
	const spaceId = personSpace(personId);
	const sealed = sealSafetyPlan(change.house.secrets, personId, JSON.stringify(lines));
	const now = { lines: sealed, sharedWith, at: change.now, revision: await change.revision(spaceId) };
	await change.tx
		.insert(safetyPlans)
		.values({ id: personId, spaceId, personId, ...now })
		.onConflictDoUpdate({ target: safetyPlans.id, set: now });
}

async function show(
	change: Change,
	{ id, spaceId }: { id: string; spaceId: string },
	lines: SafetyLine[],
	sharedAt: number | null
): Promise<void> {
	const sealed = sealSafetyPlan(change.house.secrets, id, JSON.stringify(lines));
	const now = { lines: sealed, sharedAt, revision: await change.revision(spaceId) };
	await change.tx
		.insert(sharedSafetyPlans)
		.values({ id, spaceId, pairingId: id, ...now })
		.onConflictDoUpdate({ target: sharedSafetyPlans.id, set: now });
}

/** Whether any programme, pairing or circle that somebody is in as a young person works with such plans. */
async function canBegin({ tx }: Change, personId: string): Promise<boolean> {
	const theirs = await tx
		.select({ planId: programmes.planId })
		.from(memberships)
		.innerJoin(programmes, eq(programmes.id, memberships.programmeId))
		.where(
			and(eq(memberships.personId, personId), eq(memberships.role, 'young'), isNull(memberships.endedAt))
		);
	const paired = await tx
		.select({ planId: pairings.planId })
		.from(pairings)
		.where(and(eq(pairings.youngId, personId), ne(pairings.state, 'ended')));
	const grouped = await tx
		.select({ planId: circles.planId })
		.from(circleMembers)
		.innerJoin(circles, eq(circles.id, circleMembers.circleId))
		.where(and(eq(circleMembers.personId, personId), isNull(circleMembers.leftAt), isNull(circles.endedAt)));
	const plans = [];
	for (const one of [...theirs, ...paired, ...grouped]) plans.push(await planOf(tx, one));
	return hasSafetyPlans(plans);
}
