import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { staleHelpLines } from '$lib/domain/programmes/help-lines';
import { memberships, pairings, people } from '../database/schema';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { withoutMeeting } from './meetings';
import { ofProgrammes } from './of-programmes';
import { notJoined } from './people';
import { waitingPairings } from './pairings';
import type { DeskProgramme } from './programmes';

/** What needs somebody at the desk, most pressing first. Every list is whole; a page may show its beginning. */
export async function today(house: House, programmes: readonly DeskProgramme[]) {
	const ids = programmes.map(({ id }) => id);
	const waiting = await waitingPairings(house, ids);
	return {
		late: waiting.filter(({ wait }) => wait?.late),
		waiting: waiting.filter(({ wait }) => !wait?.late),
		notJoined: await notJoined(house, ids),
		unpaired: await unpaired(house.store.read, ids),
		noMeeting: await withoutMeeting(house, ids),
		helpLines: helpLinesToCheck(house, programmes)
	};
}
export type Today = Awaited<ReturnType<typeof today>>;

/** Young people whom nobody is paired with, those who have waited longest first. */
const unpaired = ofProgrammes('desk_unpaired', (read, ids) => {
	const theirs = read
		.select({ one: sql`1` })
		.from(pairings)
		.where(
			and(
				eq(pairings.youngId, memberships.personId),
				eq(pairings.programmeId, memberships.programmeId),
				notEnded()
			)
		);
	return read
		.select({
			personId: people.id,
			firstName: people.firstName,
			programmeId: memberships.programmeId,
			since: memberships.createdAt
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				inArray(memberships.programmeId, ids),
				eq(memberships.role, 'young'),
				isNull(memberships.endedAt),
				isNull(people.disabledAt),
				notExists(theirs)
			)
		)
		.orderBy(asc(memberships.createdAt), asc(people.id));
});

function helpLinesToCheck(house: House, programmes: readonly DeskProgramme[]) {
	const now = house.now();
	return programmes.flatMap(({ id, helpLines, zone }) =>
		staleHelpLines(helpLines, dayOf(now, zone)).map((line) => ({
			programmeId: id,
			id: line.id,
			name: line.name,
			verifiedOn: line.verifiedOn
		}))
	);
}

/** Whether anybody has ever been paired in these programmes. Where nobody has, a desk is just beginning. */
export async function hasPairings({ store }: House, programmeIds: string[]): Promise<boolean> {
	const rows = await store.read
		.select({ id: pairings.id })
		.from(pairings)
		.where(inArray(pairings.programmeId, programmeIds))
		.limit(1);
	return rows.length > 0;
}
