import { and, desc, eq } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { sideOf, type Side } from '$lib/domain/pairings/pairing';
import { agreements, pairings, readers } from '../database/schema';
import type { Transaction } from '../database/store';
import { withinReach } from '../spaces';

export interface PairingFacts {
	pairing: typeof pairings.$inferSelect | undefined;
	side: Side | undefined;
}

/** A pairing as someone who reads its space may know it. Not theirs and not there are the same. */
export async function pairingFacts(
	tx: Pick<Transaction, 'select'>,
	pairingId: string,
	personId: string,
	now: Instant
): Promise<PairingFacts> {
	const [row] = await tx
		.select({ pairing: pairings })
		.from(pairings)
		.innerJoin(readers, eq(readers.spaceId, pairings.spaceId))
		.where(and(eq(pairings.id, pairingId), eq(readers.personId, personId), withinReach(now)));
	return { pairing: row?.pairing, side: row && sideOf(row.pairing, personId) };
}

/** Every version of what a pairing agreed, newest first. */
export async function agreementsOf(tx: Pick<Transaction, 'select'>, pairingId: string): Promise<Agreement[]> {
	return tx
		.select()
		.from(agreements)
		.where(eq(agreements.pairingId, pairingId))
		.orderBy(desc(agreements.version));
}
