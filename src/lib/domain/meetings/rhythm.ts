import { addDays, daysBetween, weekdayOf, type Day } from '../clock/zones';
import { isBankHoliday } from './bank-holidays';
import type { Series } from './series';

/** What says on which days a series has its meetings. */
type Rhythm = Pick<Series, 'startsOn' | 'repeats'>;

const STEP = { weekly: 7, fortnightly: 14 };

/** The day of a series' meeting by its place in the row, 0 for the first, bank holidays not yet left out. */
export function dayAt({ startsOn, repeats }: Rhythm, step: number): Day {
	if (repeats === 'once') return startsOn;
	if (repeats === 'monthly') return sameWeekday(startsOn, step);
	return addDays(startsOn, STEP[repeats] * step);
}

/** The place in the row of the meeting on this day, or undefined where there is none. */
export function stepOf(rhythm: Rhythm, day: Day): number | undefined {
	const step = firstStepFrom(rhythm, day);
	return (rhythm.repeats !== 'once' || step === 0) && dayAt(rhythm, step) === day ? step : undefined;
}

/** The days of a series' meetings, `from` the first that is wanted; endless where the series is. */
export function* daysFrom(series: Series, from: Day): Generator<Day> {
	const end = series.repeats === 'once' ? 1 : Infinity;
	for (let step = firstStepFrom(series, from); step < end; step++) {
		const day = dayAt(series, step);
		if (series.until !== null && day > series.until) return;
		if (!leavesOut(series, day)) yield day;
	}
}

/** Whether the series has a meeting on this day. */
export function hasDay(series: Series, day: Day): boolean {
	const within = series.until === null || day <= series.until;
	return within && stepOf(series, day) !== undefined && !leavesOut(series, day);
}

/** Whether the two agreed not to meet on this day, because it is a bank holiday. */
export function leavesOut({ skipsHolidays }: Pick<Series, 'skipsHolidays'>, day: Day): boolean {
	return skipsHolidays !== null && isBankHoliday(day, skipsHolidays);
}

/** Which one of its weekday a day is in its month: 1 to 4, or 5, which stands for the last. */
export function ordinalOf(day: Day): number {
	return Math.ceil(Number(day.slice(8)) / 7);
}

/** The place in the row of the last meeting up to a day; below 0 where there is none. */
export function lastStepUpTo(rhythm: Rhythm, day: Day): number {
	return firstStepFrom(rhythm, addDays(day, 1)) - 1;
}

/** No further back than the first. */
function firstStepFrom(rhythm: Rhythm, day: Day): number {
	const { startsOn, repeats } = rhythm;
	if (day <= startsOn) return 0;
	if (repeats === 'once') return 1;
	if (repeats !== 'monthly') return Math.ceil(daysBetween(startsOn, day) / STEP[repeats]);
	const step = monthOf(day) - monthOf(startsOn);
	return dayAt(rhythm, step) < day ? step + 1 : step;
}

/** Months since the year 0. */
const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOfMonth = (month: number): Day =>
	new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);

/** The last such weekday of a month, `months` months after that of `day`. */
export const lastOfMonth = (day: Day, months: number): Day => sameWeekday(day, months, LAST);

/** The ordinal that stands for the last. */
export const LAST = 5;

/** The second Thursday of one month, `months` months on; the fifth is the last. */
function sameWeekday(day: Day, months: number, ordinal = ordinalOf(day)): Day {
	const month = monthOf(day) + months;
	const first = firstOfMonth(month);
	const firstOne = addDays(first, (weekdayOf(day) - weekdayOf(first) + 7) % 7);
	const wanted = addDays(firstOne, (ordinal - 1) * 7);
	return monthOf(wanted) === month ? wanted : addDays(wanted, -7);
}
