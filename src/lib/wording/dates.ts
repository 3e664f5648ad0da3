import {
	addDays,
	dayOf,
	daysBetween,
	instantAt,
	type Day,
	type Instant,
	type WallTime
} from '../domain/clock/zones';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

/*
 * Days and times as people say them. `zone` is the one in which they are lived: the agreement's or the meeting's.
 * Inside a time the space does not break, so that "8" never stands without its "pm".
 */

/** Today, tomorrow and yesterday by name, the six days around them by weekday, any other with its date. */
export function sayDay(at: Instant, now: Instant, zone: string): string {
	return sayCalendarDay(dayOf(at, zone), dayOf(now, zone));
}

/** As `sayDay`, for a calendar day. */
export function sayCalendarDay(day: Day, today: Day): string {
	const away = daysBetween(today, day);
	if (away === 0) return m.dates_today();
	if (away === 1) return m.dates_tomorrow();
	if (away === -1) return m.dates_yesterday();
	return Math.abs(away) < 7 ? weekday(day) : sayDate(day, today);
}

/** "Thursday 26 November", with the year where it is not this one. */
export function sayDate(day: Day, today: Day): string {
	const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
	const date = inUtc(day, { day: 'numeric', month: 'long', year });
	return m.dates_weekday_and_date({ weekday: weekday(day), date });
}

/** "26 November": where its weekday stands beside it. */
export function sayDayAndMonth(day: Day): string {
	return inUtc(day, { day: 'numeric', month: 'long' });
}

/** "3 March 2027", whatever day it is read: for what is on record. */
export function sayFullDate(day: Day): string {
	return inUtc(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "November 2026". @param month `YYYY-MM` */
export function sayMonth(month: string): string {
	return inUtc(`${month}-01`, { month: 'long', year: 'numeric' });
}

/** "4:30 pm", "4 pm", "noon", "midnight". */
export function sayTime(at: Instant, zone: string): string {
	const { hour, minute } = wallTime(at, zone);
	return wordsFor(hour, minute);
}

/** "tomorrow at 4 pm", "Thursday at 4:30 pm". */
export function sayMoment(at: Instant, now: Instant, zone: string): string {
	return m.dates_moment({ day: sayDay(at, now, zone), time: sayTime(at, zone) });
}

/** "tomorrow, 8 pm", "Thursday, 8 pm": after *by* and *until*. */
export function sayDeadline(at: Instant, now: Instant, zone: string): string {
	return m.dates_deadline({ day: sayDay(at, now, zone), time: sayTime(at, zone) });
}

/** "26 November 2026, 4:30 pm", whatever day it is read: for paper, and for what is looked up later. */
export function sayFixed(at: Instant, zone: string): string {
	return m.dates_deadline({ day: sayFullDate(dayOf(at, zone)), time: sayTime(at, zone) });
}

/** "Today", "Tomorrow", "In 2 days". */
export function sayIn(days: number): string {
	return asTitle(new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(days, 'day'));
}

/** A time that clocks show: "4 pm", "4:30 pm", "noon". The end of a day is "midnight". */
export function sayWallTime(time: WallTime): string {
	const [hour, minute] = time.split(':').map(Number) as [number, number];
	return wordsFor(hour % 24, minute);
}

/** "4 to 8 pm", "10 am to 1 pm", "all day". */
export function sayStretch(from: WallTime, to: WallTime): string {
	if (from === '00:00' && to === '24:00') return m.dates_all_day();
	const [start, end] = [sayWallTime(from), sayWallTime(to)];
	const [, half] = end.split(NO_BREAK);
	const shortened = half && start.endsWith(NO_BREAK + half) ? start.slice(0, -half.length - 1) : start;
	return m.dates_stretch({ from: shortened, to: end });
}

/** Begins with a capital: for a line that stands alone. */
export function asTitle(words: string): string {
	const [first = ''] = words;
	return first.toLocaleUpperCase(getLocale()) + words.slice(first.length);
}

/** For machines: the `datetime` of a `<time>`. */
export function machineTime(at: Instant): string {
	return new Date(at).toISOString();
}

/** "Monday". 1 is Monday. */
export function sayWeekday(number: number): string {
	return weekday(addDays(A_MONDAY, number - 1));
}

const A_MONDAY: Day = '2024-01-01';
const NO_BREAK = '\u00a0';

function wordsFor(hour: number, minute: number): string {
	if (minute === 0 && hour === 0) return m.dates_midnight();
	if (minute === 0 && hour === 12) return m.dates_noon();
	const cycle = m.dates_clock() === '12' ? 'h12' : 'h23';
	const wholeHour = minute === 0 && cycle === 'h12';
	const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	const said = format(
		{ hour: 'numeric', minute: wholeHour ? undefined : '2-digit', hourCycle: cycle },
		'UTC'
	);
	return said.format(instantAt(A_MONDAY, time, 'UTC')).replaceAll(/\s/g, NO_BREAK);
}

function wallTime(at: Instant, zone: string): { hour: number; minute: number } {
	const parts = format({ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }, zone).formatToParts(at);
	const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
	return { hour: part('hour') % 24, minute: part('minute') };
}

function weekday(day: Day): string {
	return inUtc(day, { weekday: 'long' });
}

function inUtc(day: Day, options: Intl.DateTimeFormatOptions): string {
	return format(options, 'UTC').format(Date.parse(day));
}

/** Making a formatter costs a hundred times as much as using one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
	const key = JSON.stringify([getLocale(), timeZone, options]);
	let known = formats.get(key);
	if (!known) formats.set(key, (known = new Intl.DateTimeFormat(getLocale(), { ...options, timeZone })));
	return known;
}
