import * as v from 'valibot';
import type { Weekday } from '$lib/domain/clock/zones';
import { HoursBody, MOST_WINDOWS, type ReadingWindow } from '$lib/domain/pairings/agreement';
import type { Typed } from './forms';

/** One row of the hours as a form shows it: a stretch of time on a weekday, ticked when it counts. */
export interface HoursRow {
	weekday: Weekday | null;
	on: boolean;
	from: string;
	to: string;
}

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { from: '16:00', to: '20:00' };

/** Every weekday with its stretches, unticked where it has none, and an empty row for one more on any day. */
export function rowsOf(hours: readonly ReadingWindow[]): HoursRow[] {
	const week = WEEK.flatMap((weekday): HoursRow[] => {
		const mine = hours.filter((window) => window.weekday === weekday);
		if (mine.length === 0) return [{ weekday, on: false, ...USUAL }];
		// A box for times knows no 24:00.
		return mine.map(({ from, to }) => ({ weekday, on: true, from, to: to === '24:00' ? '00:00' : to }));
	});
	return [...week, { weekday: null, on: false, from: '', to: '' }];
}

/** The rows as they were typed. */
export function rowsTyped(typed: Typed): HoursRow[] {
	const rows: HoursRow[] = [];
	for (let row = 0; row <= MOST_WINDOWS && `day_${row}` in typed; row++)
		rows.push({
			weekday: WEEK.find((day) => String(day) === typed[`day_${row}`]) ?? null,
			on: typed[`on_${row}`] === 'on',
			from: typed[`from_${row}`] ?? '',
			to: typed[`to_${row}`] ?? ''
		});
	return rows;
}

const Hours = v.omit(HoursBody, ['zone']);

/**
 * The hours that were typed, or which boxes are not right: `row_2` for the third row, `hours` for having none,
 * `answerWithinMinutes`.
 */
export function readHours(typed: Typed): { hours: v.InferOutput<typeof Hours> } | { wrong: string[] } {
	const rows = rowsTyped(typed).map((row, index) => ({ ...row, index }));
	const ticked = rows.filter(({ on }) => on);
	const read = v.safeParse(Hours, {
		hours: ticked.map(({ weekday, from, to }) => ({ weekday, from, to: to === '00:00' ? '24:00' : to })),
		answerWithinMinutes: typed.answerWithinMinutes
	});
	if (read.success) return { hours: read.output };
	return { wrong: [...new Set(read.issues.map(({ path }) => boxOf(path ?? [], ticked)))] };
}

function boxOf(path: readonly { key?: unknown }[], ticked: readonly { index: number }[]): string {
	const [field, place] = path;
	const row = ticked[Number(place?.key)];
	return field?.key === 'hours' && row ? `row_${row.index}` : String(field?.key);
}
