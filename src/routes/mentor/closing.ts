import { dayOf, type Instant } from '$lib/domain/clock/zones';
import { sayDeadline, sayTime } from '$lib/wording/dates';

/** When reading ends: the time alone while that is today. */
export function sayClosing(at: Instant, now: Instant, zone: string): string {
	return dayOf(at, zone) === dayOf(now, zone) ? sayTime(at, zone) : sayDeadline(at, now, zone);
}
