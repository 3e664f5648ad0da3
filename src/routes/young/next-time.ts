import { isExpected, type Pairing } from '$lib/domain/pairings/pairing';
import type { Corner } from './corner';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import {
	nextOccurrences,
	occurrencesOf,
	type MeetingRows,
	type Occurrence
} from '$lib/domain/meetings/occurrences';

/** How far ahead Home looks for what was called off: further on is for the list. */
const LOOKS_AHEAD = 14 * DAY;

/** What Home says of meetings. */
export interface NextTime {
	/** The one under way or the next one. */
	next: Occurrence | undefined;
	then: Occurrence | undefined;
	/** One that was called off before that, and by whom matters: the next thing to know. */
	off: (Occurrence & { standing: { is: 'called_off' } }) | undefined;
}

/** The next meetings, and one before them that will not be. */
export function nextTime(rows: MeetingRows, now: Instant): NextTime {
	const [next, then] = nextOccurrences(rows, now, 2);
	const until = Math.min(next?.starts ?? Infinity, now + LOOKS_AHEAD);
	const off = occurrencesOf(rows.series, rows.records, rows.moves, now, until).find(
		(one): one is NonNullable<NextTime['off']> => one.standing.is === 'called_off'
	);
	return { next, then, off };
}

/** The same of one pairing: one that is paused or over has none. */
export function nextTimeOf({ meetings }: Pick<Corner, 'meetings'>, pairing: Pairing, now: Instant): NextTime {
	const series = meetings.series.filter(({ pairingId }) => pairingId === pairing.id);
	return nextTime({ ...meetings, series: isExpected(pairing) ? series : [] }, now);
}
