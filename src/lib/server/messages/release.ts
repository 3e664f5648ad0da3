import { and, asc, eq, isNotNull, lte, ne } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { messages, pairings } from '../database/schema';
import type { House } from '../house';
import { change } from '../spaces';
import { setWaiting } from './keep';

const AT_ONCE = 100;

/**
 * Lets held messages go whose hour has come: from their author's own space into the pairing's. Each goes once,
 * whoever else is releasing.
 * @returns how many went
 */
export async function releaseHeld(house: House): Promise<number> {
	const due = await house.store.read
		.select({ id: messages.id })
		.from(messages)
		.where(and(isNotNull(messages.heldUntil), lte(messages.heldUntil, house.now())))
		.orderBy(asc(messages.sentAt), asc(messages.id))
		.limit(AT_ONCE);
	for (const { id } of due) await releaseOne(house, id);
	return due.length;
}

async function releaseOne(house: House, id: string): Promise<void> {
	await change(house, null, async (making) => {
		const [row] = await making.tx
			.select({ message: messages, pairing: pairings })
			.from(messages)
			.innerJoin(pairings, eq(pairings.id, messages.pairingId))
			.where(and(eq(messages.id, id), lte(messages.heldUntil, making.now)));
		if (!row) return;
		const { spaceId, id: pairingId, waitingSince } = row.pairing;
		const revision = await making.revision(spaceId);
		await making.tx.update(messages).set({ spaceId, revision, heldUntil: null }).where(eq(messages.id, id));
		await making.record(spaceId, 'message.released', id);
		if (answers(row.message, waitingSince)) await setWaiting(making, pairingId, null);
	});
}

function answers(message: { sentAt: Instant }, waitingSince: Instant | null): boolean {
	return waitingSince !== null && waitingSince <= message.sentAt;
}
