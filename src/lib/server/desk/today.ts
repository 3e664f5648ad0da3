import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { hasGoneQuiet } from '$lib/domain/endings/leading';
import { staleHelpLines } from '$lib/domain/programmes/help-lines';
import { memberships, pairings, people, wishes } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { agreementsToReview } from './agreements';
import { awayWithoutCover } from './away';
import { endingsNear } from './endings-near';
import { withoutMeeting } from './meetings';
import { ofProgrammes } from './of-programmes';
import { notJoined } from './people';
import { waitingPairings } from './pairings';
import type { DeskProgramme } from './programmes';
import { raisedIn } from './reliability';
import { opens, runs } from './scope';
import { matchingToday } from './today-matching';

/** What needs somebody at the desk, most pressing first. Every list is whole; a page may show its beginning. */
export async function today(house: House, programmes: readonly DeskProgramme[], who: Who) {
	const ids = programmes.map(({ id }) => id);
	// Wishes, yeses and partings are for those who may open them: the others see who has no mentor, and no more.
	const open = ['wish', 'yes', 'parting'] as const;
	const mine = programmes.filter(({ id }) => open.every((kind) => opens(who, kind).includes(id)));
	const wished = new Map(
		(
			await wishesSaid(
				house.store.read,
				mine.map(({ id }) => id)
			)
		).map(({ programmeId, youngId, wanted }) => [`${programmeId} ${youngId}`, wanted])
	);
	const alone = (await unpaired(house.store.read, ids)).map((young) => {
		const known = mine.some(({ id }) => id === young.programmeId);
		return {
			...young,
			wanted: known ? (wished.get(`${young.programmeId} ${young.personId}`) ?? null) : undefined
		};
	});
	const near = await endingsNear(house, programmes);
	const told = new Set(near.endings.filter(({ said }) => said).map(({ id }) => id));
	const waiting = (await waitingPairings(house, ids)).map((row) => ({
		...row,
		/** Nobody should go on hoping for this mentor's answer. */
		quiet: hasGoneQuiet(row.wait, house.now()),
		/** The young person has been told that it ends. */
		told: told.has(row.id)
	}));
	return {
		late: waiting.filter(({ wait }) => wait?.late),
		waiting: waiting.filter(({ wait }) => !wait?.late),
		notJoined: await notJoined(house, ids),
		/** Nobody is chased who said "not now". */
		unpaired: alone.filter(({ wanted }) => wanted !== 'not_now'),
		...(await matchingToday(house, mine)),
		awayAlone: await awayWithoutCover(house, ids),
		noMeeting: await withoutMeeting(house, ids),
		/** What somebody has taken up stays away until there is something new. */
		raised: (
			await raisedIn(
				house,
				ids.filter((id) => runs(who).includes(id))
			)
		).filter(({ open }) => open.length > 0),
		reviews: await agreementsToReview(house, ids, house.now()),
		...near,
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

/** Who said what of those without a mentor: whether they want one, and nothing else of their wish. */
const wishesSaid = ofProgrammes('desk_wishes_said', (read, ids) =>
	read
		.select({ programmeId: wishes.programmeId, youngId: wishes.youngId, wanted: wishes.wanted })
		.from(wishes)
		.where(inArray(wishes.programmeId, ids))
);

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
