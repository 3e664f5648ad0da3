import { and, eq, inArray, isNull } from 'drizzle-orm';
import { isRecent, patternsOf, type MentorEvent, type Pattern } from '$lib/domain/meetings/reliability';
import { memberships, people } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { unsealCallOff } from '../sealed-rows';
import { mentorEventsIn, type Gathered } from './mentor-events';

/** A mentor about whom the rules say that there is something to talk about. */
export interface Raised {
	programmeId: string;
	mentorId: string;
	firstName: string;
	patterns: Pattern[];
}

/** The mentors of these programmes about whom a pattern is raised, by name. Without anybody’s reasons. */
export async function raisedIn(house: House, programmeIds: readonly string[]): Promise<Raised[]> {
	const events = await mentorEventsIn(house, programmeIds);
	if (events.length === 0) return [];
	const mentors = await mentorsOf(house.store.read, programmeIds);
	return mentors
		.map((mentor) => {
			const theirs = events
				.filter((one) => one.programmeId === mentor.programmeId && one.mentorId === mentor.mentorId)
				.map((one) => ({ ...plain(one), why: '' }));
			return { ...mentor, patterns: patternsOf(theirs, house.now()) };
		})
		.filter(({ patterns }) => patterns.length > 0);
}

/** What one mentor called off, was late for or missed of late, with their reasons, newest first; and what it raises. */
export async function reliabilityOf(
	house: House,
	programmeId: string,
	mentorId: string
): Promise<{ events: MentorEvent[]; patterns: Pattern[] }> {
	const now = house.now();
	const events = (await mentorEventsIn(house, [programmeId]))
		.filter((one) => one.mentorId === mentorId && isRecent(one, now))
		.map((one) => ({ ...plain(one), why: one.why && unsealCallOff(house.secrets, one.meetingId, one.why) }))
		.sort((a, b) => b.at - a.at || (a.meetingId < b.meetingId ? -1 : 1));
	return { events, patterns: patternsOf(events, now) };
}

const plain = ({ programmeId: _, mentorId: __, ...event }: Gathered): MentorEvent => event;

async function mentorsOf(read: Reading, programmeIds: readonly string[]) {
	return read
		.select({ programmeId: memberships.programmeId, mentorId: people.id, firstName: people.firstName })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				inArray(memberships.programmeId, [...programmeIds]),
				eq(memberships.role, 'mentor'),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		)
		.orderBy(people.firstName, people.id);
}
