import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { DAY } from '$lib/domain/clock/zones';
import { coverStopsAt } from '$lib/domain/pairings/away';
import { aways, pairings } from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { expected } from '../pairings/running';

/** How far ahead the desk looks for days on which nobody stands in: time enough to find somebody. */
const AHEAD = 14 * DAY;

/** Running pairings whose mentor is away now or soon with nobody to stand in for all of it, the soonest first. */
export async function awayWithoutCover({ store, now }: House, programmeIds: string[]) {
	if (programmeIds.length === 0) return [];
	const rows = await store.read
		.select({ away: aways, pairing: pairings })
		.from(aways)
		.innerJoin(pairings, eq(pairings.id, aways.pairingId))
		.where(
			and(
				inArray(pairings.programmeId, programmeIds),
				expected(),
				isNull(aways.cancelledAt),
				gt(aways.ends, now()),
				lt(aways.starts, now() + AHEAD),
				or(isNull(aways.coverId), isNotNull(aways.noThanksAt), isNotNull(aways.coverUntil))
			)
		)
		.orderBy(asc(aways.starts), asc(aways.id));
	const names = await namesOf(
		store.read,
		rows.flatMap(({ away, pairing }) => [
			...[pairing.youngId, pairing.mentorId],
			...(away.coverId ? [away.coverId] : [])
		])
	);
	return rows.map(({ away, pairing }) => ({
		...{ id: away.id, pairingId: pairing.id, programmeId: pairing.programmeId },
		...{ from: away.from, until: away.until, starts: away.starts },
		...standingIn(away, names),
		...{ youngName: names.get(pairing.youngId) ?? '', mentorName: names.get(pairing.mentorId) ?? '' }
	}));
}

/** A mentor's days away in one pairing that are not over, with who stands in. */
export async function awaysAtDesk({ store, now }: House, pairingId: string) {
	const rows = await store.read
		.select()
		.from(aways)
		.where(and(eq(aways.pairingId, pairingId), isNull(aways.cancelledAt), gt(aways.ends, now())))
		.orderBy(asc(aways.starts));
	const names = await namesOf(
		store.read,
		rows.flatMap(({ coverId }) => coverId ?? [])
	);
	return rows.map((away) => {
		const { id, from, until, starts } = away;
		return { id, from, until, starts, ...standingIn(away, names) };
	});
}

/** Who stands in on those days, whether the young person would rather not, and from when nobody may any more. */
function standingIn(away: typeof aways.$inferSelect, names: ReadonlyMap<string, string>) {
	return {
		coverName: (away.coverId && names.get(away.coverId)) || null,
		thanked: away.noThanksAt !== null,
		stops: coverStopsAt(away) ?? null
	};
}
