import { dayOf, weekdayOf, type Day, type Instant } from '../domain/clock/zones';
import type { How } from '../domain/meetings/meeting';
import type { MeetingSaid } from '../domain/meetings/said';
import type { Terms } from '../domain/pairings/terms';
import { sayStretch, sayTime, sayWeekday } from './dates';
import { otherOf, sayOffered, type Between } from './meetings';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';
import { sayReason } from './reasons';
import type { Coming } from './standing';

/*
 * What the screens about meetings say beside `meetings.ts`, which the first screen needs too.
 */

/** What was said of a meeting, in a few words. */
export function saySaid({ kind, body }: MeetingSaid, between: Between, today: Day): string {
	switch (kind) {
		case 'meeting-yes':
			return m.meeting_said_yes();
		case 'meeting-move':
			return m.meeting_said_move();
		case 'move-answer':
			if (body.says === 'withdraw') return m.meeting_said_withdraw();
			return body.taken
				? m.meeting_said_took({ when: sayOffered(body.taken, today) })
				: m.meeting_said_none_suits();
		case 'meeting-call-off':
			return between.side === 'young' ? m.meeting_said_off_young() : m.meeting_said_off();
		case 'meeting-signal':
			return body.says === 'late' ? m.meeting_said_late() : m.meeting_said_here();
		case 'meeting-happened':
			return body.happened ? m.meeting_said_happened() : m.meeting_said_missed();
		case 'meeting-how':
			return m.meeting_said_how();
	}
}

/** Why something could not count, and what to do about it. */
export function sayRefusal(standing: Coming & { is: 'refused' }, what: string, between: Between): string {
	const said = what.charAt(0).toLocaleLowerCase(getLocale()) + what.slice(1);
	return standing.why === 'meeting_changed'
		? m.meeting_refused_changed({ name: otherOf(between), what: said })
		: m.meeting_refused({ what: said, why: sayReason(standing.why) });
}

/** "You agreed to meet on Monday and Tuesday, 9 am to 9 pm." */
export function sayLimits({ days, earliest, latest }: Terms): string {
	const named = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(
		[...days].sort((a, b) => a - b).map(sayWeekday)
	);
	return m.meeting_move_limits({
		days: days.length === 7 ? m.meeting_move_any_day() : m.meeting_move_on_days({ days: named }),
		times: sayStretch(earliest, latest)
	});
}

const HOW: Record<How, () => string> = {
	good: m.meeting_how_good,
	fine: m.meeting_how_fine,
	not_good: m.meeting_how_not_good,
	nobody_came: m.meeting_how_nobody_came
};
/** How a meeting was, in a word. */
export const sayHow = (how: How): string => HOW[how]();

/** What this phone's own clock shows then, where that is something else than clocks in `zone` show. */
export function sayOtherClock(at: Instant, zone: string, here: string): string | undefined {
	const [day, dayHere] = [dayOf(at, zone), dayOf(at, here)];
	const time = sayTime(at, here);
	if (day === dayHere && time === sayTime(at, zone)) return undefined;
	return m.meeting_zone({ time: day === dayHere ? time : `${sayWeekday(weekdayOf(dayHere))} ${time}` });
}
