import { aliasedTable, asc, eq, type SQL } from 'drizzle-orm';
import { pairings, people } from '../database/schema';
import type { Reading } from '../database/store';

const young = aliasedTable(people, 'young');
const mentor = aliasedTable(people, 'mentor');

/** Pairings with both names, as a desk lists them. A query: await it, or prepare it. */
export function pairingRows(read: Reading, where: SQL | undefined) {
	return read
		.select({
			id: pairings.id,
			programmeId: pairings.programmeId,
			youngId: pairings.youngId,
			youngName: young.firstName,
			mentorId: pairings.mentorId,
			mentorName: mentor.firstName,
			state: pairings.state,
			startedAt: pairings.startedAt,
			endsOn: pairings.endsOn,
			planId: pairings.planId,
			coverOfferId: pairings.coverOfferId,
			waitingSince: pairings.waitingSince,
			nudgedAt: pairings.nudgedAt,
			lookedIntoAt: pairings.lookedIntoAt,
			lookedIntoBy: pairings.lookedIntoBy,
			deskSays: pairings.deskSays,
			deskSaidAt: pairings.deskSaidAt
		})
		.from(pairings)
		.innerJoin(young, eq(young.id, pairings.youngId))
		.innerJoin(mentor, eq(mentor.id, pairings.mentorId))
		.where(where)
		.orderBy(asc(young.firstName), asc(mentor.firstName), asc(pairings.id));
}
