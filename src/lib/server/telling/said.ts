import type { Instant } from '$lib/domain/clock/zones';
import { promiseFor } from '$lib/domain/messages/waiting';
import { isExpected, type PairingState } from '$lib/domain/pairings/pairing';
import { everybodyIn, readsNow } from '$lib/domain/pairings/reads-now';
import { agreementsOf, awaysOf } from '../pairings/facts';
import type { Change } from '../spaces';
import { settle, tell } from './tell';

interface Pair {
	id: string;
	youngId: string;
	mentorId: string;
	state: PairingState;
	waitingSince: Instant | null;
}

/**
 * Tells the other side of something that was written and has arrived. Whoever reads for the mentor learns by when an
 * answer is promised; an answer settles what was waiting.
 */
export async function tellOfWords(
	change: Change,
	pairing: Pair,
	written: { id: string; authorId: string }
): Promise<void> {
	const { id: subjectId, authorId } = written;
	if (authorId === pairing.youngId) return tellOfWait(change, pairing, subjectId);
	const { id: pairingId, youngId } = pairing;
	await tell(change, {
		personId: youngId,
		kind: 'message',
		pairingId,
		subjectId,
		key: `message:${subjectId}`
	});
	if (pairing.waitingSince !== null) await settleWait(change, pairing);
}

/** Tells whoever reads on the mentor's side that the young person waits for an answer, and by when it is promised. */
export async function tellOfWait(change: Change, pairing: Pair, subjectId: string | null): Promise<void> {
	const { id: pairingId, waitingSince } = pairing;
	const [aways, agreements] = await Promise.all([
		awaysOf(change.tx, pairingId),
		agreementsOf(change.tx, pairingId)
	]);
	const since = waitingSince ?? change.now;
	// Nobody is expected to answer during a pause; that something came is told all the same.
	const promised = isExpected(pairing) ? promiseFor(since, agreements, aways) : undefined;
	await tell(change, {
		...{ personId: readsNow(pairing, aways, change.now), kind: 'waiting', pairingId, subjectId },
		...{ until: promised?.hearBy ?? null, key: `waiting:${subjectId ?? `${pairingId}:${since}`}` }
	});
}

/** Takes back what nobody can answer any more: the pairing has ended. */
export async function settleEnded(
	change: Change,
	pairing: Pick<Pair, 'id' | 'youngId' | 'mentorId'>
): Promise<void> {
	const personIds = everybodyIn(pairing, await awaysOf(change.tx, pairing.id));
	await settle(change, { personIds, kinds: ['waiting', 'late', 'proposal'], pairingId: pairing.id });
}

async function settleWait(change: Change, pairing: Pair): Promise<void> {
	const personIds = everybodyIn(pairing, await awaysOf(change.tx, pairing.id));
	await settle(change, { personIds, kinds: ['waiting', 'late'], pairingId: pairing.id });
}
