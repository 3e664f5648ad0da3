import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import type { MentorNow } from '$lib/domain/introductions/course';
import { holdsPlace, placesLeft } from '$lib/domain/introductions/introduction';
import { standing, USUALLY_NEEDED } from '$lib/domain/mentors/approvals';
import type { Role } from '$lib/domain/people/roles';
import { approvals, introductions, mentorCards, pairings, programmes } from '../database/schema';
import type { Reading } from '../database/store';
import { rolesOf } from '../people/role-in';
import { notEnded } from '../pairings/running';
import type { Change } from '../spaces';

export type IntroductionRow = typeof introductions.$inferSelect;

export async function introductionRow(read: Reading, id: string): Promise<IntroductionRow | undefined> {
	const [row] = await read.select().from(introductions).where(eq(introductions.id, id));
	return row;
}

/**
 * How a mentor stands just now, whichever introduction is asked for left out of the count. Read inside the
 * transaction that decides, so that the last place is given once.
 */
export async function mentorNow(change: Change, row: IntroductionRow): Promise<MentorNow> {
	const { programmeId, mentorId, id } = row;
	const [card] = await change.tx
		.select({ capacity: mentorCards.capacity })
		.from(mentorCards)
		.where(and(eq(mentorCards.programmeId, programmeId), eq(mentorCards.mentorId, mentorId)));
	const running = await change.tx
		.select({ id: pairings.id })
		.from(pairings)
		.where(
			and(
				eq(pairings.programmeId, programmeId),
				eq(pairings.mentorId, mentorId),
				// A pairing of these two, made by hand meanwhile, is the place itself.
				ne(pairings.youngId, row.youngId),
				notEnded()
			)
		);
	const others = await change.tx
		.select({ state: introductions.state, answer: introductions.answer })
		.from(introductions)
		.where(
			and(
				eq(introductions.programmeId, programmeId),
				eq(introductions.mentorId, mentorId),
				ne(introductions.id, id)
			)
		);
	return {
		placesLeft: placesLeft(card?.capacity ?? 0, running.length, others.filter(holdsPlace).length),
		approved:
			(await isApproved(change, programmeId, mentorId)) &&
			// Somebody who has left the programme can't begin in it either: a person at the desk sees to that.
			(await isIn(change.tx, programmeId, row.youngId, 'young'))
	};
}

/** Whether everything that the programme asks of a mentor is there and good today. */
export async function isApproved(change: Change, programmeId: string, mentorId: string): Promise<boolean> {
	const [programme] = await change.tx
		.select({ zone: programmes.zone, needed: programmes.approvalsNeeded })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	if (!programme || !(await isIn(change.tx, programmeId, mentorId, 'mentor'))) return false;
	const records = await approvalsOf(change.tx, programmeId, [mentorId]);
	return standing(records, programme.needed ?? USUALLY_NEEDED, dayOf(change.now, programme.zone)).approved;
}

async function isIn(read: Reading, programmeId: string, personId: string, role: Role): Promise<boolean> {
	return (await rolesOf(read, personId, programmeId)).includes(role);
}

/** The records of these mentors that have not been taken back. */
export async function approvalsOf(read: Reading, programmeId: string, mentorIds: readonly string[]) {
	if (mentorIds.length === 0) return [];
	return read
		.select()
		.from(approvals)
		.where(
			and(
				eq(approvals.programmeId, programmeId),
				inArray(approvals.mentorId, [...mentorIds]),
				isNull(approvals.takenBackAt)
			)
		);
}
