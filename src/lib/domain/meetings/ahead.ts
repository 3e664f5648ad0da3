import { addDays, dayOf, daysBetween, weekdayOf, type Day, type Instant } from '../clock/zones';
import type { Occurrence } from './occurrences';

/** Whose meeting is at the same time: the pairing of the first that is, if one is. */
interface Clashing {
	clashesWith: string | undefined;
}

/** Each meeting with whose other one is at the same time. */
export function withClashes<Kind extends Occurrence>(meetings: readonly Kind[]): (Kind & Clashing)[] {
	return meetings.map((one) => ({
		...one,
		clashesWith: meetings.find((other) => clash(one, other))?.pairingId
	}));
}

/** A calendar week and what is in it. Weeks begin on Monday. */
export interface Week<Kind> {
	monday: Day;
	/** 0 for the week of `now`, 1 for the next. */
	away: number;
	meetings: Kind[];
}

/** Meetings by the week they are in now, in the order given. Weeks without any are left out. */
export function byWeek<Kind extends Pick<Occurrence, 'starts' | 'zone'>>(
	meetings: readonly Kind[],
	now: Instant
): Week<Kind>[] {
	const weeks: Week<Kind>[] = [];
	for (const meeting of meetings) {
		const monday = mondayOf(dayOf(meeting.starts, meeting.zone));
		const away = daysBetween(mondayOf(dayOf(now, meeting.zone)), monday) / 7;
		if (weeks.at(-1)?.monday !== monday) weeks.push({ monday, away, meetings: [] });
		weeks.at(-1)?.meetings.push(meeting);
	}
	return weeks;
}

function mondayOf(day: Day): Day {
	return addDays(day, 1 - weekdayOf(day));
}

/** One that begins as the other ends is no clash. */
function clash(one: Occurrence, other: Occurrence): boolean {
	if (one.standing.is === 'called_off' || other.standing.is === 'called_off') return false;
	return one.pairingId !== other.pairingId && one.starts < other.ends && other.starts < one.ends;
}
