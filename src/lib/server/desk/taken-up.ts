import { desc, inArray } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { patternsTakenUp } from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { unsealTakenUp } from '../sealed-rows';

/** When something was taken up, by whom, and what they noted. */
export interface TakenUp {
	id: string;
	at: Instant;
	/** A first name. */
	byName: string;
	note: string;
}

export interface Noted extends TakenUp {
	programmeId: string;
	mentorId: string;
	/** What it was about, each by its `eventKey`. */
	events: string[];
}

/** All that was ever taken up in these programmes, newest first. */
export async function takenUpIn(
	{ store, secrets }: House,
	programmeIds: readonly string[]
): Promise<Noted[]> {
	if (programmeIds.length === 0) return [];
	const rows = await store.read
		.select()
		.from(patternsTakenUp)
		.where(inArray(patternsTakenUp.programmeId, [...programmeIds]))
		.orderBy(desc(patternsTakenUp.at), desc(patternsTakenUp.id));
	const names = await namesOf(
		store.read,
		rows.map(({ byId }) => byId)
	);
	return rows.map(({ byId, note, ...row }) => ({
		...row,
		byName: names.get(byId) ?? '',
		note: unsealTakenUp(secrets, row.id, note)
	}));
}
