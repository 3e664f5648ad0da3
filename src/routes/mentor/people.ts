import { askedNow, type AskedNow } from '$lib/device/asked';
import type { PersonDatabase } from '$lib/device/database';
import { meetingsKept, type MeetingsKept } from '$lib/device/meetings';
import type { Pending } from '$lib/device/outbox/pending';
import { replies, standIns, type Reply, type StandIn } from '$lib/device/replies';
import type { Instant } from '$lib/domain/clock/zones';
import { createContext } from 'svelte';

/** Everybody a mentor is paired with, and how they stand. */
export interface People {
	/** False until the first sync has come: then nothing can be said of who is not there. */
	known: boolean;
	replies: Reply[];
	meetings: MeetingsKept;
	/** Those for whom they stand in just now. */
	standIns: StandIn[];
	/** Who would like them, from the first yes of a young person on. */
	asked: AskedNow[];
}

export async function peopleOf(
	rows: PersonDatabase,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<People> {
	const [cursors, found, covered, meetings, asked] = await Promise.all([
		rows.cursors.count(),
		replies(rows, pending),
		standIns(rows, pending, now),
		meetingsKept(rows, pending),
		askedNow(rows, pending)
	]);
	return { known: cursors > 0, replies: found, standIns: covered, meetings, asked };
}

/** As people stand at `now`: whoever stood in reads nothing more from the minute on, signal or not. */
export function peopleAt(people: People, now: Instant): People {
	const still = people.standIns.filter(({ away, until }) => away.starts <= now && now < until);
	return still.length === people.standIns.length ? people : { ...people, standIns: still };
}

export const [thePeople, setPeople] = createContext<{ readonly current: People | undefined }>();
