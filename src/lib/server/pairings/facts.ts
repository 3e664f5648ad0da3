import { and, desc, eq } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { sideOf, type Side } from '$lib/domain/pairings/pairing';
import { prepared } from '../database/prepared';
import { agreements, pairings, readers } from '../database/schema';
import type { Reading } from '../database/store';
import { withinReach } from '../spaces';

export interface PairingFacts {
	pairing: typeof pairings.$inferSelect | undefined;
	side: Side | undefined;
}

const pairingRead = prepared((queries: Reading, given) =>
	queries
		.select({ pairing: pairings })
		.from(pairings)
		.innerJoin(readers, eq(readers.spaceId, pairings.spaceId))
		.where(
			and(
				eq(pairings.id, given('pairingId', pairings.id)),
				eq(readers.personId, given('personId', readers.personId)),
				withinReach(given('now', readers.since))
			)
		)
);

/** A pairing as someone who reads its space may know it. Not theirs and not there are the same. */
export async function pairingFacts(
	tx: Reading,
	pairingId: string,
	personId: string,
	now: Instant
): Promise<PairingFacts> {
	const [row] = await pairingRead(tx, { pairingId, personId, now });
	return { pairing: row?.pairing, side: row && sideOf(row.pairing, personId) };
}

const agreed = prepared((queries: Reading, given) =>
	queries
		.select()
		.from(agreements)
		.where(eq(agreements.pairingId, given('pairingId', agreements.pairingId)))
		.orderBy(desc(agreements.version))
);

/** Every version of what a pairing agreed, newest first. */
export async function agreementsOf(tx: Reading, pairingId: string): Promise<Agreement[]> {
	return agreed(tx, { pairingId });
}
