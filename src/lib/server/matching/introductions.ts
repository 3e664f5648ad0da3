import { and, asc, eq, inArray } from 'drizzle-orm';
import { isOpen, INTRODUCTION_STATES } from '$lib/domain/introductions/introduction';
import { introductions, people } from '../database/schema';
import type { House } from '../house';
import type { IntroductionRow } from '../introductions/facts';
import { unsealMentorWhy, unsealYoungWhy } from '../sealed-rows';

const OPEN = INTRODUCTION_STATES.filter((state) => isOpen({ state }));

/** What the desk says of an introduction, with the card as it is shown. */
function forDesk(row: IntroductionRow & { mentorName: string }) {
	const { id, youngId, mentorId, mentorName, state, whyNot, waitsFor, answer, mentorSaid } = row;
	const { card, offeredAt, expiresAt, answeredAt, firstMeetingAt, firstMeetingPlace } = row;
	return {
		...{ id, youngId, mentorId, mentorName, state, whyNot, waitsFor, answer, mentorSaid, card },
		...{ offeredAt, expiresAt, answeredAt, firstMeetingAt, firstMeetingPlace },
		...{ youngAfter: row.youngAfter, mentorAfter: row.mentorAfter, pairingId: row.pairingId }
	};
}
export type DeskIntroduction = ReturnType<typeof forDesk>;

/** The introductions of a programme that are open to somebody, those offered first standing first. */
export async function openIntroductions({ store }: House, programmeId: string): Promise<DeskIntroduction[]> {
	const rows = await store.read
		.select({ row: introductions, mentorName: people.firstName })
		.from(introductions)
		.innerJoin(people, eq(people.id, introductions.mentorId))
		.where(and(eq(introductions.programmeId, programmeId), inArray(introductions.state, OPEN)))
		.orderBy(asc(introductions.offeredAt), asc(introductions.id));
	return rows.map(({ row, mentorName }) => forDesk({ ...row, mentorName }));
}

/** Everybody whom a young person has been offered, newest last, with what was told only to the coordinator. */
export async function introductionsOf({ store, secrets }: House, programmeId: string, youngId: string) {
	const rows = await store.read
		.select({ row: introductions, mentorName: people.firstName })
		.from(introductions)
		.innerJoin(people, eq(people.id, introductions.mentorId))
		.where(and(eq(introductions.programmeId, programmeId), eq(introductions.youngId, youngId)))
		.orderBy(asc(introductions.offeredAt), asc(introductions.id));
	return rows.map(({ row, mentorName }) => ({
		...forDesk({ ...row, mentorName }),
		youngWhy: row.youngWhy ? unsealYoungWhy(secrets, row.id, row.youngWhy) : '',
		mentorWhy: row.mentorWhy ? unsealMentorWhy(secrets, row.id, row.mentorWhy) : ''
	}));
}
