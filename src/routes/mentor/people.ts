import { askedNow, type AskedNow } from '$lib/device/asked';
import type { PersonDatabase } from '$lib/device/database';
import type { Live } from '$lib/device/live-query.svelte';
import type { Pending } from '$lib/device/outbox/pending';
import { replies, type Reply } from '$lib/device/replies';
import type { Series } from '$lib/domain/meetings/series';
import { createContext } from 'svelte';

/** Everybody a mentor is paired with, and how they stand. */
export interface People {
	/** False until the first sync has come: then nothing can be said of who is not there. */
	known: boolean;
	replies: Reply[];
	series: Series[];
	/** Who would like them, from the first yes of a young person on. */
	asked: AskedNow[];
}

export async function peopleOf(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<People> {
	const [cursors, found, series, asked] = await Promise.all([
		rows.cursors.count(),
		replies(rows, pending),
		rows.series.toArray(),
		askedNow(rows, pending)
	]);
	return { known: cursors > 0, replies: found, series, asked };
}

export const [thePeople, setPeople] = createContext<Live<People>>();
