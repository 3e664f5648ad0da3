import { addDays, dayOf, instantAt, type Instant } from '../domain/clock/zones';
import { promiseFor } from '../domain/messages/waiting';
import { inForce, type AgreedHours } from '../domain/pairings/agreement';
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
export function nobodyTonight(agreements: readonly AgreedHours[], now: Instant): boolean {
	const promise = promiseFor(now, agreements);
	if (!promise) return false;
	const { zone } = promise.agreement;
	return isNight(now, zone) && promise.readFrom >= nextMorning(now, zone);
}

/** When something written now is read and by when there is an answer. What matters most stands between `**`. */
export function sayPromise(agreements: readonly AgreedHours[], now: Instant, name: string): string {
	const promise = promiseFor(now, agreements);
	if (!promise) return m.promise_none({ name });
	const { zone } = promise.agreement;
	const by = sayDeadline(promise.hearBy, now, zone);
	if (promise.readFrom <= now) return m.promise_reading({ name, by });
	const when = sayMoment(promise.readFrom, now, zone);
	return nobodyTonight(agreements, now)
		? m.promise_tonight({ name, when, by })
		: m.promise_later({ name, when, by });
}

/** When the mentor reads in any week, and what that means just now. */
export function sayReadingHours(agreements: readonly AgreedHours[], now: Instant, name: string): string {
	const agreement = inForce(agreements, now);
	if (!agreement || agreement.hours.length === 0) return m.promise_none({ name });
	const hours = m.promise_hours({ name, hours: sayHours(agreement.hours) });
	if (!nobodyTonight(agreements, now)) return hours;
	return `${hours} ${m.promise_hours_tonight({ time: sayTime(now, agreement.zone) })}`;
}

function nextMorning(now: Instant, zone: string): Instant {
	const today = dayOf(now, zone);
	const morning = instantAt(today, MORNING, zone);
	return now < morning ? morning : instantAt(addDays(today, 1), MORNING, zone);
}
