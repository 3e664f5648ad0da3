import { and, eq, inArray } from 'drizzle-orm';
import { pairings } from '../database/schema';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { nextMeetingsOf } from './meetings';
import { holds, pageOf } from './pages';
import { pairingRows } from './pairing-rows';
import { byPromise, withWaits } from './promised';

/**
 * One page of pairings: late replies first, then those who wait, then by the young person's name.
 * @param asked a name or part of one; which page, from 1; whether the ended ones are wanted instead
 */
export async function pairingList(
	house: House,
	programmeIds: string[],
	asked: { name: string; page: number; ended: boolean }
) {
	const state = asked.ended ? eq(pairings.state, 'ended') : notEnded();
	const all = await pairingRows(house.store.read, and(inArray(pairings.programmeId, programmeIds), state));
	const wanted = all.filter((row) => holds(asked.name, row.youngName) || holds(asked.name, row.mentorName));
	const sorted = (await withWaits(house, programmeIds, wanted)).sort(byPromise);
	const { shown, ...where } = pageOf(sorted, asked.page);
	const meetings = await nextMeetingsOf(
		house,
		shown.map(({ id }) => id)
	);
	return {
		...where,
		all: all.length,
		rows: shown.map((row) => ({ ...row, next: meetings.get(row.id) ?? null }))
	};
}
