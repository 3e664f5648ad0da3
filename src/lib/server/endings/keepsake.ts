import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import { afterPick, mayPick, pickId, type KeepsakePickBody, type Subject } from '$lib/domain/keepsakes/pick';
import {
	goalNotes,
	goals,
	goodbyes,
	keepsakePicks,
	lookBacks,
	meetingNotes,
	messages
} from '../database/schema';
import type { Transaction } from '../database/store';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { personSpace, type Change } from '../spaces';

/** Keeps that something is in somebody's keepsake, or no longer. What is in it, nobody but they are told. */
export async function keepKeepsakePick(change: Change, entry: Writing<KeepsakePickBody>): Promise<Verdict> {
	const { tx, now } = change;
	const { body, authorId: personId } = entry;
	const { pairing, side } = await pairingFacts(tx, body.pairingId, personId, now);
	const subject = body.picked ? await subjectOf(tx, body) : undefined;
	const verdict = mayPick({ pairing, side, personId, subject }, body);
	if (verdict.is !== 'send') return verdict;
	const id = pickId(body.pairingId, body.thing, body.subjectId);
	const [before] = await tx.select().from(keepsakePicks).where(eq(keepsakePicks.id, id));
	const spaceId = personSpace(personId);
	// A phone that is ahead does not have the last word for ever.
	const pick = afterPick(before, { spaceId, writtenAt: Math.min(entry.writtenAt, now) }, body);
	if (!pick) return verdict;
	const row = { ...pick, revision: await change.revision(spaceId) };
	await tx.insert(keepsakePicks).values(row).onConflictDoUpdate({ target: keepsakePicks.id, set: row });
	await change.record(spaceId, body.picked ? 'keepsake.put_in' : 'keepsake.taken_out', id);
	return verdict;
}

/** The row that a pick is about. Pictures are none: they stay on the phone. */
async function subjectOf(
	tx: Transaction,
	{ thing, subjectId }: KeepsakePickBody
): Promise<Subject | undefined> {
	switch (thing) {
		case 'goal': {
			const places = { pairingId: goals.pairingId, spaceId: goals.spaceId };
			const [goal] = await tx.select(places).from(goals).where(eq(goals.id, subjectId));
			if (goal) return goal;
			const ofNote = { pairingId: goalNotes.pairingId, spaceId: goalNotes.spaceId };
			return (await tx.select(ofNote).from(goalNotes).where(eq(goalNotes.id, subjectId)))[0];
		}
		case 'message':
		case 'meeting_note':
		case 'goodbye': {
			const table = { message: messages, meeting_note: meetingNotes, goodbye: goodbyes }[thing];
			const { pairingId, spaceId, authorId } = table;
			return (
				await tx.select({ pairingId, spaceId, authorId }).from(table).where(eq(table.id, subjectId))
			)[0];
		}
		case 'look_back': {
			const { pairingId, spaceId, personId: authorId } = lookBacks;
			const asked = tx.select({ pairingId, spaceId, authorId }).from(lookBacks);
			return (await asked.where(eq(lookBacks.id, subjectId)))[0];
		}
		case 'picture':
			return undefined;
	}
}
