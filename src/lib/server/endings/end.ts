import { eq } from 'drizzle-orm';
import type { EndedHow } from '$lib/domain/endings/ending';
import { pairings } from '../database/schema';
import type { Change } from '../spaces';

/** Ends a pairing: the only place that does so. */
export async function endPairing(
	change: Change,
	pairingId: string,
	how: EndedHow,
	_desk?: { words: string }
): Promise<void> {
	const [pairing] = await change.tx.select().from(pairings).where(eq(pairings.id, pairingId));
	if (!pairing || pairing.state === 'ended') return;
	const revision = await change.revision(pairing.spaceId);
	const values = { state: 'ended' as const, pausedFrom: null, revision };
	await change.tx.update(pairings).set(values).where(eq(pairings.id, pairingId));
	await change.record(pairing.spaceId, `pairing.ended.${how}`, pairingId);
}
