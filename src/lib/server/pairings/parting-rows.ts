import { eq } from 'drizzle-orm';
import type { SyncedRows } from '$lib/domain/entries/synced';
import { sideOf } from '$lib/domain/pairings/pairing';
import { pairings, partings } from '../database/schema';
import type { House } from '../house';
import { unsealTells } from '../sealed-rows';
import { changed, type Behind } from '../sync';

/** What young people asked of their pairings, as `personId` may know it. */
export async function partingRows(
	{ store, secrets }: House,
	personId: string,
	behind: Behind[]
): Promise<SyncedRows['partings']> {
	if (behind.length === 0) return [];
	const rows = await store.read
		.select({ parting: partings, pairing: pairings })
		.from(partings)
		.innerJoin(pairings, eq(pairings.id, partings.pairingId))
		.where(changed(partings, behind));
	return rows.map(({ parting: { id, spaceId, pairingId, wants, tells, at, settledAt }, pairing }) => ({
		...{ id, spaceId, pairingId, wants, at, settledAt },
		// The words are for the mentor. Who stands in learns that there was a pause, and no more.
		tells: sideOf(pairing, personId) ? unsealTells(secrets, id, tells) : ''
	}));
}
