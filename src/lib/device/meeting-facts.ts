import type { Instant } from '../domain/clock/zones';
import type { MeetingFacts } from '../domain/meetings/facts';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';

/** What this phone knows of a pairing's meetings: the same facts that the server reads before it decides. */
export async function meetingFacts(
	rows: PersonDatabase,
	pairingId: string,
	now: Instant
): Promise<MeetingFacts> {
	const [facts, series, records, moves] = await Promise.all([
		pairingFacts(rows, pairingId, now),
		rows.series.where({ pairingId }).toArray(),
		rows.meetings.where({ pairingId }).toArray(),
		rows.moves.where({ pairingId }).toArray()
	]);
	return { ...facts, series, records, moves };
}
