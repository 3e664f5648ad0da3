import { and, eq } from 'drizzle-orm';
import { refuse, type Verdict } from '$lib/domain/entries/verdict';
import { inForce } from '$lib/domain/pairings/agreement';
import {
	agreedCover,
	awayRowId,
	daysAsMoments,
	endOf,
	mayAnswerCover,
	mayBeAway,
	mayEndAway,
	type AwayBody,
	type AwayOverBody,
	type CoverAnswerBody
} from '$lib/domain/pairings/away';
import { aways, pairings, programmes } from '../database/schema';
import type { Writing } from '../entries/effect';
import { letIn, type Change } from '../spaces';
import { tellOfCover } from '../telling/covers';
import { planLate } from '../telling/late';
import { coverUntilOf, dropCover, mayStandIn, shutCoverOut } from './covers';
import { agreementsOf, pairingFacts } from './facts';
import { notEnded } from './running';

/** Keeps that a mentor is away: one row in each of their running pairings, with who stands in there. */
export async function keepAway(change: Change, { id, body, authorId }: Writing<AwayBody>): Promise<Verdict> {
	const running = await runningOf(change, authorId);
	const mine = await change.tx.select().from(aways).where(eq(aways.mentorId, authorId));
	const verdict = mayBeAway({ zones: running.map(({ zone }) => zone), aways: mine }, body, change.now);
	if (verdict.is !== 'send') return verdict;
	for (const { pairing, zone, coverId } of running) {
		const days = daysAsMoments(body, zone);
		const until = coverId === null ? undefined : await mayStandIn(change, coverId, pairing, days);
		const standsIn = until === undefined ? null : coverId;
		const rowId = awayRowId(id, pairing.id);
		await change.tx.insert(aways).values({
			...{ id: rowId, spaceId: pairing.spaceId, revision: await change.revision(pairing.spaceId) },
			...{ pairingId: pairing.id, mentorId: authorId, ...body, ...days, coverId: standsIn, at: change.now },
			coverUntil: until === undefined ? null : coverUntilOf(until, days)
		});
		if (standsIn && until) await letIn(change.tx, pairing.spaceId, standsIn, days.starts, until);
		await change.record(pairing.spaceId, 'away.marked', rowId);
		if (standsIn)
			await tellOfCover(change, { id: rowId, pairingId: pairing.id, starts: days.starts }, standsIn, true);
		await planLate(change, pairing.id);
		await dropCover(change, authorId, { during: days });
	}
	return verdict;
}

/** The mentor is not away after all, or back early: everywhere at once, and whoever stood in reads no more. */
export async function keepAwayOver(change: Change, entry: Writing<AwayOverBody>): Promise<Verdict> {
	const all = await change.tx.select().from(aways).where(eq(aways.mentorId, entry.authorId));
	const mine = all.filter(({ id, pairingId }) => id === awayRowId(entry.body.awayId, pairingId));
	const verdict = mayEndAway(mine, change.now);
	if (verdict.is !== 'send') return verdict;
	for (const row of mine.filter((one) => change.now < endOf(one))) {
		const revision = await change.revision(row.spaceId);
		await change.tx.update(aways).set({ cancelledAt: change.now, revision }).where(eq(aways.id, row.id));
		await shutCoverOut(change, row);
		await change.record(row.spaceId, 'away.over', row.id);
		if (row.coverId && row.noThanksAt === null) await tellOfCover(change, row, row.coverId, false);
		await planLate(change, row.pairingId);
	}
	return verdict;
}

/** Keeps a young person's "no thanks" to who stands in, or that it is fine, after all or from the start. Nobody is asked why. */
export async function keepCoverAnswer(
	change: Change,
	{ body, authorId }: Writing<CoverAnswerBody>
): Promise<Verdict> {
	const { pairing, side } = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const rowId = awayRowId(body.awayId, body.pairingId);
	const [away] = await change.tx
		.select()
		.from(aways)
		.where(and(eq(aways.id, rowId), eq(aways.pairingId, body.pairingId)));
	const verdict = mayAnswerCover({ side, away }, change.now);
	if (verdict.is !== 'send' || !pairing || !away?.coverId) return verdict;
	const declines = body.says === 'no_thanks';
	const declined = away.noThanksAt !== null;
	if (declines ? declined : !declined && away.fineAt !== null) return verdict;
	const again = declined && !declines;
	const until =
		again && pairing.state !== 'ended' ? await mayStandIn(change, away.coverId, pairing, away) : undefined;
	if (again && until === undefined) return refuse('offer_over');
	const said = declines ? { noThanksAt: change.now, fineAt: null } : { noThanksAt: null, fineAt: change.now };
	const revision = await change.revision(away.spaceId);
	await change.tx
		.update(aways)
		.set({ ...said, ...(until && { coverUntil: coverUntilOf(until, away) }), revision })
		.where(eq(aways.id, away.id));
	if (declines) await shutCoverOut(change, away);
	else if (until) await letIn(change.tx, away.spaceId, away.coverId, away.starts, until);
	await change.record(away.spaceId, `cover.${body.says}`, away.id);
	if (declines || again) await tellOfCover(change, away, away.coverId, !declines);
	await planLate(change, pairing.id);
	return verdict;
}

async function runningOf({ tx, now }: Change, mentorId: string) {
	const rows = await tx
		.select({ pairing: pairings, zone: programmes.zone })
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(and(eq(pairings.mentorId, mentorId), notEnded()));
	const running = [];
	for (const { pairing, zone } of rows) {
		const agreement = inForce(await agreementsOf(tx, pairing.id), now);
		running.push({ pairing, zone: agreement?.zone ?? zone, coverId: agreedCover(pairing, agreement) });
	}
	return running;
}
