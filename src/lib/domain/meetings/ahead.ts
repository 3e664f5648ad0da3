import { addDays, DAY, dayOf, daysBetween, weekdayOf, type Day, type Instant } from '../clock/zones';
import type { MeetingRecord, Move } from './meeting';
import { occurrencesOf, type Occurrence } from './occurrences';
import type { Series } from './series';

/** A meeting among those of several young people. */
export interface Ahead extends Occurrence {
	/** The pairing of the first meeting that is at the same time, if one is. */
	clashesWith: string | undefined;
}

/**
 * Every meeting that has not ended by `now` and begins before `days` days have passed, soonest first, at the time it
 * has now. Those called off are among them and clash with nothing.
 */
export function meetingsAhead(
	series: readonly Series[],
	now: Instant,
	days: number,
	records: readonly MeetingRecord[] = [],
	moves: readonly Move[] = []
): Ahead[] {
	return withClashes(occurrencesOf(series, records, moves, now, now + days * DAY));
}

/** Each meeting with whose other one is at the same time. */
export function withClashes<Kind extends Occurrence>(
	meetings: readonly Kind[]
): (Kind & Pick<Ahead, 'clashesWith'>)[] {
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
export function byWeek<Kind extends Pick<Ahead, 'starts' | 'zone'>>(
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
