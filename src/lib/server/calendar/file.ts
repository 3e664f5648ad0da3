import { hash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { DAY, HOUR, type Instant } from '$lib/domain/clock/zones';

/** One meeting as a calendar may know it: when, and what the programme calls it. Never with whom or why. */
export interface InCalendar {
	meetingId: string;
	title: string;
	starts: Instant;
	ends: Instant;
	/** Where, in programmes that want it said. */
	place: string | null;
	calledOff: boolean;
	/** When it was last moved or called off; null where it stands as it was planned. */
	changedAt: Instant | null;
}

/** How often a calendar program does well to ask again. In seconds, as the library takes it. */
const ASK_AGAIN = (6 * HOUR) / 1000;
/** SEQUENCE counts seconds from here, so that it fits its 31 bits until 2093. */
const COUNTED_FROM = Date.UTC(2025, 0, 1);

/** A file of meetings, by the rules of RFC 5545, with every time in UTC: right in any zone and across clock changes. */
export function calendarFile(name: string, meetings: readonly InCalendar[], now: Instant): string {
	const today = Math.floor(now / DAY) * DAY;
	const calendar = ical({
		// Says as little as the rest: the library's own would name it.
		prodId: { company: 'calendar', product: 'calendar' },
		name,
		method: ICalCalendarMethod.PUBLISH,
		ttl: ASK_AGAIN,
		events: meetings.map(({ meetingId, title, starts, ends, place, calledOff, changedAt }) => ({
			id: uidOf(meetingId),
			summary: title,
			start: new Date(starts),
			end: new Date(ends),
			location: place,
			// The same all day, so that a file in which nothing changed is the same file.
			stamp: new Date(Math.max(today, changedAt ?? 0)),
			sequence: changedAt === null ? 0 : Math.max(1, Math.floor((changedAt - COUNTED_FROM) / 1000)),
			lastModified: changedAt === null ? null : new Date(changedAt),
			status: calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			class: ICalEventClass.PRIVATE
		}))
	});
	return `${calendar.toString()}\r\n`;
}

/** Always the same for one meeting, wherever it is moved, and saying nothing of its own. */
function uidOf(meetingId: string): string {
	return hash('sha256', `calendar ${meetingId}`, 'hex').slice(0, 40);
}
