import { weekdayOf } from '../domain/clock/zones';
import { ordinalOf } from '../domain/meetings/rhythm';
import type { Series } from '../domain/meetings/series';
import { sayFullDate, sayWallTime, sayWeekday } from './dates';
import { m } from './messages';

const WHICH = [
	m.desk_which_first,
	m.desk_which_second,
	m.desk_which_third,
	m.desk_which_fourth,
	m.desk_which_last
];

/** When a series meets: "Every Thursday at 4:30 pm", "The second Thursday of each month at 4:30 pm". */
export function sayRhythm({
	repeats,
	startsOn,
	time
}: Pick<Series, 'repeats' | 'startsOn' | 'time'>): string {
	const when = { day: sayWeekday(weekdayOf(startsOn)), time: sayWallTime(time) };
	if (repeats === 'weekly') return m.desk_meets_weekly(when);
	if (repeats === 'fortnightly') return m.desk_meets_fortnightly(when);
	if (repeats === 'once') return m.desk_meets_once({ ...when, day: sayFullDate(startsOn) });
	return m.desk_meets_monthly({ ...when, which: WHICH[ordinalOf(startsOn) - 1]?.() ?? '' });
}
