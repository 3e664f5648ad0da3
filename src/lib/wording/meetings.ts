import { dayOf, instantAt, weekdayOf, type Day, type Instant } from '../domain/clock/zones';
import type { CallerOff, How, OfferedTime } from '../domain/meetings/meeting';
import type { Occurrence } from '../domain/meetings/occurrences';
import type { MeetingSaid } from '../domain/meetings/said';
import type { Side } from '../domain/pairings/pairing';
import type { Terms } from '../domain/pairings/terms';
import {
	asTitle,
	sayCalendarDay,
	sayDay,
	sayMoment,
	sayStretch,
	sayTime,
	sayWallTime,
	sayWeekday
} from './dates';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';
import { sayReason } from './reasons';
import type { Coming } from './standing';

/** Between whom a meeting is, and which of them reads. */
export interface Between {
	side: Side;
	youngName: string;
	mentorName: string;
	/** Who stands in for the mentor, if somebody may. */
	coverName: string | null;
}

/** The first name of whoever did something, or of the one on the other side. */
export function nameOn(side: Side, { youngName, mentorName, coverName }: Between): string {
	if (side === 'young') return youngName;
	return side === 'cover' ? (coverName ?? mentorName) : mentorName;
}

/** The one a meeting is with. */
export function otherOf(between: Between): string {
	return between.side === 'young' ? between.mentorName : between.youngName;
}

/** Whether whoever reads did it themself. */
const isMine = (side: CallerOff, between: Between) => side === between.side;

/** How a meeting stands; nothing where there is nothing to say of one that is over. */
export function sayMeeting(meeting: Occurrence, between: Between, now: Instant): string | undefined {
	const { standing, zone } = meeting;
	const name = otherOf(between);
	switch (standing.is) {
		case 'planned':
			return meeting.starts <= now ? undefined : sayYes(meeting, between);
		case 'yes':
			return meeting.ends <= now ? undefined : m.meeting_both_yes();
		case 'asked_to_move':
			return isMine(standing.by, between)
				? m.meeting_you_asked()
				: m.meeting_they_asked({ name: nameOn(standing.by, between) });
		case 'moved':
			return standing.from === meeting.starts
				? m.meeting_moved_here()
				: m.meeting_moved({ when: sayFrom(standing.from, meeting.starts, now, zone) });
		case 'called_off':
			return sayCalledOff(standing.by, between);
		case 'happened':
			return standing.minutes === null
				? m.meeting_happened()
				: m.meeting_happened_minutes({ count: standing.minutes });
		case 'missed':
			// Only ever of the other side: nobody is told that it was them.
			return standing.by !== 'both' && (standing.by === 'young') !== (between.side === 'young')
				? m.meeting_missed_name({ name })
				: m.meeting_missed();
	}
}

function sayYes({ yes }: Occurrence, between: Between): string {
	const name = otherOf(between);
	const mine = between.side === 'young' ? yes.young : yes.mentor;
	if (mine) return m.meeting_you_said_yes_only({ name });
	return yes.young || yes.mentor ? m.meeting_they_said_yes({ name }) : m.meeting_planned();
}

/** On its own day only the time says anything. */
function sayFrom(from: Instant, starts: Instant, now: Instant, zone: string): string {
	return dayOf(from, zone) === dayOf(starts, zone) ? sayTime(from, zone) : sayDay(from, now, zone);
}

function sayCalledOff(by: CallerOff, between: Between): string {
	if (by === 'programme') return m.meeting_off_programme();
	if (isMine(by, between)) return by === 'young' ? m.meeting_off_you_young() : m.meeting_off_you();
	const name = nameOn(by, between);
	return by === 'young' ? m.meeting_off_young({ name }) : m.meeting_off_they({ name });
}

/** The same with its day, as a title: for a meeting that is off before it would have been. */
export function sayOffTitle(by: CallerOff, meeting: Occurrence, between: Between, now: Instant): string {
	const when = sayDay(meeting.starts, now, meeting.zone);
	if (by === 'programme') return m.meeting_off_programme_when({ when: asTitle(when) });
	if (isMine(by, between)) return sayCalledOff(by, between);
	const name = nameOn(by, between);
	return by === 'young' ? m.meeting_off_young_when({ name, when }) : m.meeting_off_they_when({ name, when });
}

/** "Thursday 3 December, 5 pm". */
export function sayOffered({ day, time }: OfferedTime, today: Day): string {
	return asTitle(m.meeting_times_when({ day: sayCalendarDay(day, today), time: sayWallTime(time) }));
}

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

/** How far it has come; nothing once it is safe on the server. */
export function sayGoing(standing: Coming, signal: boolean | undefined): string | undefined {
	if (standing.is === 'waiting') return signal === false ? m.standing_here() : m.standing_leaves();
	return standing.is === 'sending' ? m.standing_sending() : undefined;
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

/** When something is asked about: "Thursday at 4:30 pm". */
export const sayWhen = ({ starts, zone }: Occurrence, now: Instant): string => sayMoment(starts, now, zone);

/** The moment of an offered time. */
export const offeredAt = ({ day, time }: OfferedTime, zone: string): Instant => instantAt(day, time, zone);
