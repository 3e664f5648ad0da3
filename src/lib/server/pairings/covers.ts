import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { standing, USUALLY_NEEDED } from '$lib/domain/mentors/approvals';
import type { Stretch } from '$lib/domain/pairings/away';
import { aways, pairings, programmes } from '../database/schema';
import { approvalsOf } from '../introductions/facts';
import { rolesOf } from '../people/role-in';
import { shutOut, type Change } from '../spaces';
import { planLate } from '../telling/late';

type AwayRow = typeof aways.$inferSelect;

/**
 * Whether somebody may stand in for all of these days: whom the desk still offers, a mentor of the programme whose
 * approvals hold today and until the last of them, and who is not away themselves on any.
 */
export async function mayStandIn(
	{ tx, now }: Change,
	coverId: string,
	{ programmeId, mentorId, youngId, coverOfferId }: typeof pairings.$inferSelect,
	days: Stretch
): Promise<boolean> {
	if (coverId !== coverOfferId || coverId === mentorId || coverId === youngId) return false;
	if (!(await rolesOf(tx, coverId, programmeId)).includes('mentor')) return false;
	const [programme] = await tx.select().from(programmes).where(eq(programmes.id, programmeId));
	const records = await approvalsOf(tx, programmeId, [coverId]);
	const needed = programme?.approvalsNeeded ?? USUALLY_NEEDED;
	const on = [now, days.ends - 1].map((at) => dayOf(at, programme?.zone ?? 'UTC'));
	if (!on.every((day) => standing(records, needed, day).approved)) return false;
	const own = await tx
		.select({ starts: aways.starts, ends: aways.ends })
		.from(aways)
		.where(and(eq(aways.mentorId, coverId), isNull(aways.cancelledAt)));
	return !own.some(({ starts, ends }) => starts < days.ends && days.starts < ends);
}

/** Shuts out at once whoever stands in, or was to, on these days. */
export async function shutCoverOut(
	change: Change,
	{ spaceId, coverId, starts }: Pick<AwayRow, 'spaceId' | 'coverId' | 'starts'>
): Promise<void> {
	if (coverId) await shutOut(change, spaceId, coverId, starts);
}

/** Shuts out whoever stands in or was to in a pairing: it has ended. */
export async function shutCoversOut(change: Change, pairingId: string): Promise<void> {
	const rows = await change.tx
		.select()
		.from(aways)
		.where(and(eq(aways.pairingId, pairingId), gt(aways.ends, change.now)));
	for (const row of rows) await shutCoverOut(change, row);
}

/**
 * Somebody can stand in no more: nobody does on those days, and both phones say so. What they wrote stays.
 * @param where in a programme or a pairing, and on which days; without it everywhere, on all that are not over
 */
export async function dropCover(
	change: Change,
	coverId: string,
	{ programmeId, pairingId, during }: { programmeId?: string; pairingId?: string; during?: Stretch }
): Promise<void> {
	const theirs = change.tx
		.select({ id: pairings.id })
		.from(pairings)
		.where(
			and(
				programmeId === undefined ? undefined : eq(pairings.programmeId, programmeId),
				pairingId === undefined ? undefined : eq(pairings.id, pairingId)
			)
		);
	const rows = await change.tx
		.select()
		.from(aways)
		.where(and(eq(aways.coverId, coverId), gt(aways.ends, change.now), inArray(aways.pairingId, theirs)));
	for (const row of rows) {
		if (during && !(row.starts < during.ends && during.starts < row.ends)) continue;
		await shutCoverOut(change, row);
		const revision = await change.revision(row.spaceId);
		await change.tx.update(aways).set({ coverId: null, revision }).where(eq(aways.id, row.id));
		await change.record(row.spaceId, 'cover.gone', row.id);
		await planLate(change, row.pairingId);
	}
}

/** Writes who may stand in for the mentor of a pairing, or nobody; whoever was offered before stands in no more. */
export async function writeOffer(
	change: Change,
	{ id, spaceId, coverOfferId }: typeof pairings.$inferSelect,
	coverId: string | null
): Promise<void> {
	if (coverOfferId) await dropCover(change, coverOfferId, { pairingId: id });
	const revision = await change.revision(spaceId);
	await change.tx.update(pairings).set({ coverOfferId: coverId, revision }).where(eq(pairings.id, id));
	await change.record(spaceId, coverId === null ? 'cover.none_offered' : 'cover.offered', coverId ?? id);
}

/** A mentor who is kept apart from a young person stands in for nobody who mentors them. */
export async function keepFromCovering(
	change: Change,
	{ programmeId, youngId, mentorId }: { programmeId: string; youngId: string; mentorId: string }
): Promise<void> {
	const rows = await change.tx
		.select()
		.from(pairings)
		.where(
			and(
				eq(pairings.programmeId, programmeId),
				eq(pairings.youngId, youngId),
				eq(pairings.coverOfferId, mentorId)
			)
		);
	for (const row of rows) await writeOffer(change, row, null);
}
