import { and, eq, gte, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { addDays, dayOf } from '$lib/domain/clock/zones';
import {
	endingWith,
	nextOccurrence,
	type MeetingRows,
	type Occurrence
} from '$lib/domain/meetings/occurrences';
import type { Series } from '$lib/domain/meetings/series';
import { meetings, pairings, series } from '../database/schema';
import type { House } from '../house';
import { asRecord } from '../meetings/rows';
import { expected } from '../pairings/running';
import { ofProgrammes } from './of-programmes';
import { pairingRows } from './pairing-rows';

/** The next meeting of each of these pairings that has one, at the time it was moved to if it was. */
export async function nextMeetingsOf(house: House, pairingIds: string[]): Promise<Map<string, Occurrence>> {
	const now = house.now();
	const found = new Map<string, Occurrence>();
	for (const [id, rows] of await meetingRowsOf(house, pairingIds)) {
		const next = nextOccurrence(rows, now);
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

/** A meeting is rarely moved by more than this: what is older is not asked for. Days. */
const MOVED_BY_AT_MOST = 90;

/**
 * All that is needed of meetings to come, by pairing, each series ending with its pairing. Without what is only asked
 * for, which the desk leaves to the two.
 */
export async function meetingRowsOf(house: House, pairingIds: string[]): Promise<Map<string, MeetingRows>> {
	const found = new Map<string, MeetingRows>();
	const byPairing = await seriesByPairing(house, pairingIds);
	if (byPairing.size === 0) return found;
	const { store, secrets } = house;
	const since = addDays(dayOf(house.now(), 'UTC'), -MOVED_BY_AT_MOST);
	const [rows, ends] = await Promise.all([
		store.read
			.select()
			.from(meetings)
			.where(and(inArray(meetings.pairingId, pairingIds), gte(meetings.day, since))),
		store.read
			.select({ id: pairings.id, endsOn: pairings.endsOn })
			.from(pairings)
			.where(inArray(pairings.id, pairingIds))
	]);
	const endsOn = new Map(ends.map((one) => [one.id, one.endsOn]));
	for (const [id, series] of byPairing) {
		const records = rows.filter(({ pairingId }) => pairingId === id).map((row) => asRecord(secrets, row));
		found.set(id, { series: endingWith(series, endsOn.get(id) ?? null), records, moves: [] });
	}
	return found;
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
