import { and, count, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { isExpected } from '$lib/domain/pairings/pairing';
import { pairings } from '../database/schema';
import type { House } from '../house';
import { expected, notEnded } from '../pairings/running';
import { nextMeetingsOf } from './meetings';
import { ofProgrammes } from './of-programmes';
import { holds, pageOf, placeOf } from './pages';
import { pairingRows } from './pairing-rows';
import { byPromise, withWaits } from './promised';

/** A name or part of one; which page, from 1; whether the ended ones are wanted instead. */
export interface Asked {
	name: string;
	page: number;
	ended: boolean;
}

/** One page of pairings: late replies first, then those who wait, then by the young person's name. */
export async function pairingList(house: House, programmeIds: string[], asked: Asked) {
	const { rows, ...where } = await pageAsked(house, programmeIds, asked);
	const meetings = await nextMeetingsOf(
		house,
		rows.filter(isExpected).map(({ id }) => id)
	);
	return { ...where, rows: rows.map((row) => ({ ...row, next: meetings.get(row.id) ?? null })) };
}

async function pageAsked(house: House, programmeIds: string[], asked: Asked) {
	if (asked.ended || asked.name !== '') return searched(house, programmeIds, asked);
	const mine = and(inArray(pairings.programmeId, programmeIds), notEnded());
	const waiting = await waitingPairings(house, programmeIds);
	// Whoever wrote into a pause waits for nobody.
	const others = and(mine, or(isNull(pairings.waitingSince), eq(pairings.state, 'paused')));
	const all = waiting.length + (await countOf(house, others));
	const { page, pages, from, to } = placeOf(all, asked.page);
	const first = waiting.slice(from, to);
	const left = to - from - first.length;
	const rest =
		left > 0
			? await pairingRows(house.store.read, others)
					.limit(left)
					.offset(Math.max(0, from - waiting.length))
			: [];
	const rows = [...first, ...rest.map((row) => ({ ...row, wait: null }))];
	return { rows, page, pages, found: all, all };
}

/** Names are compared here and not in the database, where engines differ about capitals. */
async function searched(house: House, programmeIds: string[], { name, page, ended }: Asked) {
	const state = ended ? eq(pairings.state, 'ended') : notEnded();
	const mine = and(inArray(pairings.programmeId, programmeIds), state);
	const all = await pairingRows(house.store.read, mine);
	const wanted = all.filter((row) => holds(name, row.youngName) || holds(name, row.mentorName));
	const sorted = (await withWaits(house, programmeIds, wanted)).sort(byPromise);
	const { shown, ...where } = pageOf(sorted, page);
	return { ...where, rows: shown, all: all.length };
}

const waitingRows = ofProgrammes('desk_waiting', (read, ids) =>
	pairingRows(read, and(inArray(pairings.programmeId, ids), expected(), isNotNull(pairings.waitingSince)))
);

/** Running pairings in which the young person waits, those promised soonest first. */
export async function waitingPairings(house: House, programmeIds: string[]) {
	const rows = await waitingRows(house.store.read, programmeIds);
	return (await withWaits(house, programmeIds, rows)).sort(byPromise);
}

async function countOf({ store }: House, where: SQL | undefined): Promise<number> {
	const [row] = await store.read.select({ count: count() }).from(pairings).where(where);
	return row?.count ?? 0;
}
