import { and, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isLate } from '$lib/domain/messages/waiting';
import { inForce, type AgreedHours } from '$lib/domain/pairings/agreement';
import { isExpected } from '$lib/domain/pairings/pairing';
import { hearBy } from '$lib/domain/pairings/reading-hours';
import { agreements, pairings } from '../database/schema';
import type { House } from '../house';
import { ofProgrammes } from './of-programmes';

/** How a young person's wait stands against what was promised when they wrote. */
export interface Wait {
	since: Instant;
	/** By when an answer was promised; null where no hours were agreed then. */
	hearBy: Instant | null;
	late: boolean;
}

type WaitingRow = Pick<typeof pairings.$inferSelect, 'id' | 'state' | 'waitingSince'>;

/** Pairings of these programmes, each with how its wait stands. */
export async function withWaits<Row extends WaitingRow>(
	house: House,
	programmeIds: string[],
	rows: readonly Row[]
): Promise<(Row & { wait: Wait | null })[]> {
	const nobody = rows.every((row) => row.waitingSince === null);
	const agreed = byPairing(nobody ? [] : await agreedThen(house.store.read, programmeIds));
	const now = house.now();
	return rows.map((row) => ({ ...row, wait: waitOf(row, agreed.get(row.id) ?? [], now) }));
}

/** How one wait stands at `now`, or null where nobody waits: in a pause nobody is late. */
export function waitOf(row: WaitingRow, agreed: readonly AgreedHours[], now: Instant): Wait | null {
	const since = row.waitingSince;
	if (since === null || !isExpected(row)) return null;
	const agreement = inForce(agreed, since);
	const promised = (agreement && hearBy(agreement, since)) ?? null;
	return { since, hearBy: promised, late: promised !== null && isLate(promised, now) };
}

/** Broken promises first, the oldest first; then those still to be kept, the soonest first; then all the rest. */
export function byPromise(one: { wait: Wait | null }, other: { wait: Wait | null }): number {
	return due(one.wait) - due(other.wait);
}

const due = (wait: Wait | null) => (wait === null ? Infinity : (wait.hearBy ?? Number.MAX_SAFE_INTEGER));

/** What had been agreed, in the pairings that wait, by the time the waiting began. */
const agreedThen = ofProgrammes('desk_agreed_then', (read, ids) =>
	read
		.select({
			id: agreements.id,
			pairingId: agreements.pairingId,
			version: agreements.version,
			zone: agreements.zone,
			hours: agreements.hours,
			answerWithinMinutes: agreements.answerWithinMinutes,
			from: agreements.from
		})
		.from(pairings)
		.innerJoin(agreements, eq(agreements.pairingId, pairings.id))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				isNotNull(pairings.waitingSince),
				lte(agreements.from, pairings.waitingSince)
			)
		)
);

function byPairing(rows: readonly AgreedHours[]): Map<string, AgreedHours[]> {
	const found = new Map<string, AgreedHours[]>();
	for (const row of rows) {
		const versions = found.get(row.pairingId);
		if (versions) versions.push(row);
		else found.set(row.pairingId, [row]);
	}
	return found;
}
