import type { Move } from '$lib/domain/meetings/meeting';
import { everybodyIn } from '$lib/domain/pairings/reads-now';
import { awaysOf } from '../pairings/facts';
import type { Change } from '../spaces';
import { settleMoves } from './meetings';
import { tell } from './tell';

/**
 * Tells both of a pairing that the programme has changed when they meet.
 * @param overtaken what was asked about meetings that are none any more
 */
export async function tellOfSeries(
	change: Change,
	pairing: { id: string; spaceId: string; youngId: string; mentorId: string },
	overtaken: readonly Pick<Move, 'by' | 'seriesId' | 'day'>[]
): Promise<void> {
	const { id: pairingId, youngId, mentorId } = pairing;
	const aways = await awaysOf(change.tx, pairingId);
	const adults = everybodyIn(pairing, aways).filter((id) => id !== youngId);
	await settleMoves(change, pairing, adults, overtaken);
	const key = `series:${pairingId}:${await change.revision(pairing.spaceId)}`;
	for (const personId of [youngId, mentorId])
		await tell(change, { personId, kind: 'meeting_changed', pairingId, subjectId: null, key });
}
