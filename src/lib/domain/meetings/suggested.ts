import { addDays, dayOf, instantAt, MINUTE, timeOf, type Instant } from '../clock/zones';
import type { MeetingFacts } from './facts';
import type { OfferedTime } from './meeting';
import type { Occurrence } from './occurrences';
import { sameTime, wrongOffer, type Offer } from './offered';

/** Ready times to tap, as most people would say them. */
const MOST_SUGGESTED = 4;

/**
 * Times that come to mind: its own, where something else about it changes, the days around it at the same time, the
 * hours around it, a week later.
 */
function near({ starts, zone }: Occurrence): OfferedTime[] {
	const [day, time] = [dayOf(starts, zone), timeOf(starts, zone)];
	return [
		{ day, time },
		...[1, 2, -1, 7, 3].map((days) => ({ day: addDays(day, days), time })),
		...[1, -1].flatMap((hours) => {
			const hour = Number(time.slice(0, 2)) + hours;
			if (hour < 0 || hour > 23) return [];
			return [{ day, time: `${String(hour).padStart(2, '0')}${time.slice(2)}` }];
		})
	];
}

/**
 * Times that may be offered for a meeting without thinking long: to come, within what was agreed, and not while the
 * two meet anyway.
 * @param others meetings around it
 * @param minutes how long it is to be, and where
 */
export function suggestedTimes(
	facts: MeetingFacts,
	meeting: Occurrence,
	others: readonly Pick<Occurrence, 'id' | 'starts' | 'ends'>[],
	now: Instant,
	{ minutes, place }: Pick<Offer, 'minutes' | 'place'> = meeting
): OfferedTime[] {
	const { zone } = meeting;
	const length = minutes * MINUTE;
	const free = (one: OfferedTime) => {
		const starts = instantAt(one.day, one.time, zone);
		return !others.some(
			({ id, ...other }) => id !== meeting.id && starts < other.ends && other.starts < starts + length
		);
	};
	return near(meeting)
		.filter(
			(one) => wrongOffer(facts, meeting, { scope: 'this', times: [one], minutes, place }, now) === undefined
		)
		.filter((one, at, all) => free(one) && all.findIndex((other) => sameTime(one, other)) === at)
		.slice(0, MOST_SUGGESTED)
		.sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));
}
