import { meetingsBetween, type MeetingOnPhone, type MeetingsKept } from '$lib/device/meetings';
import type { AwayNow } from '$lib/device/aways';
import type { Reply } from '$lib/device/replies';
import type { Day, Instant } from '$lib/domain/clock/zones';
import { awaysAhead, markOf, type Away, type Stretch } from '$lib/domain/pairings/away';

/** Days that a mentor marked once, and what they are in each of their pairings. */
export interface Mark {
	id: string;
	from: Day;
	until: Day;
	rows: { away: AwayNow; reply: Reply }[];
}

/** What is marked and not over, soonest first. */
export function marksAhead(replies: readonly Reply[], now: Instant): Mark[] {
	const marks = new Map<string, Mark>();
	const rows = replies
		.filter(({ pairing }) => pairing.state !== 'ended')
		.flatMap((reply) => awaysAhead(reply.aways, now).map((away) => ({ away, reply })));
	for (const row of rows) {
		const { from, until } = row.away;
		const mark = marks.get(markOf(row.away)) ?? { id: markOf(row.away), from, until, rows: [] };
		mark.rows.push(row);
		marks.set(mark.id, mark);
	}
	return [...marks.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The meetings of a pairing that begin in those days and are not off already, soonest first. */
export function meetingsIn(
	kept: MeetingsKept,
	{ pairingId, starts, ends }: Pick<Away, 'pairingId'> & Stretch
): MeetingOnPhone[] {
	return meetingsBetween(kept, starts, ends).filter(
		(one) => one.pairingId === pairingId && one.starts >= starts && one.standing.is !== 'called_off'
	);
}
