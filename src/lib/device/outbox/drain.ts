import { MINUTE, type Instant } from '../../domain/clock/zones';
import type { Outcome } from '../../domain/entries/entry';
import type { Identity, SealedEntry } from '../database';
import { identityOn, type Phone } from '../phone';
import { open } from './sealing';

/** How a round of sending ended. `later` says when another try makes sense, in milliseconds from now. */
export type Drained =
	| { is: 'empty' }
	| { is: 'later'; wait: number; because: 'undo' | 'failed' }
	| { is: 'stopped'; because: 'nobody' | 'signed-out' | 'someone-else' };

const BATCH = 50;
const LONGEST_WAIT = 5 * MINUTE;

/**
 * Sends what may leave, in order, one tab at a time. Deletes nothing before the server has answered for it.
 * @param tries how many rounds have failed in a row; makes the waiting longer
 */
export function drain(phone: Phone, tries = 0): Promise<Drained> {
	return phone.lock('corner-outbox', async () => {
		for (;;) {
			const me = await identityOn(phone);
			if (!me) return { is: 'stopped', because: 'nobody' };
			const batch = await takeBatch(phone, me.person.id);
			if (!Array.isArray(batch)) return batch;
			const answer = await post(phone, me, batch);
			if (answer.is !== 'answered') {
				await putBack(phone, batch);
				if (answer.is === 'stopped') return answer;
				return { is: 'later', wait: Math.max(backoff(tries), answer.retryAfter), because: 'failed' };
			}
			const failed = await settle(phone, batch, answer.outcomes);
			if (failed) return { is: 'later', wait: backoff(tries), because: 'failed' };
		}
	});
}

/** Full jitter: anywhere between nothing and twice as long as last time, up to five minutes. */
export function backoff(tries: number, random = Math.random()): number {
	return Math.min(LONGEST_WAIT, 2 ** Math.min(tries, 12) * 1000) * random + 250;
}

/** The entries that leave now, marked so that they can no longer be taken back. */
async function takeBatch(phone: Phone, person: string): Promise<SealedEntry[] | Drained> {
	return phone.kept.transaction('rw', phone.kept.outbox, async () => {
		const mine = await phone.kept.outbox.where({ person }).sortBy('order');
		const unsent = mine.filter((entry) => entry.state === 'waiting' || entry.state === 'sending');
		const now = phone.clock();
		const stays = unsent.findIndex((entry) => !mayLeave(entry, now));
		const batch = (stays < 0 ? unsent : unsent.slice(0, stays)).slice(0, BATCH);
		for (const entry of batch) await phone.kept.outbox.update(entry.order, { state: 'sending' });
		const [first] = unsent;
		if (batch.length > 0 || !first) return batch.length > 0 ? batch : { is: 'empty' as const };
		return { is: 'later' as const, wait: first.leavesAt - now, because: 'undo' as const };
	});
}

/** A phone whose clock was set back must not keep something for days: the window is never longer than it was. */
function mayLeave(entry: SealedEntry, now: Instant): boolean {
	return entry.state === 'sending' || entry.leavesAt <= now || entry.leavesAt - now > MINUTE;
}

type Answer =
	| { is: 'answered'; outcomes: Outcome[] }
	| { is: 'unsent'; retryAfter: number }
	| Extract<Drained, { is: 'stopped' }>;

async function post(phone: Phone, me: Identity, batch: SealedEntry[]): Promise<Answer> {
	const entries = await Promise.all(
		batch.map(async (entry) => ({
			id: entry.id,
			...(await open(me.key, entry)),
			writtenAt: entry.writtenAt
		}))
	);
	let response: Response;
	try {
		response = await phone.fetch('/api/outbox', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ person: me.person.id, entries })
		});
		if (response.ok) return { is: 'answered', outcomes: (await response.json()).outcomes };
	} catch {
		return { is: 'unsent', retryAfter: 0 };
	}
	if (response.status === 401) return { is: 'stopped', because: 'signed-out' };
	if (response.status === 409) return { is: 'stopped', because: 'someone-else' };
	if (response.status === 429 || response.status >= 500)
		return { is: 'unsent', retryAfter: Number(response.headers.get('retry-after') ?? 0) * 1000 };
	if (batch.length > 1) return postOneByOne(phone, me, batch);
	const [only] = batch as [SealedEntry];
	return { is: 'answered', outcomes: [{ id: only.id, is: 'refused', at: phone.clock(), why: 'unreadable' }] };
}

/** The server could make nothing of the whole: find out which one it was, and let the others go. */
async function postOneByOne(phone: Phone, me: Identity, batch: SealedEntry[]): Promise<Answer> {
	const outcomes: Outcome[] = [];
	for (const entry of batch) {
		const answer = await post(phone, me, [entry]);
		if (answer.is !== 'answered') return outcomes.length > 0 ? { is: 'answered', outcomes } : answer;
		outcomes.push(...answer.outcomes);
	}
	return { is: 'answered', outcomes };
}

/** @returns whether any of them must be tried again */
async function settle(phone: Phone, batch: SealedEntry[], outcomes: Outcome[]): Promise<boolean> {
	const answered = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
	return phone.kept.transaction('rw', phone.kept.outbox, async () => {
		let again = false;
		for (const { order, id } of batch) {
			const outcome = answered.get(id);
			if (!outcome || outcome.is === 'failed') {
				again = true;
				await phone.kept.outbox.update(order, { state: 'waiting' });
			} else {
				const state = outcome.is === 'refused' ? 'refused' : 'acknowledged';
				await phone.kept.outbox.update(order, { state, outcome });
			}
		}
		return again;
	});
}

async function putBack(phone: Phone, batch: SealedEntry[]): Promise<void> {
	await phone.kept.transaction('rw', phone.kept.outbox, async () => {
		for (const { order } of batch) await phone.kept.outbox.update(order, { state: 'waiting' });
	});
}
