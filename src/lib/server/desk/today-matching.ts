import { and, aliasedTable, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { runningOut, standing, USUALLY_NEEDED, type ApprovalKind } from '$lib/domain/mentors/approvals';
import {
	approvals,
	introductions,
	mentorCards,
	memberships,
	pairings,
	partings,
	people,
	programmes
} from '../database/schema';
import type { House } from '../house';
import { unsealPartingWhy, unsealTells } from '../sealed-rows';
import { SOON_DAYS } from './mentors';
import { ofProgrammes } from './of-programmes';
import type { DeskProgramme } from './programmes';

const young = aliasedTable(people, 'young');
const mentor = aliasedTable(people, 'mentor');

/** What matching needs of whoever runs these programmes: longest waiting first in each list. */
export async function matchingToday(house: House, programmes: readonly DeskProgramme[]) {
	const { read } = house.store;
	const ids = programmes.map(({ id }) => id);
	const open = await toDecide(read, ids);
	return {
		cards: await cardsSent(read, ids),
		runningOut: await approvalsEnding(house, programmes),
		yeses: open.filter(({ state }) => state === 'waiting'),
		toMeet: open.filter(({ state }) => state === 'to_meet'),
		partings: (await notTakenUp(read, ids)).map(({ why, tells, ...row }) => ({
			...row,
			why: unsealPartingWhy(house.secrets, row.id, why),
			tells: unsealTells(house.secrets, row.id, tells)
		}))
	};
}

/** Joins the membership of whoever a card or a record is of, while they are a mentor in its programme. */
const isMentorOf = (whose: typeof mentorCards | typeof approvals) =>
	and(
		eq(memberships.programmeId, whose.programmeId),
		eq(memberships.personId, whose.mentorId),
		eq(memberships.role, 'mentor'),
		isNull(memberships.endedAt)
	);

const cardsSent = ofProgrammes('desk_cards_sent', (read, ids) =>
	read
		.select({
			mentorId: people.id,
			firstName: people.firstName,
			programmeId: mentorCards.programmeId,
			writtenAt: mentorCards.writtenAt
		})
		.from(mentorCards)
		.innerJoin(people, eq(people.id, mentorCards.mentorId))
		.innerJoin(memberships, isMentorOf(mentorCards))
		.where(and(inArray(mentorCards.programmeId, ids), eq(mentorCards.state, 'sent')))
		.orderBy(asc(mentorCards.writtenAt), asc(people.id))
);

/** A yes that waits for somebody at the desk, and first meetings that nobody has set. */
const toDecide = ofProgrammes('desk_to_decide', (read, ids) =>
	read
		.select({
			id: introductions.id,
			programmeId: introductions.programmeId,
			state: introductions.state,
			waitsFor: introductions.waitsFor,
			youngId: introductions.youngId,
			youngName: young.firstName,
			mentorName: mentor.firstName
		})
		.from(introductions)
		.innerJoin(young, eq(young.id, introductions.youngId))
		.innerJoin(mentor, eq(mentor.id, introductions.mentorId))
		.where(
			and(
				inArray(introductions.programmeId, ids),
				or(
					eq(introductions.state, 'waiting'),
					and(eq(introductions.state, 'to_meet'), isNull(introductions.firstMeetingAt))
				)
			)
		)
		.orderBy(asc(introductions.answeredAt), asc(introductions.id))
);

/** What young people asked for that nobody has taken up. To go on asks nothing of anybody. */
const notTakenUp = ofProgrammes('desk_partings', (read, ids) =>
	read
		.select({
			id: partings.id,
			pairingId: pairings.id,
			programmeId: pairings.programmeId,
			wants: partings.wants,
			why: partings.why,
			tells: partings.tells,
			at: partings.at,
			youngName: young.firstName,
			mentorName: mentor.firstName
		})
		.from(partings)
		.innerJoin(pairings, eq(pairings.id, partings.pairingId))
		.innerJoin(young, eq(young.id, pairings.youngId))
		.innerJoin(mentor, eq(mentor.id, pairings.mentorId))
		.where(and(inArray(pairings.programmeId, ids), isNull(partings.settledAt), ne(partings.wants, 'go_on')))
		.orderBy(asc(partings.at), asc(partings.id))
);

/** What stands on record about the mentors of these programmes. */
const recordsThere = ofProgrammes('desk_records', (read, ids) =>
	read
		.select({
			mentorId: approvals.mentorId,
			programmeId: approvals.programmeId,
			firstName: people.firstName,
			kind: approvals.kind,
			from: approvals.from,
			until: approvals.until
		})
		.from(approvals)
		.innerJoin(people, eq(people.id, approvals.mentorId))
		.innerJoin(memberships, isMentorOf(approvals))
		.where(and(inArray(approvals.programmeId, ids), isNull(approvals.takenBackAt)))
);

const neededIn = ofProgrammes('desk_approvals_needed', (read, ids) =>
	read
		.select({ id: programmes.id, needed: programmes.approvalsNeeded })
		.from(programmes)
		.where(inArray(programmes.id, ids))
);

/** Mentors with something needed that is over, or ends within `SOON_DAYS`; the first to end first. */
async function approvalsEnding({ store, now }: House, programmes: readonly DeskProgramme[]) {
	const ids = programmes.map(({ id }) => id);
	const records = await recordsThere(store.read, ids);
	if (records.length === 0) return [];
	const zones = new Map(programmes.map(({ id, zone }) => [id, zone]));
	const needed = new Map((await neededIn(store.read, ids)).map((row) => [row.id, row.needed]));
	const byMentor = new Map<string, typeof records>();
	for (const record of records) {
		const key = `${record.programmeId} ${record.mentorId}`;
		byMentor.set(key, [...(byMentor.get(key) ?? []), record]);
	}
	const ending = [...byMentor.values()].flatMap((theirs) => {
		const [{ programmeId, mentorId, firstName }] = theirs as [(typeof theirs)[number]];
		const kinds: ApprovalKind[] = needed.get(programmeId) ?? USUALLY_NEEDED;
		const today = dayOf(now(), zones.get(programmeId) ?? 'UTC');
		const { expired } = standing(theirs, kinds, today);
		const soon = runningOut(theirs, kinds, today, SOON_DAYS);
		const first = [...expired, ...soon].map(({ until }) => until).sort()[0];
		return first === undefined ? [] : [{ programmeId, mentorId, firstName, expired, soon, first }];
	});
	return ending.sort((a, b) =>
		a.first < b.first ? -1 : a.first > b.first ? 1 : a.mentorId < b.mentorId ? -1 : 1
	);
}
