import { and, eq, inArray, isNull } from 'drizzle-orm';
import {
	eventKey,
	isRecent,
	notTakenUp,
	patternsOf,
	type MentorEvent,
	type Pattern
} from '$lib/domain/meetings/reliability';
import { memberships, people } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { unsealCallOff } from '../sealed-rows';
import { mentorEventsIn, type Gathered } from './mentor-events';
import { takenUpIn, type Noted, type TakenUp } from './taken-up';

/** A mentor about whom the rules say that there is something to talk about. */
export interface Raised {
	programmeId: string;
	mentorId: string;
	firstName: string;
	patterns: Pattern[];
	/** Those of them that hold something that nobody has taken up. */
	open: Pattern[];
	/** What was noted when something was taken up that still counts, newest first. */
	takenUp: TakenUp[];
}

/** The mentors of these programmes about whom a pattern is raised, by name. Without anybody’s reasons. */
export async function raisedIn(house: House, programmeIds: readonly string[]): Promise<Raised[]> {
	const events = await mentorEventsIn(house, programmeIds);
	if (events.length === 0) return [];
	const mentors = await mentorsOf(house.store.read, programmeIds);
	const noted = await takenUpIn(house, programmeIds);
	return mentors
		.map((mentor) => {
			const isTheirs = (one: { programmeId: string; mentorId: string }) =>
				one.programmeId === mentor.programmeId && one.mentorId === mentor.mentorId;
			const theirs = events.filter(isTheirs).map((one) => ({ ...plain(one), why: '' }));
			return { ...mentor, ...standing(patternsOf(theirs, house.now()), noted.filter(isTheirs)) };
		})
		.filter(({ patterns }) => patterns.length > 0);
}

/** What is raised, how much of it is open, and what was noted of the rest. */
function standing(patterns: Pattern[], noted: readonly Noted[]): Omit<Raised, keyof Mentor> {
	const raisedBy = new Set(patterns.flatMap(({ events }) => events.map(eventKey)));
	return {
		patterns,
		open: notTakenUp(patterns, new Set(noted.flatMap(({ events }) => events))),
		takenUp: noted
			.filter(({ events }) => events.some((event) => raisedBy.has(event)))
			.map(({ id, at, byName, note }) => ({ id, at, byName, note }))
	};
}

/** What one mentor called off, was late for or missed of late, with their reasons, newest first; and what it raises. */
export async function reliabilityOf(
	house: House,
	programmeId: string,
	mentorId: string
): Promise<{ events: MentorEvent[] } & Omit<Raised, keyof Mentor>> {
	const now = house.now();
	const events = (await mentorEventsIn(house, [programmeId]))
		.filter((one) => one.mentorId === mentorId && isRecent(one, now))
		.map((one) => ({ ...plain(one), why: one.why && unsealCallOff(house.secrets, one.meetingId, one.why) }))
		.sort((a, b) => b.at - a.at || (a.meetingId < b.meetingId ? -1 : 1));
	const noted = (await takenUpIn(house, [programmeId])).filter((one) => one.mentorId === mentorId);
	return { events, ...standing(patternsOf(events, now), noted) };
}

type Mentor = Awaited<ReturnType<typeof mentorsOf>>[number];

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
