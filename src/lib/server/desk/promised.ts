import { and, eq, gt, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isLate } from '$lib/domain/messages/waiting';
import { inForce, type AgreedHours } from '$lib/domain/pairings/agreement';
import { unreadStretches, type AwayTimes } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import { hearBy } from '$lib/domain/pairings/reading-hours';
import { agreements, aways, pairings } from '../database/schema';
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
	const agreed = byPairing<AgreedHours>(nobody ? [] : await agreedThen(house.store.read, programmeIds));
	const away = byPairing(nobody ? [] : await awayThen(house.store.read, programmeIds));
	const now = house.now();
	return rows.map((row) => ({ ...row, wait: waitOf(row, agreed.get(row.id) ?? [], now, away.get(row.id)) }));
}

/**
 * How one wait stands at `now`, or null where nobody waits: in a pause nobody is late. While a mentor is away and
 * nobody stands in, nobody reads.
 */
export function waitOf(
	row: WaitingRow,
	agreed: readonly AgreedHours[],
	now: Instant,
	away: readonly AwayTimes[] = []
): Wait | null {
	const since = row.waitingSince;
	if (since === null || !isExpected(row)) return null;
	const agreement = inForce(agreed, since);
	const promised = (agreement && hearBy(agreement, since, unreadStretches(away))) ?? null;
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

/** The days away of the mentors in pairings that wait. */
const awayThen = ofProgrammes('desk_away_then', (read, ids) =>
	read
		.select({
			pairingId: aways.pairingId,
			starts: aways.starts,
			ends: aways.ends,
			coverId: aways.coverId,
			at: aways.at,
			noThanksAt: aways.noThanksAt,
			coverUntil: aways.coverUntil,
			cancelledAt: aways.cancelledAt
		})
		.from(pairings)
		.innerJoin(aways, eq(aways.pairingId, pairings.id))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				isNotNull(pairings.waitingSince),
				gt(aways.ends, pairings.waitingSince)
			)
		)
);

function byPairing<Row extends { pairingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const versions = found.get(row.pairingId);
		if (versions) versions.push(row);
		else found.set(row.pairingId, [row]);
	}
	return found;
}
