import { addDays, DAY, dayOf, instantAt, MINUTE, weekdayOf, type Day, type Instant } from '../clock/zones';
import type { Agreement } from './agreement';
import type { Stretch } from './away';

/** One actual stretch of reading time: from `opens`, up to but not including `closes`. */
export interface Opening {
	opens: Instant;
	closes: Instant;
}

type Hours = Pick<Agreement, 'hours' | 'zone'>;

/** Days without a single window after which there is nothing to wait for: hours repeat every seven. */
const QUIET_DAYS = 14;

/** Someone who reads day and night never closes; this much of it is as far as any promise looks. */
const LONGEST_OPENING = 14 * DAY;

/**
 * The reading times that have not closed by `from`, soonest first, without end.
 * Windows that touch or overlap are one opening. Nothing is yielded when no hours are agreed.
 * An opening that had begun before the day before `from` is told as beginning then.
 */
export function* openings(agreement: Hours, from: Instant): Generator<Opening, undefined> {
	let open: Opening | undefined;
	let quiet = 0;
	for (let day = addDays(dayOf(from, agreement.zone), -1); quiet < QUIET_DAYS; day = addDays(day, 1)) {
		quiet += 1;
		for (const next of openingsOn(agreement, day)) {
			quiet = 0;
			if (open && next.opens <= open.closes) {
				open.closes = Math.max(open.closes, next.closes);
			} else {
				if (open && open.closes > from) yield open;
				open = next;
			}
		}
		if (open && open.closes - Math.max(open.opens, from) >= LONGEST_OPENING) {
			yield open;
			open = undefined;
		}
	}
}

/** Whether the mentor reads at this moment. */
export function isReading(agreement: Hours, at: Instant): boolean {
	const first = nextOpening(agreement, at);
	return first !== undefined && first.opens <= at;
}

/** The opening that holds `at` or, failing that, the next one. Undefined when no hours are agreed. */
export function nextOpening(agreement: Hours, at: Instant): Opening | undefined {
	return openings(agreement, at).next().value;
}

/** As `openings`, without the stretches in which nobody reads although they would. */
export function* readingTimes(
	agreement: Hours,
	from: Instant,
	unread: readonly Stretch[]
): Generator<Opening, undefined> {
	for (const opening of openings(agreement, from)) {
		let left = [opening];
		for (const stretch of unread) left = left.flatMap((one) => without(one, stretch));
		yield* left.filter(({ closes }) => closes > from);
	}
}

function without({ opens, closes }: Opening, { starts, ends }: Stretch): Opening[] {
	if (ends <= opens || closes <= starts) return [{ opens, closes }];
	return [
		{ opens, closes: starts },
		{ opens: ends, closes }
	].filter((part) => part.opens < part.closes);
}

/**
 * When something written at `at` is read: at once while the mentor reads, else when reading next begins.
 * @param unread when nobody reads: see `unreadStretches`
 */
export function readFrom(
	agreement: Hours,
	at: Instant,
	unread: readonly Stretch[] = []
): Instant | undefined {
	const opening = readingTimes(agreement, at, unread).next().value;
	return opening && Math.max(opening.opens, at);
}

/**
 * By when the young person hears: the agreed minutes, counted in the mentor's own reading time only, and in that of
 * whoever stands in for them.
 * Source: ChatHealth's published reply promise; product.md, "Check-ins and messages".
 */
export function hearBy(
	agreement: Hours & Pick<Agreement, 'answerWithinMinutes'>,
	at: Instant,
	unread: readonly Stretch[] = []
): Instant | undefined {
	let left = agreement.answerWithinMinutes * MINUTE;
	for (const { opens, closes } of readingTimes(agreement, at, unread)) {
		const start = Math.max(opens, at);
		if (closes - start >= left) return start + left;
		left -= closes - start;
	}
	return undefined;
}

function openingsOn(agreement: Hours, day: Day): Opening[] {
	const weekday = weekdayOf(day);
	return agreement.hours
		.filter((window) => window.weekday === weekday)
		.map(({ from, to }) => ({
			opens: instantAt(day, from, agreement.zone),
			closes: instantAt(day, to, agreement.zone)
		}))
		.filter(({ opens, closes }) => closes > opens)
		.sort((a, b) => a.opens - b.opens);
}
