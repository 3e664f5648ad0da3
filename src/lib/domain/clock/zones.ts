import { tzOffset } from '@date-fns/tz/tzOffset';

/** Milliseconds since 1970-01-01T00:00Z. Every moment in the domain, on the wire and on the phone is one. */
export type Instant = number;
/** A calendar day as people say it, `YYYY-MM-DD`, in some zone named beside it. */
export type Day = string;
/** A wall-clock time, `HH:MM`, 24 hours. `24:00` is allowed as an end. */
export type WallTime = string;
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The last moment of the year 9999: no honest clock is later, and databases stop not far behind. */
export const LAST_INSTANT: Instant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The moment at which clocks in `zone` show `time` on `day`.
 * A time that a spring clock change skips is read as much later as the clocks jump; one that autumn repeats
 * is its first pass.
 */
export function instantAt(day: Day, time: WallTime, zone: string): Instant {
	const [hours, minutes] = time.split(':').map(Number) as [number, number];
	const asIfUtc = Date.parse(day) + hours * HOUR + minutes * MINUTE;
	// Clocks change at most once within two days, so what they showed a day before and will show a day after are the only candidates.
	const before = asIfUtc - offsetAt(asIfUtc - DAY, zone);
	const after = asIfUtc - offsetAt(asIfUtc + DAY, zone);
	if (before === after || before + offsetAt(before, zone) === asIfUtc) return before;
	return after + offsetAt(after, zone) === asIfUtc ? after : before;
}

/** The calendar day that people in `zone` call the day of `at`. */
export function dayOf(at: Instant, zone: string): Day {
	return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}

/** What clocks in `zone` show at `at`, to the minute. */
export function timeOf(at: Instant, zone: string): WallTime {
	return new Date(at + offsetAt(at, zone)).toISOString().slice(11, 16);
}

/** The weekday of a calendar day. */
export function weekdayOf(day: Day): Weekday {
	return (((new Date(day).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** The calendar day `count` days after `day`; negative counts go back. Never touched by clock changes. */
export function addDays(day: Day, count: number): Day {
	return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function addMonths(day: Day, count: number): Day {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
	last.setUTCDate(Math.min(date, last.getUTCDate()));
	return last.toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`: 0 on the same day, 1 for the next. */
export function daysBetween(from: Day, to: Day): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Whether the runtime knows this IANA zone name. */
export function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en-GB', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** By zone and day of UTC: the offset if it holds all that day, else NaN. Asking `Intl` costs a hundred times as much. */
const known = new Map<string, Map<number, number>>();
const MOST_KNOWN_DAYS = 4000;

/** Milliseconds that clocks in `zone` are ahead of UTC at `at`. */
function offsetAt(at: Instant, zone: string): number {
	const day = Math.floor(at / DAY);
	let days = known.get(zone);
	if (!days || days.size > MOST_KNOWN_DAYS) known.set(zone, (days = new Map()));
	let offset = days.get(day);
	if (offset === undefined) {
		const [first, last] = [askIntl(day * DAY, zone), askIntl((day + 1) * DAY - 1, zone)];
		days.set(day, (offset = first === last ? first : NaN));
	}
	return Number.isNaN(offset) ? askIntl(at, zone) : offset;
}

function askIntl(at: Instant, zone: string): number {
	return tzOffset(zone, new Date(at)) * MINUTE;
}
