import { eq } from 'drizzle-orm';
import { pairings, type aways } from '../database/schema';
import type { Change } from '../spaces';
import { settle, tell } from './tell';

/**
 * Tells the young person and whoever stands in that they do on these days, or that they do not any more. Whose doing
 * that is is not told.
 * @param stands whether they do
 */
export async function tellOfCover(
	change: Change,
	away: Pick<typeof aways.$inferSelect, 'id' | 'pairingId' | 'starts'>,
	coverId: string,
	stands: boolean
): Promise<void> {
	const { id: subjectId, pairingId, starts } = away;
	const [pairing] = await change.tx
		.select({ youngId: pairings.youngId })
		.from(pairings)
		.where(eq(pairings.id, pairingId));
	const personIds = [...(pairing ? [pairing.youngId] : []), coverId];
	await settle(change, { personIds, kinds: ['cover'], subjectId });
	for (const personId of personIds)
		await tell(change, {
			...{ personId, kind: 'cover', pairingId, subjectId, until: stands ? starts : null },
			key: `cover:${subjectId}:${coverId}:${stands}:${change.now}`
		});
}
