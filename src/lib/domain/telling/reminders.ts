import { addDays, dayOf, HOUR, instantAt, type Day, type Instant } from '../clock/zones';

/** People are reminded of tomorrow's meeting at this time of the day before, by the clocks of their programme. */
export const EVENING_BEFORE = '17:00';
/** Arranged after that, a meeting is told of at once, unless it is as near as this: then it is fresh in mind. */
export const TOO_NEAR = 3 * HOUR;
/** How long before a meeting people are reminded of it once more. */
export const SOON = 2 * HOUR;
/** A reminder that is later than this is not worth having any more. */
export const MOST_LATE = HOUR;
/** How far ahead reminders are worked out. Whatever changes works them out anew. */
export const PLANNED_DAYS = 8;

export interface MeetingReminder {
	kind: 'meeting_tomorrow' | 'meeting_soon';
	at: Instant;
}

/** When people are to be reminded of a meeting that is known of at `now`. What has been missed is left out. */
export function meetingReminders(starts: Instant, zone: string, now: Instant): MeetingReminder[] {
	const before = instantAt(addDays(dayOf(starts, zone), -1), EVENING_BEFORE, zone);
	const tomorrow = before < now && starts - now > TOO_NEAR ? now : before;
	const all: MeetingReminder[] = [
		{ kind: 'meeting_tomorrow', at: tomorrow },
		{ kind: 'meeting_soon', at: starts - SOON }
	];
	return all.filter(({ at }) => !isTooLate(at, now) && now < starts);
}

/** Whether it is too late at `now` for a reminder that was to come at `at`. */
export function isTooLate(at: Instant, now: Instant): boolean {
	return now - at > MOST_LATE;
}

/** What has a day of its own, and on which days before it and at what time people are reminded. */
const REMINDED = {
	/** The day on which the two look at their agreement again. */
	review: [
		{ before: 3, time: '16:00' },
		{ before: 0, time: '16:00' }
	],
	/** A pairing's last day. */
	ending: [
		{ before: 28, time: '16:00' },
		{ before: 7, time: '16:00' }
	],
	/** The day for which a mentor promised something. */
	promise_due: [
		{ before: 1, time: '17:00' },
		{ before: 0, time: '09:00' }
	]
} as const;
export type DayKind = keyof typeof REMINDED;

/** When people are to be reminded of something on `day`, soonest first. */
export function dayReminders(kind: DayKind, day: Day, zone: string): Instant[] {
	return REMINDED[kind].map(({ before, time }) => instantAt(addDays(day, -before), time, zone));
}
