import { asc, inArray } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isLate, promiseFor } from '$lib/domain/messages/waiting';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { agreements } from '../database/schema';
import type { House } from '../house';

/** How a young person's wait stands against what was promised when they wrote. */
export interface Wait {
	since: Instant;
	/** By when an answer was promised; null where no hours were agreed then. */
	hearBy: Instant | null;
	late: boolean;
}

/** Pairings that wait, with how they stand; longest past their promise first. */
export async function withWaits<Row extends { id: string; waitingSince: Instant | null }>(
	house: House,
	rows: readonly Row[]
): Promise<(Row & { wait: Wait | null })[]> {
	const waiting = rows.filter((row) => row.waitingSince !== null).map((row) => row.id);
	const agreed =
		waiting.length > 0 ? await agreementsByPairing(house, waiting) : new Map<string, Agreement[]>();
	const now = house.now();
	return rows.map((row) => ({ ...row, wait: waitOf(row.waitingSince, agreed.get(row.id) ?? [], now) }));
}

/** How one wait stands at `now`, or null where nobody waits. */
export function waitOf(since: Instant | null, agreed: readonly Agreement[], now: Instant): Wait | null {
	if (since === null) return null;
	const hearBy = promiseFor(since, agreed)?.hearBy ?? null;
	return { since, hearBy, late: hearBy !== null && isLate(hearBy, now) };
}

/** Broken promises first, the oldest first; then those still to be kept, the soonest first; then all the rest. */
export function byPromise(one: { wait: Wait | null }, other: { wait: Wait | null }): number {
	return due(one.wait) - due(other.wait);
}

const due = (wait: Wait | null) => (wait === null ? Infinity : (wait.hearBy ?? Number.MAX_SAFE_INTEGER));

async function agreementsByPairing({ store }: House, ids: string[]): Promise<Map<string, Agreement[]>> {
	const rows = await store.read
		.select()
		.from(agreements)
		.where(inArray(agreements.pairingId, ids))
		.orderBy(asc(agreements.version));
	const found = new Map<string, Agreement[]>();
	for (const row of rows) found.set(row.pairingId, [...(found.get(row.pairingId) ?? []), row]);
	return found;
}
