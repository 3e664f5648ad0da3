import { eq, isNull } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { areShown, goodbyeId, isNewest, mayGoodbye, type GoodbyeBody } from '$lib/domain/endings/goodbye';
import { goodbyes } from '../database/schema';
import type { Writing } from '../entries/effect';
import type { House } from '../house';
import type { JobBodies } from '../jobs/enqueue';
import { sealGoodbye } from '../sealed-rows';
import { change, personSpace, type Change } from '../spaces';
import { tell } from '../telling/tell';
import { endingFacts, factsOf } from './facts';

/** Shows both of a pairing what was written for the end, whoever has written; nothing that was taken back. */
export async function showGoodbyes(change: Change, pairingId: string): Promise<void> {
	const { pairing, goodbyes: written } = await factsOf(change, pairingId);
	if (!pairing) return;
	for (const { id, authorId } of written.filter((one) => one.shownAt === null && one.words !== '')) {
		// Its author's space moves too: there it is no more.
		await change.revision(personSpace(authorId));
		const revision = await change.revision(pairing.spaceId);
		await change.tx
			.update(goodbyes)
			.set({ spaceId: pairing.spaceId, revision, shownAt: change.now })
			.where(eq(goodbyes.id, id));
		await change.record(pairing.spaceId, 'goodbye.shown', id);
		const personId = authorId === pairing.youngId ? pairing.mentorId : pairing.youngId;
		await tell(change, { personId, kind: 'ending', pairingId, subjectId: id, key: `goodbye:${id}` });
	}
}

/** Shows them if it is time: called whenever a goodbye, the end or a pause has changed. */
export async function showIfTime(change: Change, pairingId: string): Promise<void> {
	if (areShown(await factsOf(change, pairingId))) await showGoodbyes(change, pairingId);
}

/** On the last day. */
export async function goodbyesDay(house: House, { pairingId }: JobBodies['goodbyes']): Promise<void> {
	await change(house, null, (making) => showIfTime(making, pairingId));
}

/** Keeps what somebody wrote to the other for the end: where only they read it, until it is shown. */
export async function keepGoodbye(change: Change, entry: Writing<GoodbyeBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const facts = await endingFacts(change, body.pairingId, authorId);
	const writtenAt = Math.min(entry.writtenAt, change.now);
	const verdict = mayGoodbye(facts, body, dayOf(writtenAt, facts.zone));
	if (verdict.is !== 'send' || !facts.pairing) return verdict;
	const own = facts.goodbyes.find(({ id }) => id === goodbyeId(body.pairingId, authorId));
	if (!isNewest(own, writtenAt)) return send;
	await writeGoodbye(change, { ...body, authorId, desk: false, at: writtenAt });
	return send;
}

export interface NewGoodbye {
	pairingId: string;
	authorId: string;
	/** Whether a coordinator writes it in the place of a mentor who is gone. */
	desk: boolean;
	words: string;
	at: number;
}

/**
 * Writes a goodbye, or writes it anew, where only its author reads it; and shows it if it is time. What was shown
 * stays as it was read.
 */
export async function writeGoodbye(change: Change, { words, ...rest }: NewGoodbye): Promise<void> {
	const id = goodbyeId(rest.pairingId, rest.authorId);
	const spaceId = personSpace(rest.authorId);
	const revision = await change.revision(spaceId);
	const values = { ...rest, revision, words: sealGoodbye(change.house.secrets, id, words) };
	await change.tx
		.insert(goodbyes)
		.values({ id, spaceId, shownAt: null, ...values })
		.onConflictDoUpdate({ target: goodbyes.id, set: values, setWhere: isNull(goodbyes.shownAt) });
	await change.record(spaceId, 'goodbye.written', id);
	await showIfTime(change, rest.pairingId);
}
