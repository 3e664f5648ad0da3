import { inArray } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isCovering } from '$lib/domain/pairings/away';
import { aways } from '../database/schema';
import type { Reading } from '../database/store';

/**
 * Says whose a meeting was at a moment: the mentor’s, or that of whoever stood in for them then.
 */
export async function whoseMeetings(read: Reading, pairingIds: readonly string[]) {
	const rows =
		pairingIds.length === 0
			? []
			: await read
					.select()
					.from(aways)
					.where(inArray(aways.pairingId, [...pairingIds]));
	return (pairing: { id: string; mentorId: string }, at: Instant): string =>
		rows.find(
			(away) => away.pairingId === pairing.id && away.coverId !== null && isCovering(away, away.coverId, at)
		)?.coverId ?? pairing.mentorId;
}
