import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { dayOf, type Day } from '$lib/domain/clock/zones';
import type { EndedHow } from '$lib/domain/endings/ending';
import { lookInTimes } from '$lib/domain/endings/look-in';
import { endedHow, lastDayOf, readableUntil, readsUntil } from '$lib/domain/endings/over';
import { lookIns, pairings, readers } from '../database/schema';
import { shutCoversOut } from '../pairings/covers';
import { planEnd } from '../pairings/pair';
import { planOf } from '../plans/plan-of';
import { Refused } from '../refused';
import type { Change } from '../spaces';
import { settleEnded } from '../telling/said';
import { tell } from '../telling/tell';
import { endingOf, endingPairing } from './facts';
import { showGoodbyes } from './goodbyes';
import { writeEnding } from './write';

export { showGoodbyes };

type Row = typeof pairings.$inferSelect;

/**
 * Ends a pairing: the one place that does. What there was stays readable to both for as long as its plan says and to
 * the young person after that too, goodbyes are shown, whoever stands in reads no more, and both are told. Again, it
 * changes nothing but what the desk says of it.
 * @param how `planned` on the last day: what the desk had said of an early end stands
 * @param desk a coordinator's honest words to the young person, and to nobody else
 */
export async function endPairing(
	change: Change,
	pairingId: string,
	how: EndedHow,
	desk?: { words: string }
): Promise<void> {
	const { pairing, zone } = await endingPairing(change.tx, pairingId);
	if (pairing.state === 'ended') {
		if (desk) await writeEnding(change, pairing, desk);
		return;
	}
	const lastDay = lastDayOf(pairing.endsOn, dayOf(change.now, zone));
	const { ending: plan } = await planOf(change.tx, pairing);
	const until = readableUntil(lastDay, plan);
	const revision = await change.revision(pairing.spaceId);
	await change.tx
		.update(pairings)
		.set({ state: 'ended', pausedFrom: null, revision })
		.where(eq(pairings.id, pairingId));
	const said = await endingOf(change.tx, pairingId);
	await writeEnding(change, pairing, {
		...{ how: endedHow(said, how), endedAt: change.now, readableUntil: until },
		...desk
	});
	await change.record(pairing.spaceId, 'pairing.ended', pairingId);
	await showGoodbyes(change, pairingId);
	await planLookIns(change, pairing, lastDay, dayOf(change.now, zone));
	await readOnly(change, pairing, readsUntil(until, zone));
	await shutCoversOut(change, pairingId);
	await settleEnded(change, pairing);
	await tellBoth(change, pairing, `ended:${pairingId}`);
}

/**
 * Says from the desk that a pairing will end early, on which day and how it comes to it, with honest words to the
 * young person. It ends on that day; saying it again replaces it.
 * @throws Refused when it has ended
 */
export async function sayEnding(
	change: Change,
	pairingId: string,
	{ how, words, endsOn }: { how: EndedHow; words: string; endsOn: Day }
): Promise<void> {
	const { pairing } = await endingPairing(change.tx, pairingId);
	if (pairing.state === 'ended') throw new Refused('pairing_ended');
	await planEnd(change, pairing, endsOn);
	await writeEnding(change, pairing, { how, words });
	await change.record(pairing.spaceId, 'pairing.ending_said', pairingId);
	await tellBoth(change, pairing, `ending_said:${pairingId}:${endsOn}`);
}

/** Now that the last day is known, so is when somebody looks in. */
async function planLookIns(change: Change, pairing: Row, lastDay: Day, today: Day): Promise<void> {
	const [row] = await change.tx.select().from(lookIns).where(eq(lookIns.id, pairing.id));
	if (!row) return;
	const { ending: plan } = await planOf(change.tx, pairing);
	const revision = await change.revision(row.spaceId);
	const times = lookInTimes(row, plan, lastDay, today);
	await change.tx.update(lookIns).set({ times, revision }).where(eq(lookIns.id, row.id));
}

/** The mentor reads the pairing's space up to a moment and no longer. */
async function readOnly({ tx, now }: Change, { spaceId, mentorId }: Row, until: number): Promise<void> {
	const still = or(isNull(readers.until), gt(readers.until, now));
	await tx
		.update(readers)
		.set({ until })
		.where(and(eq(readers.spaceId, spaceId), eq(readers.personId, mentorId), still));
}

async function tellBoth(change: Change, { id, youngId, mentorId }: Row, key: string): Promise<void> {
	for (const personId of [youngId, mentorId])
		await tell(change, { personId, kind: 'ending', pairingId: id, subjectId: id, key });
}
