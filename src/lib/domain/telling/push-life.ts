import { addDays, dayOf, HOUR, instantAt, type Instant } from '../clock/zones';
import type { Told } from './kinds';
import type { Night } from './night';

/** A phone that finds its signal later than this shows what is new when it is opened. */
const LONGEST = 4 * HOUR;

/** The first moment after `at` at which a night begins; never where it is none. */
function nightfall(at: Instant, { from, until }: Night, zone: string): Instant {
	if (from === until) return Infinity;
	const today = dayOf(at, zone);
	const falls = [0, 1, 2].map((ahead) => instantAt(addDays(today, ahead), from, zone));
	return falls.find((falling) => falling > at) ?? Infinity;
}

/**
 * For how many seconds a push service may keep trying to deliver what it is given at `at`, by day: some hours, and
 * never into a night, for a phone that has been without signal would buzz in it.
 */
export function pushLife(at: Instant, nights: readonly { night: Night; zone: string }[]): number {
	const until = Math.min(at + LONGEST, ...nights.map(({ night, zone }) => nightfall(at, night, zone)));
	return Math.floor((until - at) / 1000);
}

/** Whether a phone that saves its battery is woken all the same: only for what is of no use later. */
export const cannotWait = (kind: Told): boolean => kind === 'meeting_soon' || kind === 'meeting_changed';
