import { aliasedTable, and, asc, eq, gte, inArray, lte, ne, or, sql } from 'drizzle-orm';
import { addDays, dayOf, daysBetween, type Day } from '$lib/domain/clock/zones';
import { ENDING_NEAR_DAYS, lookInDue } from '$lib/domain/endings/leading';
import { lastDayOf } from '$lib/domain/endings/over';
import { endings, goodbyes, lookIns, pairings, people } from '../database/schema';
import type { House } from '../house';
import { notEnded } from '../pairings/running';
import { unsealGoodbye } from '../sealed-rows';
import { ofProgrammes } from './of-programmes';

const young = aliasedTable(people, 'young');
const mentor = aliasedTable(people, 'mentor');

/**
 * Pairings that end by the day `soon` or ended not long ago, in one question: Today asks enough. Once for each
 * goodbye from the mentor's side.
 */
const endingRows = ofProgrammes('desk_endings', (read, ids) =>
	read
		.select({
			id: pairings.id,
			programmeId: pairings.programmeId,
			youngName: young.firstName,
			mentorName: mentor.firstName,
			state: pairings.state,
			endsOn: pairings.endsOn,
			how: endings.how,
			endedAt: endings.endedAt,
			graduation: endings.graduation,
			wanted: lookIns.wanted,
			times: lookIns.times,
			goodbyeId: goodbyes.id,
			goodbye: goodbyes.words
		})
		.from(pairings)
		.innerJoin(young, eq(young.id, pairings.youngId))
		.innerJoin(mentor, eq(mentor.id, pairings.mentorId))
		.leftJoin(endings, eq(endings.pairingId, pairings.id))
		.leftJoin(lookIns, eq(lookIns.pairingId, pairings.id))
		.leftJoin(goodbyes, and(eq(goodbyes.pairingId, pairings.id), ne(goodbyes.authorId, pairings.youngId)))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				or(
					and(notEnded(), lte(pairings.endsOn, sql.placeholder('soon'))),
					gte(endings.readableUntil, sql.placeholder('today')),
					eq(lookIns.wanted, true)
				)
			)
		)
		.orderBy(asc(pairings.endsOn), asc(young.firstName), asc(pairings.id))
);

/** A pairing whose end is near or was not long ago, as a desk lists it. */
export interface EndingAtHand {
	id: string;
	programmeId: string;
	youngName: string;
	mentorName: string;
	/** The planned last day, or the day on which it ended. */
	day: Day;
	/** Whether the mentor wrote a goodbye, or somebody for them. Young people owe none, and nobody counts theirs. */
	goodbye: boolean;
	graduation: boolean;
	/** Whether the desk has said that it ends early. */
	said: boolean;
}

/**
 * Endings of these programmes that are near, that passed without a goodbye from the mentor's side, and young people
 * on whom somebody should look in by now. The first first.
 * @param ahead how many days before its last day an ending is near
 */
export async function endingsNear(
	{ store, secrets, now }: House,
	programmes: readonly { id: string; zone: string }[],
	ahead = ENDING_NEAR_DAYS
) {
	const zones = new Map(programmes.map(({ id, zone }) => [id, zone]));
	const inUtc = dayOf(now(), 'UTC');
	const rows = await endingRows(
		store.read,
		programmes.map(({ id }) => id),
		// A day more on either side: in some zone it is that day already, or still.
		{ soon: addDays(inUtc, ahead + 1), today: addDays(inUtc, -1) }
	);
	const found = new Map<string, EndingAtHand & { ended: boolean; on: Day | null }>();
	for (const { goodbyeId, goodbye, wanted, times, endedAt, state, ...row } of rows) {
		const zone = zones.get(row.programmeId) ?? 'UTC';
		const today = dayOf(now(), zone);
		const ended = state === 'ended';
		const day = ended ? endedAt !== null && lastDayOf(row.endsOn, dayOf(endedAt, zone)) : row.endsOn;
		if (!day) continue;
		const written =
			goodbyeId !== null && goodbye !== null && unsealGoodbye(secrets, goodbyeId, goodbye) !== '';
		found.set(row.id, {
			...{ id: row.id, programmeId: row.programmeId, youngName: row.youngName, mentorName: row.mentorName },
			...{ day, ended, goodbye: written || (found.get(row.id)?.goodbye ?? false) },
			...{ graduation: row.graduation !== null, said: row.how !== null },
			on: (wanted && lookInDue(times ?? [], today)) || null
		});
	}
	const all = [...found.values()].sort((one, other) =>
		one.day < other.day ? -1 : one.day > other.day ? 1 : 0
	);
	const todayOf = ({ programmeId }: EndingAtHand) => dayOf(now(), zones.get(programmeId) ?? 'UTC');
	return {
		endings: all.filter((one) => !one.ended && one.day <= addDays(todayOf(one), ahead)).map(shown),
		noGoodbye: all
			.filter((one) => one.ended && !one.goodbye && daysBetween(one.day, todayOf(one)) <= ENDING_NEAR_DAYS)
			.map(shown),
		lookIns: all
			.flatMap(({ on, ...one }) => (on === null ? [] : [{ ...shown({ ...one, on }), on }]))
			.sort((one, other) => (one.on < other.on ? -1 : 1))
	};
}

const shown = ({
	ended: _,
	on: __,
	...one
}: EndingAtHand & { ended: boolean; on: Day | null }): EndingAtHand => one;
