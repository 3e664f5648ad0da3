import { lt } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import { mayMarkSeen, type SeenBody } from '$lib/domain/messages/seen';
import { seen } from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import type { Change } from '../spaces';

/** Notes how far the mentor has read. It only moves forward, and never past now. */
export async function markSeen(change: Change, entry: Writing<SeenBody>): Promise<Verdict> {
	const { pairing, side } = await pairingFacts(change.tx, entry.body.pairingId, entry.authorId, change.now);
	const verdict = mayMarkSeen(side);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const upTo = Math.min(entry.body.upTo, change.now);
	const revision = await change.revision(pairing.spaceId);
	await change.tx
		.insert(seen)
		.values({ id: pairing.id, spaceId: pairing.spaceId, revision, upTo })
		.onConflictDoUpdate({ target: seen.id, set: { upTo, revision }, setWhere: lt(seen.upTo, upTo) });
	return verdict;
}
