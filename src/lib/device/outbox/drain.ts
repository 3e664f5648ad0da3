import { MINUTE, type Instant } from '../../domain/clock/zones';
import type { Outcome } from '../../domain/entries/entry';
import type { Identity, SealedEntry } from '../database';
import type { Change, Sender } from './entries';
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
export function drain(phone: Sender, tries = 0): Promise<Drained> {
	return phone.lock('corner-outbox', async () => {
		for (;;) {
			const me = await phone.entries.identity();
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
function takeBatch(phone: Sender, person: string): Promise<SealedEntry[] | Drained> {
	return phone.entries.change<SealedEntry[] | Drained>(person, (mine) => {
		const unsent = mine.filter((entry) => entry.state === 'waiting' || entry.state === 'sending');
		const now = phone.clock();
		const stays = unsent.findIndex((entry) => !mayLeave(entry, now));
		const batch = (stays < 0 ? unsent : unsent.slice(0, stays))
			.slice(0, BATCH)
			.map((entry): SealedEntry => ({ ...entry, state: 'sending' }));
		const [first] = unsent;
		if (batch.length > 0 || !first)
			return { changed: batch, result: batch.length > 0 ? batch : { is: 'empty' } };
		return { changed: [], result: { is: 'later', wait: first.leavesAt - now, because: 'undo' } };
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

async function post(phone: Sender, me: Identity, batch: SealedEntry[]): Promise<Answer> {
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
async function postOneByOne(phone: Sender, me: Identity, batch: SealedEntry[]): Promise<Answer> {
	const outcomes: Outcome[] = [];
	for (const entry of batch) {
		const answer = await post(phone, me, [entry]);
		if (answer.is !== 'answered') return outcomes.length > 0 ? { is: 'answered', outcomes } : answer;
		outcomes.push(...answer.outcomes);
	}
	return { is: 'answered', outcomes };
}

/** @returns whether any of them must be tried again */
function settle(phone: Sender, batch: SealedEntry[], outcomes: Outcome[]): Promise<boolean> {
	const answered = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
	return mark(phone, batch, (entry) => {
		const outcome = answered.get(entry.id);
		if (!outcome || outcome.is === 'failed') return { ...entry, state: 'waiting' };
		return { ...entry, state: outcome.is === 'refused' ? 'refused' : 'acknowledged', outcome };
	});
}

async function putBack(phone: Sender, batch: SealedEntry[]): Promise<void> {
	await mark(phone, batch, (entry) => ({ ...entry, state: 'waiting' }));
}

/** Changes those of a batch that are still here. @returns whether any of them waits again */
async function mark(
	phone: Sender,
	batch: SealedEntry[],
	how: (entry: SealedEntry) => SealedEntry
): Promise<boolean> {
	const [first] = batch;
	if (!first) return false;
	const orders = new Set(batch.map(({ order }) => order));
	return phone.entries.change(first.person, (mine): Change<boolean> => {
		const changed = mine.filter(({ order }) => orders.has(order)).map(how);
		return { changed, result: changed.some(({ state }) => state === 'waiting') };
	});
}
