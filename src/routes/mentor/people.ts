import { askedNow, type AskedNow } from '$lib/device/asked';
import type { PersonDatabase } from '$lib/device/database';
import type { Live } from '$lib/device/live-query.svelte';
import { meetingsKept, type MeetingsKept } from '$lib/device/meetings';
import type { Pending } from '$lib/device/outbox/pending';
import { replies, type Reply } from '$lib/device/replies';
import { createContext } from 'svelte';

/** Everybody a mentor is paired with, and how they stand. */
export interface People {
	/** False until the first sync has come: then nothing can be said of who is not there. */
	known: boolean;
	replies: Reply[];
	meetings: MeetingsKept;
	/** Who would like them, from the first yes of a young person on. */
	asked: AskedNow[];
}

export async function peopleOf(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<People> {
	const [cursors, found, meetings, asked] = await Promise.all([
		rows.cursors.count(),
		replies(rows, pending),
		meetingsKept(rows, pending),
		askedNow(rows, pending)
	]);
	return { known: cursors > 0, replies: found, meetings, asked };
}

export const [thePeople, setPeople] = createContext<Live<People>>();
