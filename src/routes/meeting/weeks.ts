import type { Day } from '$lib/domain/clock/zones';
import type { Week } from '$lib/domain/meetings/ahead';
import { sayDate } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';

/** "This week", "Next week", "Week of Monday 7 December". */
export function sayWeek({ away, monday }: Week<unknown>, today: Day): string {
	if (away === 0) return m.mentor_this_week();
	return away === 1 ? m.mentor_next_week() : m.mentor_week_of({ day: sayDate(monday, today) });
}
