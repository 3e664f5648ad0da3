import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import {
	mayDropIdea,
	mayIdea,
	type MeetingIdeaBody,
	type MeetingIdeaGoneBody
} from '$lib/domain/meetings/idea';
import { inserting } from '../database/prepared';
import { ideas } from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { sealIdea } from '../sealed-rows';
import type { Change } from '../spaces';

const insertIdea = inserting(ideas);

/** Keeps something to do or to talk about when they meet. */
export async function keepIdea(change: Change, entry: Writing<MeetingIdeaBody>): Promise<Verdict> {
	const { id, body, authorId } = entry;
	const { pairing, side } = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const verdict = mayIdea({ pairing, side }, body);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const { spaceId } = pairing;
	const revision = await change.revision(spaceId);
	const words = sealIdea(change.house.secrets, id, body.words);
	change.write(
		insertIdea(change.tx, {
			...{ id, spaceId, revision, pairingId: pairing.id, authorId },
			...{ words, at: change.now, goneAt: null }
		})
	);
	await change.record(spaceId, 'idea.written', id);
	return verdict;
}

/** Notes that its author took an idea back. */
export async function dropIdea(change: Change, entry: Writing<MeetingIdeaGoneBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const facts = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const [idea] = await change.tx.select().from(ideas).where(eq(ideas.id, body.ideaId));
	const verdict = mayDropIdea(facts, idea, body, authorId);
	if (verdict.is !== 'send' || !idea || idea.goneAt !== null) return verdict;
	const revision = await change.revision(idea.spaceId);
	await change.tx.update(ideas).set({ goneAt: change.now, revision }).where(eq(ideas.id, idea.id));
	await change.record(idea.spaceId, 'idea.taken_back', idea.id);
	return verdict;
}
