import { eq } from 'drizzle-orm';
import { mayMessage, type MessageBody } from '$lib/domain/messages/message';
import { refuse, type Verdict } from '$lib/domain/entries/verdict';
import { inserting, prepared } from '../database/prepared';
import { checkIns, messages, pairings } from '../database/schema';
import type { Reading, Transaction } from '../database/store';
import type { Writing } from '../entries/effect';
import { enqueue } from '../jobs/enqueue';
import { agreementsOf, pairingFacts } from '../pairings/facts';
import { planOf } from '../plans/plan-of';
import { sealMessage } from '../sealed-rows';
import { personSpace, type Change } from '../spaces';
import { lateOver, planLate } from '../telling/late';
import { tellOfWords } from '../telling/said';
import { releaseJob } from './release-job';

const insertMessage = inserting(messages);

const setWaitingSince = prepared((queries: Transaction, given) =>
	queries
		.update(pairings)
		.set({ waitingSince: given('since', pairings.waitingSince) })
		.where(eq(pairings.id, given('id', pairings.id)))
);

const pairingOfCheckIn = prepared((queries: Reading, given) =>
	queries
		.select({ pairingId: checkIns.pairingId })
		.from(checkIns)
		.where(eq(checkIns.id, given('id', checkIns.id)))
);

/** Keeps a message: in the pairing's space or, while it must wait, in its author's own, where nobody else reads it. */
export async function keepMessage(change: Change, entry: Writing<MessageBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const facts = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const { pairing, side } = facts;
	const adult = side !== undefined && side !== 'young';
	const agreements = pairing && adult ? await agreementsOf(change.tx, pairing.id) : [];
	const plan = pairing && (await planOf(change.tx, pairing));
	const verdict = mayMessage({ ...facts, agreements, plan }, body, change.now);
	if (verdict.is === 'refuse' || !pairing || !side) return verdict;
	if (body.checkInId && !(await isOf(change, body.checkInId, pairing.id))) return refuse('not_found');

	const heldUntil = verdict.is === 'hold' ? verdict.until : null;
	const spaceId = heldUntil ? personSpace(authorId) : pairing.spaceId;
	const revision = await change.revision(spaceId);
	const row = {
		id: entry.id,
		spaceId,
		revision,
		pairingId: pairing.id,
		authorId,
		body: sealMessage(change.house.secrets, entry.id, body.body),
		tap: body.tap,
		checkInId: body.checkInId,
		writtenAt: entry.writtenAt,
		receivedAt: change.now,
		sentAt: heldUntil ?? change.now,
		heldUntil,
		clockAhead: entry.clockAhead
	};
	change.write(insertMessage(change.tx, row));
	if (heldUntil) await enqueue(change, releaseJob(entry.id, heldUntil));
	await change.record(spaceId, heldUntil ? 'message.held' : 'message.sent', entry.id);
	if (!heldUntil) await tellOfWords(change, pairing, { id: entry.id, authorId });
	if (side === 'young' && pairing.waitingSince === null) {
		setWaiting(change, pairing.id, change.now);
		await planLate(change, pairing.id);
	}
	if (adult && !heldUntil && pairing.waitingSince !== null) {
		setWaiting(change, pairing.id, null);
		await lateOver(change, pairing);
	}
	return verdict;
}

/** Notes since when the young person has been waiting for an answer, or that all is answered. */
export function setWaiting(change: Change, pairingId: string, since: number | null): void {
	change.write(setWaitingSince(change.tx, { id: pairingId, since }));
}

async function isOf(change: Change, checkInId: string, pairingId: string): Promise<boolean> {
	const [row] = await pairingOfCheckIn(change.tx, { id: checkInId });
	return row?.pairingId === pairingId;
}
