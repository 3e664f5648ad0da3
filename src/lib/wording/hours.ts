import type { Weekday } from '../domain/clock/zones';
import type { ReadingWindow } from '../domain/pairings/agreement';
import { sayStretch, sayWeekday } from './dates';
import { getLocale } from './paraglide/runtime.js';
import { m } from './messages';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Weekly hours as one says them: "Monday to Thursday, 4 to 8 pm". Days that keep the same hours are said together.
 * Nothing for no hours.
 */
export function sayHours(windows: readonly ReadingWindow[]): string {
	const daysOf = new Map<string, Weekday[]>();
	for (const weekday of WEEK) {
		const hours = hoursOn(windows, weekday);
		if (hours) daysOf.set(hours, [...(daysOf.get(hours) ?? []), weekday]);
	}
	return [...daysOf]
		.map(([hours, days]) => m.dates_days_and_hours({ days: sayDays(days), hours }))
		.join('; ');
}

/** "every day", "Monday to Thursday", "Monday, Wednesday and Friday". */
export function sayDays(days: Weekday[]): string {
	if (days.length === WEEK.length) return m.dates_every_day();
	return list(runsOf(days).flatMap((run) => (run.length > 2 ? [sayRun(run)] : run.map(sayWeekday))));
}

function sayRun(run: Weekday[]): string {
	return m.dates_run_of_days({ first: sayWeekday(run[0] ?? 1), last: sayWeekday(run.at(-1) ?? 7) });
}

function hoursOn(windows: readonly ReadingWindow[], weekday: Weekday): string {
	const stretches = windows
		.filter((window) => window.weekday === weekday)
		.sort((a, b) => (a.from < b.from ? -1 : 1))
		.map(({ from, to }) => sayStretch(from, to));
	return stretches.length > 0 ? list(stretches) : '';
}

/** Days that follow each other, together. */
function runsOf(days: Weekday[]): Weekday[][] {
	const runs: Weekday[][] = [];
	for (const day of days) {
		const run = runs.at(-1);
		if (run?.at(-1) === day - 1) run.push(day);
		else runs.push([day]);
	}
	return runs;
}

/** "football, films and chess". */
export function list(words: string[]): string {
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);
}
