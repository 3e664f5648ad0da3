import { runningOut } from '$lib/domain/mentors/approvals';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { gatherMentors } from '../matching/gathered';
import { cardOf } from '../mentors/keep-card';
import { recordsOf } from '../mentors/review';
import { holds, pageOf } from './pages';
import { reliabilityOf } from './reliability';
import { couldBeId, runs } from './scope';

/** How long before a record runs out the desk begins to say so. */
export const SOON_DAYS = 30;

/** One page of a programme's mentors, by name: how they stand, their places and their card. @throws 404 */
export async function mentorList(
	house: House,
	who: Who,
	programmeId: string,
	asked: { name: string; page: number }
) {
	const { mentors, today } = await mentorsThere(house, who, programmeId);
	const wanted = mentors
		.filter(({ firstName }) => holds(asked.name, firstName))
		.sort((one, other) => one.firstName.localeCompare(other.firstName) || (one.id < other.id ? -1 : 1));
	const { shown, ...pages } = pageOf(wanted, asked.page);
	const rows = shown.map(({ id, firstName, standing, places, taken, cardState, card }) => ({
		...{ id, firstName, standing, places, taken, cardState },
		hasApproved: card !== null
	}));
	return { ...pages, rows, all: mentors.length, today };
}

/** One mentor: their card as written and as seen, and what has been checked. @throws 404 */
export async function mentorAtDesk(house: House, who: Who, programmeId: string, mentorId: string) {
	const { mentors, today, needed, questions } = await mentorsThere(house, who, programmeId);
	const mentor = mentors.find(({ id }) => id === mentorId) ?? notThere();
	const records = await recordsOf(house, programmeId, mentorId);
	const row = await cardOf(house.store.read, programmeId, mentorId);
	return {
		...{ id: mentorId, firstName: mentor.firstName, programmeId, today, needed, questions },
		...{ standing: mentor.standing, places: mentor.places, taken: mentor.taken },
		reliability: await reliabilityOf(house, programmeId, mentorId),
		soon: runningOut(records, needed, today, SOON_DAYS),
		records: records.map(({ id, kind, from, until }) => ({ id, kind, from, until })),
		card: row
			? {
					...{ written: row.card, approved: row.approved, state: row.state, read: row.writtenAt },
					returnedWhy: row.returnedWhy
				}
			: null
	};
}
export type MentorAtDesk = Awaited<ReturnType<typeof mentorAtDesk>>;

async function mentorsThere(house: House, who: Who, programmeId: string) {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	return (await gatherMentors(house, programmeId)) ?? notThere();
}
