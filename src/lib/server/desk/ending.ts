import { asc, eq } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { goodbyeFrom, hasGoneQuiet, mayLookInNow } from '$lib/domain/endings/leading';
import { lastDayOf } from '$lib/domain/endings/over';
import { sideOf } from '$lib/domain/pairings/pairing';
import { afterwards, goodbyes, lookIns } from '../database/schema';
import { endingOf } from '../endings/facts';
import type { Who } from '../guard';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { pathFactsOf } from '../plans/path-of';
import { unsealAfterwards, unsealDeskWords, unsealGoodbye } from '../sealed-rows';
import { rowAtDesk } from './pairing';
import { deskProgrammes } from './programmes';
import { withWaits } from './promised';
import { runs } from './scope';

/**
 * How a pairing ends, as the desk sees it: what it said itself, that there is a goodbye from the mentor's side and
 * never the words of one that somebody else wrote, what comes next, and when somebody looks in. Null where it isn't theirs.
 */
export async function endingAtDesk(house: House, who: Who, pairingId: string) {
	const row = await rowAtDesk(house, who, pairingId);
	const [programme] = row ? await deskProgrammes(house, [row.programmeId]) : [];
	if (!row || !programme) return null;
	const { read } = house.store;
	const now = house.now();
	const today = dayOf(now, programme.zone);
	const { plan } = await pathFactsOf(read, row, programme.zone);
	const said = await endingOf(read, pairingId);
	const [waits] = await withWaits(house, [row.programmeId], [row]);
	const wait = waits?.wait ?? null;
	const [looks] = await read.select().from(lookIns).where(eq(lookIns.pairingId, pairingId));
	const names = await namesOf(read, said?.deskById ? [said.deskById] : []);
	const words = said && unsealDeskWords(house.secrets, pairingId, said.deskWords);
	return {
		...{ id: row.id, state: row.state, youngName: row.youngName, mentorName: row.mentorName },
		...{ endsOn: row.endsOn, startedAt: row.startedAt },
		...{ programme: { id: programme.id, name: programme.name, zone: programme.zone }, now, today },
		mayLead: runs(who).includes(row.programmeId) && sideOf(row, who.personId) === undefined,
		wait,
		quiet: row.state !== 'ended' && hasGoneQuiet(wait, now),
		how: said?.how ?? null,
		endedOn: said?.endedAt ? lastDayOf(row.endsOn, dayOf(said.endedAt, programme.zone)) : null,
		readableUntil: said?.readableUntil ?? null,
		said:
			said && words && said.deskAt !== null
				? { words, at: said.deskAt, byName: names.get(said.deskById ?? '') ?? '' }
				: null,
		hasGraduation: plan.ending.graduation,
		graduation: said?.graduation ?? null,
		goodbyes: await goodbyesFor(house, who, row),
		afterwards: await afterwardsOf(house, row),
		lookIns: looks?.wanted ? looks.times.map((time) => ({ ...time, may: mayLookInNow(time, today) })) : null
	};
}
export type EndingAtDesk = NonNullable<Awaited<ReturnType<typeof endingAtDesk>>>;

/** That there are goodbyes from the mentor's side, who wrote them down, and one's own words to put right. */
async function goodbyesFor(
	{ store, secrets }: House,
	who: Who,
	pairing: { id: string; youngId: string; mentorId: string }
) {
	const rows = await store.read.select().from(goodbyes).where(eq(goodbyes.pairingId, pairing.id));
	return rows
		.filter(({ authorId }) => authorId !== pairing.youngId)
		.map(({ id, authorId, desk, words, shownAt }) => {
			const text = unsealGoodbye(secrets, id, words);
			const mine = authorId === who.personId && desk;
			return {
				...{ from: goodbyeFrom({ desk, authorId }, pairing), shown: shownAt !== null, written: text !== '' },
				words: mine ? text : null
			};
		})
		.filter(({ written }) => written);
}

/** What there is afterwards, in the order in which it was written; what the desk wrote it can put away. */
async function afterwardsOf(
	{ store, secrets }: House,
	pairing: { id: string; youngId: string; mentorId: string }
) {
	const rows = await store.read
		.select()
		.from(afterwards)
		.where(eq(afterwards.pairingId, pairing.id))
		.orderBy(asc(afterwards.at), asc(afterwards.id));
	return rows
		.filter(({ goneAt }) => goneAt === null)
		.map(({ id, kind, words, byId }) => ({
			...{ id, kind, words: unsealAfterwards(secrets, id, words) },
			ours: sideOf(pairing, byId) === undefined
		}));
}
