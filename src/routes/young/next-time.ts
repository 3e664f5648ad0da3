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
