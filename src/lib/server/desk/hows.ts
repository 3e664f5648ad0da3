import { and, desc, eq, inArray } from 'drizzle-orm';
import { instantAt, type Instant } from '$lib/domain/clock/zones';
import type { How } from '$lib/domain/meetings/meeting';
import type { Series } from '$lib/domain/meetings/series';
import { sideAt } from '$lib/domain/pairings/pairing';
import type { Covering } from '$lib/domain/pairings/away';
import { mayOpen, viewerOf } from '$lib/domain/visibility/visibility';
import { hows, meetings } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { personSpace } from '../spaces';

/** How one meeting was, as the young person said, with when it was. */
export interface HowAtDesk {
	id: string;
	how: How;
	starts: Instant;
	zone: string;
}

/** The rest is in the past: this is for the next talk, not a record of a young person. */
const MOST_HOWS = 12;

/**
 * How the young person found their meetings, the latest first: one by one, in their words, and never counted. Null for
 * anybody to whom the table of who can see what does not open it, whatever desk they have.
 */
export async function howsAtDesk(
	{ store, now }: House,
	who: Who,
	pairing: { id: string; programmeId: string; youngId: string; mentorId: string },
	series: readonly Series[],
	aways: readonly Covering[]
): Promise<HowAtDesk[] | null> {
	const relation = sideAt(pairing, who.personId, aways, now()) ?? 'programme';
	const may = who.memberships.some(
		({ programmeId, role }) =>
			programmeId === pairing.programmeId && mayOpen('how_was_it', viewerOf(role, relation))
	);
	if (!may) return null;
	const said = await store.read
		.select()
		.from(hows)
		.where(and(eq(hows.spaceId, personSpace(pairing.youngId)), eq(hows.pairingId, pairing.id)))
		.orderBy(desc(hows.at), desc(hows.id))
		.limit(MOST_HOWS);
	if (said.length === 0) return [];
	const ids = said.map(({ id }) => id);
	const moved = await store.read
		.select({ id: meetings.id, starts: meetings.movedStarts })
		.from(meetings)
		.where(inArray(meetings.id, ids));
	const movedTo = new Map(moved.map(({ id, starts }) => [id, starts]));
	return said
		.flatMap(({ id, how }) => {
			const at = id.lastIndexOf('_');
			const one = series.find((written) => written.id === id.slice(0, at));
			if (!one) return [];
			const starts = movedTo.get(id) ?? instantAt(id.slice(at + 1), one.time, one.zone);
			return [{ id, how, starts, zone: one.zone }];
		})
		.sort((a, b) => b.starts - a.starts);
}
