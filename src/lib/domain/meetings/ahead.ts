import { addDays, DAY, dayOf, daysBetween, weekdayOf, type Day, type Instant } from '../clock/zones';
import { nextMeetings, type Meeting, type Series } from './series';

/** A meeting among those of several young people. */
export interface Ahead extends Meeting {
	pairingId: string;
	zone: string;
	/** The pairing of the first meeting that is at the same time, if one is. */
	clashesWith: string | undefined;
}

/** Every meeting that has not ended by `now` and begins before `days` days have passed, soonest first. */
export function meetingsAhead(series: readonly Series[], now: Instant, days: number): Ahead[] {
	const known = new Map(series.map((one) => [one.id, one]));
	const most = series.length * (Math.ceil(days / 7) + 1);
	const found = nextMeetings(series, now, most)
		.filter(({ starts }) => starts < now + days * DAY)
		.map((meeting) => {
			const { pairingId = '', zone = '' } = known.get(meeting.seriesId) ?? {};
			return { ...meeting, pairingId, zone, clashesWith: undefined };
		});
	return found.map((one) => ({ ...one, clashesWith: found.find((other) => clash(one, other))?.pairingId }));
}

/** A calendar week and what is in it. Weeks begin on Monday. */
export interface Week<Kind> {
	monday: Day;
	/** 0 for the week of `now`, 1 for the next. */
	away: number;
	meetings: Kind[];
}

/** Meetings by the week of their day, in the order given. Weeks without any are left out. */
export function byWeek<Kind extends Pick<Ahead, 'day' | 'zone'>>(
	meetings: readonly Kind[],
	now: Instant
): Week<Kind>[] {
	const weeks: Week<Kind>[] = [];
	for (const meeting of meetings) {
		const monday = mondayOf(meeting.day);
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
function clash(one: Ahead, other: Ahead): boolean {
	return one.pairingId !== other.pairingId && one.starts < other.ends && other.starts < one.ends;
}
