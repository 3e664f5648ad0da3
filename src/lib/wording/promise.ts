import { addDays, dayOf, instantAt, type Instant } from '../domain/clock/zones';
import { promiseFor } from '../domain/messages/waiting';
import { inForce, type AgreedHours } from '../domain/pairings/agreement';
import { inTheWay, readerAt, sayAway, sayInTheirPlace, type AwayLike } from './away';
import { sayDeadline, sayMoment, sayTime } from './dates';
import { sayHours } from './hours';
import { m } from './messages';

const EVENING = '18:00';
const MORNING = '05:00';

/** Whether people in `zone` would say "tonight" at `now`. */
export function isNight(now: Instant, zone: string): boolean {
	const today = dayOf(now, zone);
	return now < instantAt(today, MORNING, zone) || now >= instantAt(today, EVENING, zone);
}

/** Whether nobody reads before the morning comes. False by day. */
export function nobodyTonight(
	agreements: readonly AgreedHours[],
	now: Instant,
	aways: readonly AwayLike[] = []
): boolean {
	const promise = promiseFor(now, agreements, aways);
	if (!promise) return false;
	const { zone } = promise.agreement;
	return isNight(now, zone) && promise.readFrom >= nextMorning(now, zone);
}

/**
 * When something written now is read, by whom, and by when there is an answer. What matters most stands between `**`.
 * @param mentor their first name
 * @param aways the mentor's days away
 */
export function sayPromise(
	agreements: readonly AgreedHours[],
	now: Instant,
	mentor: string,
	aways: readonly AwayLike[] = []
): string {
	const promise = promiseFor(now, agreements, aways);
	if (!promise) return m.promise_none({ name: mentor });
	const { zone } = promise.agreement;
	const away = inTheWay(agreements, now, aways);
	const before = away ? `${sayAway(away, mentor, now, zone)} ` : '';
	const name = readerAt(aways, promise.readFrom, mentor);
	const by = sayDeadline(promise.hearBy, now, zone);
	if (promise.readFrom <= now) return before + m.promise_reading({ name, by });
	const when = sayMoment(promise.readFrom, now, zone);
	return nobodyTonight(agreements, now, aways)
		? before + m.promise_tonight({ name, when, by })
		: before + m.promise_later({ name, when, by });
}

/** When the mentor, or whoever stands in, reads in any week, and what that means just now. */
export function sayReadingHours(
	agreements: readonly AgreedHours[],
	now: Instant,
	name: string,
	aways: readonly AwayLike[] = []
): string {
	const agreement = inForce(agreements, now);
	if (!agreement || agreement.hours.length === 0) return m.promise_none({ name });
	const away = inTheWay(agreements, now, aways);
	const hours = away
		? `${sayAway(away, name, now, agreement.zone)} ${sayInTheirPlace(agreements, away, name, now)}`
		: m.promise_hours({ name, hours: sayHours(agreement.hours) });
	if (!nobodyTonight(agreements, now, aways)) return hours;
	return `${hours} ${m.promise_hours_tonight({ time: sayTime(now, agreement.zone) })}`;
}

function nextMorning(now: Instant, zone: string): Instant {
	const today = dayOf(now, zone);
	const morning = instantAt(today, MORNING, zone);
	return now < morning ? morning : instantAt(addDays(today, 1), MORNING, zone);
}
