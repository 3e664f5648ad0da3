import { and, eq, isNull } from 'drizzle-orm';
import { dayOf, type Day } from '$lib/domain/clock/zones';
import {
	MOST_NEXTS,
	mayEndOn,
	mayLookInNow,
	type GraduationBody,
	type LedBody,
	type LetterBody,
	type NextBody
} from '$lib/domain/endings/leading';
import { contactDetails } from '$lib/domain/messages/contact-details';
import { sideOf } from '$lib/domain/pairings/pairing';
import { afterwards, goodbyes, lookIns, pairings, programmes } from '../database/schema';
import { endPairing, sayEnding } from '../endings/end';
import { endingOf } from '../endings/facts';
import { writeGoodbye } from '../endings/goodbyes';
import { writeEnding } from '../endings/write';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { running } from '../pairings/running';
import { planOf } from '../plans/plan-of';
import { Refused } from '../refused';
import { sealAfterwards, unsealGoodbye } from '../sealed-rows';
import type { Change } from '../spaces';
import { inTheirs } from './pair-up';

interface Led {
	making: Change;
	pairing: typeof pairings.$inferSelect;
	today: Day;
}

/** One change to how a pairing ends, by a coordinator who is not one of the two. @throws 404, Refused */
async function leading(
	house: House,
	who: Who,
	pairingId: string,
	work: (led: Led) => Promise<void>
): Promise<void> {
	await inTheirs(house, who, pairingId, async (making) => {
		const [row] = await making.tx
			.select({ pairing: pairings, zone: programmes.zone })
			.from(pairings)
			.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
			.where(eq(pairings.id, pairingId));
		if (!row) notThere();
		if (sideOf(row.pairing, who.personId)) throw new Refused('in_it_yourself');
		await work({ making, pairing: row.pairing, today: dayOf(making.now, row.zone) });
	});
}

/**
 * Tells a young person, in a coordinator's own words, that it ends before its time, how it came to that and which day
 * is the last. Said again, it replaces what was said. Where it has ended already, only the words count.
 * @throws 404, and Refused on a day that cannot be the last, or by one of the two
 */
export async function tellOfEnding(house: House, who: Who, pairingId: string, body: LedBody): Promise<void> {
	await leading(house, who, pairingId, async ({ making, pairing, today }) => {
		const { how, words, endsOn } = body;
		if (pairing.state === 'ended') return endPairing(making, pairingId, how, { words });
		if (!mayEndOn(endsOn, today, pairing.endsOn)) throw new Refused('last_day');
		await sayEnding(making, pairingId, { how, words, endsOn });
	});
}

/** Ends now what was said to end. Nobody is left without a word. @throws 404, and Refused before it was said */
export async function endNow(house: House, who: Who, pairingId: string): Promise<void> {
	await leading(house, who, pairingId, async ({ making, pairing }) => {
		if (pairing.state === 'ended') return;
		const said = await endingOf(making.tx, pairingId);
		if (!said?.how) throw new Refused('say_it_first');
		await endPairing(making, pairingId, said.how);
	});
}

/**
 * Writes down the mentor's own letter, or a goodbye in their place, for the young person to read on the last day. The
 * mentor's own takes the place of the other while nobody has read it.
 * @throws 404, and Refused where the mentor wrote one themself, it was shown, or it holds a way to reach them
 */
export async function writeLetter(
	house: House,
	who: Who,
	pairingId: string,
	{ whose, words }: LetterBody
): Promise<void> {
	await leading(house, who, pairingId, async ({ making, pairing }) => {
		const { secrets } = house;
		const written = (await making.tx.select().from(goodbyes).where(eq(goodbyes.pairingId, pairingId))).filter(
			(one) => unsealGoodbye(secrets, one.id, one.words) !== ''
		);
		if (written.some(({ authorId, desk }) => authorId === pairing.mentorId && !desk))
			throw new Refused('goodbye_theirs');
		const authorId = whose === 'typed_in' ? pairing.mentorId : who.personId;
		if (written.some((one) => one.authorId === authorId && one.shownAt !== null))
			throw new Refused('goodbye_shown');
		if (contactDetails(words).length > 0) throw new Refused('contact_details');
		if (whose === 'in_their_place') {
			const said = await endingOf(making.tx, pairingId);
			if (!said?.how) throw new Refused('say_it_first');
			if (written.some((one) => one.authorId === pairing.mentorId)) throw new Refused('goodbye_theirs');
		}
		const one = { pairingId, desk: true, at: making.now };
		for (const other of written)
			if (other.desk && other.authorId !== authorId && other.shownAt === null)
				await writeGoodbye(making, { ...one, authorId: other.authorId, words: '' });
		await writeGoodbye(making, { ...one, authorId, words });
	});
}

/** Writes down something that there is afterwards, also once it has ended. Again, it is there once. @throws 404, Refused */
export async function addNext(house: House, who: Who, pairingId: string, body: NextBody): Promise<void> {
	await leading(house, who, pairingId, async ({ making, pairing }) => {
		const { tx, now } = making;
		const there = await tx.select().from(afterwards).where(eq(afterwards.pairingId, pairingId));
		if (there.some(({ id }) => id === body.id)) return;
		if (there.filter(({ goneAt }) => goneAt === null).length >= MOST_NEXTS)
			throw new Refused('enough_afterwards');
		const { spaceId } = pairing;
		const revision = await making.revision(spaceId);
		const words = sealAfterwards(house.secrets, body.id, body.words);
		await tx.insert(afterwards).values({
			...{ id: body.id, spaceId, revision, pairingId, kind: body.kind, words },
			...{ byId: who.personId, at: now }
		});
		await making.record(spaceId, 'afterwards.written', body.id);
	});
}

/** Puts away what somebody at the desk wrote down, once; what the two wrote is theirs. @throws 404, Refused */
export async function putNextAway(house: House, who: Who, pairingId: string, id: string): Promise<void> {
	await leading(house, who, pairingId, async ({ making, pairing }) => {
		const own = and(eq(afterwards.id, id), eq(afterwards.pairingId, pairingId), isNull(afterwards.goneAt));
		const [row] = await making.tx.select({ byId: afterwards.byId }).from(afterwards).where(own);
		if (!row) return;
		if (sideOf(pairing, row.byId)) notThere();
		const revision = await making.revision(pairing.spaceId);
		await making.tx.update(afterwards).set({ goneAt: making.now, revision }).where(own);
		await making.record(pairing.spaceId, 'afterwards.gone', id);
	});
}

/**
 * Writes when and where the graduation is, or that there is none. Only where the programme has one.
 * @throws 404, and Refused once it has ended, or for a day that is over
 */
export async function setGraduation(
	house: House,
	who: Who,
	pairingId: string,
	graduation: GraduationBody | null
): Promise<void> {
	await leading(house, who, pairingId, async ({ making, today }) => {
		const pairing = await running(making.tx, pairingId);
		const there = (await endingOf(making.tx, pairingId))?.graduation ?? null;
		if (!graduation && !there) return;
		if (graduation && !(await planOf(making.tx, pairing)).ending.graduation) notThere();
		if (graduation && graduation.day < today) throw new Refused('last_day');
		await writeEnding(making, pairing, { graduation });
		await making.record(pairing.spaceId, graduation ? 'graduation.set' : 'graduation.none', pairingId);
	});
}

/** Notes that somebody looked in on a young person who wants that. Their phone says who. @throws 404, Refused */
export async function noteLookIn(house: House, who: Who, pairingId: string, on: Day): Promise<void> {
	await leading(house, who, pairingId, async ({ making, today }) => {
		const [row] = await making.tx.select().from(lookIns).where(eq(lookIns.pairingId, pairingId));
		const time = row?.wanted ? row.times.find((one) => one.on === on) : undefined;
		if (time && time.doneAt !== null) return;
		if (!row || !time || !mayLookInNow(time, today)) throw new Refused('not_due');
		const done = { ...time, doneAt: making.now, doneByName: who.firstName };
		const times = row.times.map((one) => (one === time ? done : one));
		const revision = await making.revision(row.spaceId);
		await making.tx.update(lookIns).set({ times, revision }).where(eq(lookIns.id, row.id));
		await making.record(row.spaceId, 'look_in.done', row.id);
	});
}
