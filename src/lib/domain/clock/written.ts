import * as v from 'valibot';
import { addDays, isZone } from './zones';

/** What a form or a phone may write for days, times, zones and whole numbers. */

const isRealDay = (day: string) => {
	const parsed = Date.parse(day);
	return !Number.isNaN(parsed) && addDays(day, 0) === day;
};

/** A day that is in the calendar, of this century. */
export const WrittenDay = v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/), v.check(isRealDay));

/** A time that clocks show, `00:00` to `23:59`. */
export const WrittenTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** When something ends: as `WrittenTime`, or `24:00` for the end of the day. */
export const WrittenEnd = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** An IANA zone that this runtime knows. */
export const WrittenZone = v.pipe(v.string(), v.maxLength(64), v.check(isZone));

/** A whole number between two others, both included. Forms send it as text. */
export function writtenNumber(least: number, most: number) {
	return v.pipe(
		v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))]),
		v.integer(),
		v.minValue(least),
		v.maxValue(most)
	);
}
