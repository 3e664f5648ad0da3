import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { nextMeeting, type Meeting, type Series } from '$lib/domain/meetings/series';
import { pairings, series } from '../database/schema';
import type { House } from '../house';
import { expected } from '../pairings/running';
import { ofProgrammes } from './of-programmes';
import { pairingRows } from './pairing-rows';

/** The next meeting of each of these pairings that has one. */
export async function nextMeetingsOf(house: House, pairingIds: string[]): Promise<Map<string, Meeting>> {
	const now = house.now();
	const found = new Map<string, Meeting>();
	for (const [id, rows] of await seriesByPairing(house, pairingIds)) {
		const next = nextMeeting(rows, now);
		if (next) found.set(id, next);
	}
	return found;
}

/** Pairings that meet, whose meetings have a last day, or that have none. */
const notEndless = ofProgrammes('desk_not_endless', (read, ids) => {
	const endless = read
		.select({ one: sql`1` })
		.from(series)
		.where(and(eq(series.pairingId, pairings.id), isNull(series.until)));
	return pairingRows(read, and(inArray(pairings.programmeId, ids), expected(), notExists(endless)));
});

/** Running pairings that have no meeting to come. While one is paused it needs none. */
export async function withoutMeeting(house: House, programmeIds: string[]) {
	const rows = await notEndless(house.store.read, programmeIds);
	const next = await nextMeetingsOf(
		house,
		rows.map(({ id }) => id)
	);
	return rows.filter(({ id }) => !next.has(id));
}

/** What is written about meetings, by pairing. */
export async function seriesByPairing(
	{ store }: House,
	pairingIds: string[]
): Promise<Map<string, Series[]>> {
	const found = new Map<string, Series[]>();
	if (pairingIds.length === 0) return found;
	const rows = await store.read.select().from(series).where(inArray(series.pairingId, pairingIds));
	for (const row of rows) {
		const one: Series = row;
		found.set(row.pairingId, [...(found.get(row.pairingId) ?? []), one]);
	}
	return found;
}
