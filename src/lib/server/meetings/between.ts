import { and, gte, inArray, or } from 'drizzle-orm';
import { addDays, DAY, dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import { endingWith, occurrencesOf, type Occurrence } from '$lib/domain/meetings/occurrences';
import { isExpected, type PairingState } from '$lib/domain/pairings/pairing';
import { meetings, series } from '../database/schema';
import type { House } from '../house';
import { asRecord } from './rows';

/** What of a pairing says which meetings it still has. */
export interface Meets {
	id: string;
	state: PairingState;
	endsOn: Day | null;
}

/**
 * The meetings of these pairings that are under way at some time from `from` up to `until`, those called off among
 * them. What is paused or over has none to come. Without what was asked about them, and without anybody's reasons.
 */
export async function meetingsBetween(
	house: House,
	pairings: readonly Meets[],
	from: Instant,
	until: Instant
): Promise<Occurrence[]> {
	if (pairings.length === 0) return [];
	const { read } = house.store;
	const ids = pairings.map(({ id }) => id);
	// A zone may be a day behind or ahead, and a meeting run past midnight.
	const firstDay = addDays(dayOf(from, 'UTC'), -2);
	const recent = or(gte(meetings.day, firstDay), gte(meetings.movedStarts, from - DAY));
	const rows = await read
		.select()
		.from(meetings)
		.where(and(inArray(meetings.pairingId, ids), recent));
	const known = new Map(pairings.map((pairing) => [pairing.id, pairing]));
	const written = await read.select().from(series).where(inArray(series.pairingId, ids));
	const ending = written.flatMap((one) => endingWith([one], known.get(one.pairingId)?.endsOn ?? null));
	const records = rows.map((row) => asRecord(house.secrets, { ...row, calledOffWhy: '' }));
	const now = house.now();
	return occurrencesOf(ending, records, [], from, until).filter(({ pairingId, starts }) => {
		const pairing = known.get(pairingId);
		return pairing !== undefined && (starts <= now || isExpected(pairing));
	});
}
