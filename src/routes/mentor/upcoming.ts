import type { Instant } from '$lib/domain/clock/zones';
import { meetingsAhead, type Ahead } from '$lib/domain/meetings/ahead';
import { awayAt } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import type { People } from './people';

const SIX_WEEKS = 42;

/** A meeting, with first names for who it is with and who else it clashes with. */
export interface Upcoming extends Ahead {
	name: string;
	clash: string | undefined;
	/** The mentor is away then. */
	away: boolean;
}

/** The meetings of the next six weeks across everybody, soonest first, the one under way included. */
export function upcoming({ series, replies }: People, now: Instant): Upcoming[] {
	const running = replies.filter(({ pairing }) => isExpected(pairing));
	const names = new Map(running.map(({ pairing }) => [pairing.id, pairing.youngName]));
	const aways = running.flatMap((one) => one.aways);
	const theirs = series.filter(({ pairingId }) => names.has(pairingId));
	return meetingsAhead(theirs, now, SIX_WEEKS).map((meeting) => ({
		...meeting,
		name: names.get(meeting.pairingId) ?? '',
		clash: meeting.clashesWith && names.get(meeting.clashesWith),
		away: awayAt(aways, meeting.starts) !== undefined
	}));
}
