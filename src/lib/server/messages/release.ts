import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { Reason } from '$lib/domain/entries/verdict';
import { sideAt, sideOf, type Side } from '$lib/domain/pairings/pairing';
import { messages, pairings } from '../database/schema';
import type { House } from '../house';
import type { Done } from '../jobs/done';
import { enqueue } from '../jobs/enqueue';
import { awaysOf } from '../pairings/facts';
import { change, type Change } from '../spaces';
import { lateOver } from '../telling/late';
import { tellOfWords } from '../telling/said';
import { setWaiting } from './keep';
import { releaseJob } from './release-job';

const stillHeld = () => and(isNotNull(messages.heldUntil), isNull(messages.notSentWhy));

/** Sees to it that every held message has its job, those that were held before there were jobs too. */
export async function jobsOfHeld(house: House): Promise<void> {
	await change(house, null, async (making) => {
		const held = await making.tx
			.select({ id: messages.id, heldUntil: messages.heldUntil })
			.from(messages)
			.where(stillHeld());
		for (const { id, heldUntil } of held)
			if (heldUntil !== null) await enqueue(making, releaseJob(id, heldUntil));
	});
}

/**
 * Lets a held message go: from its author's own space into the pairing's. It goes once, whoever else is releasing.
 * Where the pairing has ended or been paused meanwhile, or the days of standing in are over, it stays with its author
 * and says so.
 * @returns when to come back, if its hour has not come
 */
export async function releaseOne(house: House, id: string): Promise<Done> {
	return change(house, null, async (making): Promise<Done> => {
		const [row] = await making.tx
			.select({ message: messages, pairing: pairings })
			.from(messages)
			.innerJoin(pairings, eq(pairings.id, messages.pairingId))
			.where(and(eq(messages.id, id), stillHeld()));
		if (!row) return;
		const { heldUntil } = row.message;
		if (heldUntil !== null && heldUntil > making.now) return { again: heldUntil };
		if (row.pairing.state === 'ended') return keepBack(making, row.message, 'pairing_ended');
		if (row.pairing.state === 'paused') return keepBack(making, row.message, 'pairing_paused');
		if (!(await sideNow(making, row))) return keepBack(making, row.message, 'cover_over');
		const { spaceId, id: pairingId, waitingSince } = row.pairing;
		const revision = await making.revision(spaceId);
		await making.tx.update(messages).set({ spaceId, revision, heldUntil: null }).where(eq(messages.id, id));
		await making.record(spaceId, 'message.released', id);
		const answered = answers(row.message, waitingSince);
		await tellOfWords(making, { ...row.pairing, ...(!answered && { waitingSince: null }) }, row.message);
		if (!answered) return;
		setWaiting(making, pairingId, null);
		await lateOver(making, row.pairing);
	});
}

/** Whoever wrote it while standing in may be nobody here by now. */
async function sideNow(
	{ tx, now }: Change,
	{ message, pairing }: { message: { authorId: string }; pairing: typeof pairings.$inferSelect }
): Promise<Side | undefined> {
	const own = sideOf(pairing, message.authorId);
	return own ?? sideAt(pairing, message.authorId, await awaysOf(tx, pairing.id), now);
}

async function keepBack(
	making: Change,
	{ id, spaceId }: { id: string; spaceId: string },
	notSentWhy: Reason
): Promise<void> {
	const revision = await making.revision(spaceId);
	await making.tx.update(messages).set({ revision, notSentWhy }).where(eq(messages.id, id));
	await making.record(spaceId, 'message.not-sent', id);
}

function answers(message: { sentAt: Instant }, waitingSince: Instant | null): boolean {
	return waitingSince !== null && waitingSince <= message.sentAt;
}
