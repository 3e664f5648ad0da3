import { addDays, instantAt, type Day, type Instant } from '../clock/zones';
import { occurrencesOf, type MeetingRows, type Occurrence } from '../meetings/occurrences';
import type { Pairing } from '../pairings/pairing';
import type { Place } from '../pairings/path';

/**
 * Where two people are with the end of it. `open`: there is no end date. `ahead`: the last day is known, and winding
 * down has not begun. `last_day` is the day itself, and whatever is left until it is noted that it has ended.
 */
export const PHASES = ['open', 'ahead', 'winding_down', 'last_day', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export function phaseOn(
	{ state, endsOn }: Pick<Pairing, 'state' | 'endsOn'>,
	path: readonly Place[],
	today: Day
): Phase {
	if (state === 'ended') return 'ended';
	if (endsOn === null) return 'open';
	if (today >= endsOn) return 'last_day';
	const from = windingDownFrom(path);
	return from !== undefined && today >= from ? 'winding_down' : 'ahead';
}

/** The day on which winding down begins, where it is known. */
export function windingDownFrom(path: readonly Place[]): Day | undefined {
	return path.find(({ stage }) => stage.kind === 'winding_down')?.from;
}

/** The last meeting that is still to come, up to the last day; undefined where none is planned or no day is known. */
export function lastMeeting(
	{ series, records, moves }: MeetingRows,
	{ id, endsOn }: Pick<Pairing, 'id' | 'endsOn'>,
	now: Instant,
	zone: string
): Occurrence | undefined {
	if (endsOn === null) return undefined;
	const until = instantAt(addDays(endsOn, 1), '00:00', zone);
	return occurrencesOf(
		series.filter(({ pairingId }) => pairingId === id),
		records,
		moves,
		now,
		until
	).findLast(({ standing }) => standing.is !== 'called_off');
}
