import { dayOf, instantAt, type Day, type Instant } from '../domain/clock/zones';
import type { CallerOff, OfferedTime } from '../domain/meetings/meeting';
import type { Occurrence } from '../domain/meetings/occurrences';
import type { Side } from '../domain/pairings/pairing';
import { asTitle, sayCalendarDay, sayDay, sayMoment, sayTime, sayWallTime } from './dates';
import { m } from './messages';
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

/** How far it has come; nothing once it is safe on the server. */
export function sayGoing(standing: Coming, signal: boolean | undefined): string | undefined {
	if (standing.is === 'waiting') return signal === false ? m.standing_here() : m.standing_leaves();
	return standing.is === 'sending' ? m.standing_sending() : undefined;
}

/** When something is asked about: "Thursday at 4:30 pm". */
export const sayWhen = ({ starts, zone }: Occurrence, now: Instant): string => sayMoment(starts, now, zone);

/** The moment of an offered time. */
export const offeredAt = ({ day, time }: OfferedTime, zone: string): Instant => instantAt(day, time, zone);
