import * as v from 'valibot';
import { WrittenDay, WrittenTime } from '../clock/written';
import { dayOf, instantAt, MINUTE, weekdayOf, type Instant } from '../clock/zones';
import type { Reason } from '../entries/verdict';
import { inForce } from '../pairings/agreement';
import { USUAL_TERMS } from '../pairings/terms';
import type { MeetingFacts } from './facts';
import type { OfferedTime, Scope } from './meeting';
import type { Occurrence } from './occurrences';
import { leavesOut } from './rhythm';

/** Times that one side offers and of which the other takes one. */
export const MOST_TIMES = 3;

export const OfferedTimes = v.pipe(
	v.array(v.object({ day: WrittenDay, time: WrittenTime })),
	v.maxLength(MOST_TIMES),
	v.check((times) => new Set(times.map(({ day, time }) => `${day} ${time}`)).size === times.length)
);

export const sameTime = (one: OfferedTime, other: OfferedTime): boolean =>
	one.day === other.day && one.time === other.time;

export interface Offer {
	scope: Scope;
	times: readonly OfferedTime[];
	minutes: number;
	place: string;
}

/**
 * Why these times cannot be offered for this meeting, or undefined. What was agreed binds what is offered, whatever
 * the meeting is that stands there.
 */
export function wrongOffer(
	facts: MeetingFacts,
	meeting: Occurrence,
	offer: Offer,
	now: Instant
): Reason | undefined {
	const unchanged = offer.minutes === meeting.minutes && offer.place === meeting.place;
	for (const time of offer.times) {
		const starts = instantAt(time.day, time.time, meeting.zone);
		if (starts <= now) return 'time_over';
		if (unchanged && starts === meeting.starts && meeting.standing.is !== 'called_off') return 'time_same';
		if (!isWithin(facts, meeting, offer, time, now)) return 'outside_agreement';
	}
	return undefined;
}

function isWithin(
	{ agreements, series, pairing }: MeetingFacts,
	{ seriesId, zone }: Occurrence,
	{ scope, minutes }: Offer,
	time: OfferedTime,
	now: Instant
): boolean {
	const agreed = inForce(agreements, now);
	const terms = agreed?.terms ?? USUAL_TERMS;
	const starts = instantAt(time.day, time.time, zone);
	const there = agreed?.zone ?? zone;
	const day = dayOf(starts, there);
	if (pairing?.endsOn && time.day > pairing.endsOn) return false;
	if (!terms.days.includes(weekdayOf(day)) || minutes > terms.mostMinutes) return false;
	if (starts < instantAt(day, terms.earliest, there)) return false;
	if (starts + minutes * MINUTE > instantAt(day, terms.latest, there)) return false;
	const one = series.find(({ id }) => id === seriesId);
	if (scope === 'this' || !one) return true;
	// Meetings that go on from there begin on a day that their series does not leave out.
	return !leavesOut(one, time.day);
}
