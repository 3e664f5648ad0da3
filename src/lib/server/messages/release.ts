import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { Reason } from '$lib/domain/entries/verdict';
import { sideAt, sideOf, type Side } from '$lib/domain/pairings/pairing';
import { messages, pairings } from '../database/schema';
import type { House } from '../house';
import { awaysOf } from '../pairings/facts';
import { change, type Change } from '../spaces';
import { lateOver } from '../telling/late';
import { setWaiting } from './keep';

const AT_ONCE = 100;

/**
 * Lets held messages go whose hour has come: from their author's own space into the pairing's. Each goes once,
 * whoever else is releasing. Where the pairing has ended or been paused meanwhile, or the days of standing in are over, it stays with
 * its author and says so.
 * @returns how many were due
 */
export async function releaseHeld(house: House): Promise<number> {
	const due = await house.store.read
		.select({ id: messages.id })
		.from(messages)
		.where(and(stillHeld(), lte(messages.heldUntil, house.now())))
		.orderBy(asc(messages.sentAt), asc(messages.id))
		.limit(AT_ONCE);
	for (const { id } of due) await releaseOne(house, id);
	return due.length;
}

const stillHeld = () => and(isNotNull(messages.heldUntil), isNull(messages.notSentWhy));

async function releaseOne(house: House, id: string): Promise<void> {
	await change(house, null, async (making) => {
		const [row] = await making.tx
			.select({ message: messages, pairing: pairings })
			.from(messages)
			.innerJoin(pairings, eq(pairings.id, messages.pairingId))
			.where(and(eq(messages.id, id), stillHeld(), lte(messages.heldUntil, making.now)));
		if (!row) return;
		if (row.pairing.state === 'ended') return keepBack(making, row.message, 'pairing_ended');
		if (row.pairing.state === 'paused') return keepBack(making, row.message, 'pairing_paused');
		if (!(await sideNow(making, row))) return keepBack(making, row.message, 'cover_over');
		const { spaceId, id: pairingId, waitingSince } = row.pairing;
		const revision = await making.revision(spaceId);
		await making.tx.update(messages).set({ spaceId, revision, heldUntil: null }).where(eq(messages.id, id));
		await making.record(spaceId, 'message.released', id);
		if (!answers(row.message, waitingSince)) return;
		setWaiting(making, pairingId, null);
		await lateOver(making, row.pairing);
	});
}

/** Whoever wrote it while standing in may be nobody here by now. */
async function sideNow(
	{ tx, now }: Change,
	{ message, pairing }: { message: { authorId: string }; pairing: typeof pairings.$inferSelect }
): Promise<Side | undefined> {
	const own = sideOf(pairing, message.authorId);
	return own ?? sideAt(pairing, message.authorId, await awaysOf(tx, pairing.id), now);
}

async function keepBack(
	making: Change,
	{ id, spaceId }: { id: string; spaceId: string },
	notSentWhy: Reason
): Promise<void> {
	const revision = await making.revision(spaceId);
	await making.tx.update(messages).set({ revision, notSentWhy }).where(eq(messages.id, id));
	await making.record(spaceId, 'message.not-sent', id);
}

function answers(message: { sentAt: Instant }, waitingSince: Instant | null): boolean {
	return waitingSince !== null && waitingSince <= message.sentAt;
}
