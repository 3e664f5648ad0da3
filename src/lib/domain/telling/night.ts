import { MINUTE, HOUR, timeOf, type Instant, type WallTime } from '../clock/zones';
import type { Programme } from '../programmes/programme';

/** When nobody's phone is woken: from one wall-clock time up to and not at another, across midnight or not. */
export interface Night {
	from: WallTime;
	until: WallTime;
}

/** When nobody's phone is woken, unless a programme says otherwise. Source: the Children's Code, standard 13. */
export const USUAL_NIGHT: Night = { from: '21:00', until: '07:00' };

/** All that stands on a locked phone: no name, no text, nothing that says what this is. */
export const USUAL_PUSH_WORDS = 'You have something new';

/** The night of a programme; as usual on phones that don't know it yet. */
export function nightOf({ nightFrom, nightUntil }: Pick<Programme, 'nightFrom' | 'nightUntil'>): Night {
	return { from: nightFrom ?? USUAL_NIGHT.from, until: nightUntil ?? USUAL_NIGHT.until };
}

/** Whether clocks in `zone` show a time of the night at `at`. A night that ends as it begins is none. */
export function isNight(at: Instant, { from, until }: Night, zone: string): boolean {
	const time = timeOf(at, zone);
	const ends = until === '24:00' ? '00:00' : until;
	if (from === ends) return false;
	return from < ends ? from <= time && time < ends : from <= time || time < ends;
}

/** No clock change is longer. */
const LONGEST_JUMP = 2 * HOUR;

/** The first moment from `at` on that is not in the night: `at` itself by day, the minute it ends otherwise. */
export function wakeAt(at: Instant, night: Night, zone: string): Instant {
	if (!isNight(at, night, zone)) return at;
	const minute = Math.floor(at / MINUTE) * MINUTE;
	const byTheClock = ahead(timeOf(at, zone), night.until);
	// Minute by minute through the rest, so that a clock change on the way is counted as clocks show it.
	let wakes = minute + Math.max(MINUTE, byTheClock - LONGEST_JUMP);
	while (isNight(wakes, night, zone)) wakes += MINUTE;
	return wakes;
}

/** How far ahead on the dial `until` is from `time`, in milliseconds: up to a day. */
function ahead(time: WallTime, until: WallTime): number {
	const minutes = (wall: WallTime) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3));
	return ((minutes(until) - minutes(time) + 24 * 60) % (24 * 60)) * MINUTE;
}

/** The first moment from `at` on that is in none of these nights; where they leave none, not in the last of them. */
export function wakesAt(at: Instant, nights: readonly { night: Night; zone: string }[]): Instant {
	let wakes = at;
	for (let round = 0; round <= nights.length; round++)
		wakes = nights.reduce((soonest, { night, zone }) => wakeAt(soonest, night, zone), wakes);
	return wakes;
}
