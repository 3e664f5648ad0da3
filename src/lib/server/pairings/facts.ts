import { and, desc, eq } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { coversUntil } from '$lib/domain/pairings/away';
import { sideAt, sideOf, type Side } from '$lib/domain/pairings/pairing';
import { prepared } from '../database/prepared';
import { agreements, aways, pairings, readers } from '../database/schema';
import type { Reading } from '../database/store';
import { withinReach } from '../within-reach';

export interface PairingFacts {
	pairing: typeof pairings.$inferSelect | undefined;
	side: Side | undefined;
	/** For whoever stands in: until when. */
	coversUntil?: Instant | undefined;
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
	if (!row) return { pairing: undefined, side: undefined };
	const { pairing } = row;
	const own = sideOf(pairing, personId);
	if (own) return { pairing, side: own };
	// Whoever reads the space and is on neither side may be standing in.
	const aways = await awaysOf(tx, pairing.id);
	const side = sideAt(pairing, personId, aways, now);
	return { pairing, side, coversUntil: coversUntil(aways, personId, now) };
}

const away = prepared((queries: Reading, given) =>
	queries
		.select()
		.from(aways)
		.where(eq(aways.pairingId, given('pairingId', aways.pairingId)))
);

/** Every time that the mentor of a pairing was, is or will be away. */
export async function awaysOf(tx: Reading, pairingId: string): Promise<(typeof aways.$inferSelect)[]> {
	return away(tx, { pairingId });
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
