import { askedNow, type AskedNow } from '$lib/device/asked';
import type { PersonDatabase } from '$lib/device/database';
import { meetingsKept, type MeetingsKept } from '$lib/device/meetings';
import { noticesOn } from '$lib/device/notices';
import type { Pending } from '$lib/device/outbox/pending';
import { replies, standingIn, standIns, type Reply, type StandIn } from '$lib/device/replies';
import type { Instant } from '$lib/domain/clock/zones';
import type { Notice } from '$lib/domain/telling/notice';
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
	/** What they were told, newest first, with what they have looked at here laid over it. */
	notices: Notice[];
}

/** The same, with everybody they stand in for at any time. */
export type AnyTime = Omit<People, 'standIns'> & { standIns: Reply[] };

export async function peopleOf(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<AnyTime> {
	const [cursors, found, covered, meetings, asked, notices] = await Promise.all([
		rows.cursors.count(),
		replies(rows, pending),
		standIns(rows, pending),
		meetingsKept(rows, pending),
		askedNow(rows, pending),
		noticesOn(rows, pending)
	]);
	return { known: cursors > 0, replies: found, standIns: covered, meetings, asked, notices };
}

/** As people stand at `now`: whoever stands in has them from the minute to the minute, signal or not. */
export function peopleAt(people: AnyTime, me: string, now: Instant): People {
	return { ...people, standIns: standingIn(people.standIns, me, now) };
}

export const [thePeople, setPeople] = createContext<{ readonly current: People | undefined }>();
