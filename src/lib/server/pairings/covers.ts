import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { addDays, dayOf, instantAt, type Instant } from '$lib/domain/clock/zones';
import { approvedUntil, USUALLY_NEEDED } from '$lib/domain/mentors/approvals';
import type { Stretch } from '$lib/domain/pairings/away';
import { aways, pairings, programmes } from '../database/schema';
import type { Reading } from '../database/store';
import { approvalsOf } from '../introductions/facts';
import { rolesOf } from '../people/role-in';
import { letIn, shutOut, type Change } from '../spaces';
import { tellOfCover } from '../telling/covers';
import { planLate } from '../telling/late';
import { notEnded } from './running';

type AwayRow = typeof aways.$inferSelect;

/**
 * Whether somebody may stand in on these days: whom the desk still offers, a mentor of the programme whose approvals
 * hold today and when those days begin, and who is not away themselves on any.
 * @returns up to when, or undefined where they may not
 */
export async function mayStandIn(
	{ tx, now }: Change,
	coverId: string,
	{ programmeId, mentorId, youngId, coverOfferId }: typeof pairings.$inferSelect,
	days: Stretch
): Promise<Instant | undefined> {
	if (coverId !== coverOfferId || coverId === mentorId || coverId === youngId) return undefined;
	if (!(await rolesOf(tx, coverId, programmeId)).includes('mentor')) return undefined;
	const approved = await approvals(tx, programmeId, [coverId]);
	const until = approved(coverId, Math.max(now, days.starts));
	if (until === undefined || approved(coverId, now) === undefined) return undefined;
	const own = await tx
		.select({ starts: aways.starts, ends: aways.ends })
		.from(aways)
		.where(and(eq(aways.mentorId, coverId), isNull(aways.cancelledAt)));
	const isAway = own.some(({ starts, ends }) => starts < days.ends && days.starts < ends);
	return isAway ? undefined : Math.min(until, days.ends);
}

/** Says up to when, seen from a moment, the approvals of these mentors hold; undefined where they do not hold then. */
async function approvals(tx: Reading, programmeId: string, mentorIds: readonly string[]) {
	const [programme] = await tx.select().from(programmes).where(eq(programmes.id, programmeId));
	const records = await approvalsOf(tx, programmeId, mentorIds);
	const [needed, zone] = [programme?.approvalsNeeded ?? USUALLY_NEEDED, programme?.zone ?? 'UTC'];
	return (mentorId: string, from: Instant): Instant | undefined => {
		const theirs = records.filter((record) => record.mentorId === mentorId);
		const day = approvedUntil(theirs, needed, dayOf(from, zone));
		if (day === undefined) return undefined;
		return day === null ? Infinity : instantAt(addDays(day, 1), '00:00', zone);
	};
}

/** The moment as a row keeps it: only where it is before the end. */
export const coverUntilOf = (until: Instant, { ends }: Pick<Stretch, 'ends'>): Instant | null =>
	until < ends ? until : null;

/**
 * What a programme knows or asks of its mentors has changed: whoever stands in, or is to, does so for as long as
 * their approvals hold, and both phones say so. A renewal lets them go on.
 * @param coverId only this one's days
 */
export async function fitCovers(change: Change, programmeId: string, coverId?: string): Promise<void> {
	const { tx, now } = change;
	const rows = await tx
		.select({ away: aways })
		.from(aways)
		.innerJoin(pairings, eq(pairings.id, aways.pairingId))
		.where(
			and(
				eq(pairings.programmeId, programmeId),
				notEnded(),
				coverId === undefined ? isNotNull(aways.coverId) : eq(aways.coverId, coverId),
				isNull(aways.cancelledAt),
				gt(aways.ends, now)
			)
		);
	const covers = rows.flatMap(({ away }) => away.coverId ?? []);
	if (covers.length === 0) return;
	const approved = await approvals(tx, programmeId, [...new Set(covers)]);
	for (const { away } of rows) await fitCover(change, away, approved);
}

async function fitCover(
	change: Change,
	away: AwayRow,
	approved: (mentorId: string, from: Instant) => Instant | undefined
): Promise<void> {
	const { id, spaceId, coverId, starts, ends } = away;
	if (!coverId) return;
	const from = Math.max(change.now, starts);
	const until = Math.min(approved(coverId, from) ?? from, ends);
	const before = away.coverUntil ?? ends;
	// Over already is over, and that it would be over now is nothing new.
	if (until === before || (until <= from && before <= from)) return;
	const revision = await change.revision(spaceId);
	const coverUntil = coverUntilOf(until, away);
	await change.tx.update(aways).set({ coverUntil, revision }).where(eq(aways.id, id));
	await change.record(spaceId, 'cover.until', id);
	if (away.noThanksAt !== null) return;
	if (until <= from) await shutCoverOut(change, away);
	else await letIn(change.tx, spaceId, coverId, starts, until);
	change.shutOut.add(coverId);
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
		if (row.noThanksAt === null && row.cancelledAt === null) await tellOfCover(change, row, coverId, false);
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
