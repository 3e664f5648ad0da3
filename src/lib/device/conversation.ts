import type { CheckIn } from '../domain/check-ins/check-in';
import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { Message } from '../domain/messages/message';
import type { Agreement } from '../domain/pairings/agreement';
import type { Pairing, Side } from '../domain/pairings/pairing';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import type { Pending } from './outbox/pending';
import { withPartings } from './partings';
import { goneOnAt } from './partings';

/** How far something has come. `kept` is safe on the server, its row on the way. */
export type Standing =
	| { is: 'waiting'; leavesAt: Instant }
	| { is: 'sending' }
	| { is: 'kept' }
	| { is: 'held'; until: Instant }
	| { is: 'refused'; why: Reason }
	| { is: 'sent' };

interface Shown {
	id: string;
	mine: boolean;
	/** Orders the thread, and is the time that is shown. */
	at: Instant;
	standing: Standing;
}

/** One thing in a thread, wherever it is kept just now. */
export type Item =
	| (Shown & { kind: 'message'; message: Pick<Message, 'body' | 'tap' | 'checkInId' | 'notMeantAt'> })
	| (Shown & { kind: 'check-in'; checkIn: Pick<CheckIn, 'feeling' | 'line' | 'hope'> });

/** Everything that two people's thread is drawn from. */
export interface Conversation {
	pairing: Pairing;
	side: Side;
	agreements: Agreement[];
	items: Item[];
	/** The synced rows, for the rules that look at them. */
	checkIns: CheckIn[];
	messages: Message[];
	/** Everything up to here has been on the mentor's screen. */
	seenUpTo: Instant | undefined;
	/** When a pause last ended, or 0. */
	goneOnAt: Instant;
}

/**
 * A pairing's thread on this phone: the rows that came by sync, and what is still waiting to leave, each once.
 * @param pending a promise, so that all databases are asked before anything is opened
 * @param since leaves out what came before: for a screen that shows only the newest
 */
export async function conversation(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant,
	since: Instant = 0
): Promise<Conversation | undefined> {
	const [facts, checkIns, messages, seen, waiting, goneOn] = await Promise.all([
		pairingFacts(rows, pairingId, now),
		rows.checkIns
			.where('[pairingId+receivedAt]')
			.between([pairingId, since], [pairingId, Infinity])
			.toArray(),
		rows.messages.where('[pairingId+sentAt]').between([pairingId, since], [pairingId, Infinity]).toArray(),
		rows.seen.get(pairingId),
		pending,
		goneOnAt(rows, pairingId)
	]);
	const { pairing, side, agreements } = facts;
	if (!pairing || !side) return undefined;

	const notMeant = new Set(
		waiting.flatMap((one) => (one.kind === 'message-not-meant' ? [one.body.messageId] : []))
	);
	const here = new Set([...checkIns, ...messages].map((row) => row.id));
	const items = [
		...checkIns.map((row) => ofCheckIn(row, rows.personId)),
		...messages.map((row) => ofMessage(row, rows.personId, notMeant.has(row.id))),
		...waiting.filter((one) => !here.has(one.id)).flatMap((one) => ofPending(one, pairingId))
	].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	return {
		pairing: withPartings(pairing, waiting),
		side,
		agreements,
		items,
		checkIns,
		messages,
		seenUpTo: seen?.upTo,
		goneOnAt: goneOn
	};
}

function ofCheckIn(row: CheckIn, me: string): Item {
	const { id, feeling, line, hope } = row;
	const shown = { id, mine: row.authorId === me, at: row.receivedAt, standing: { is: 'sent' } as const };
	return { ...shown, kind: 'check-in', checkIn: { feeling, line, hope } };
}

function ofMessage(row: Message, me: string, notMeantNow: boolean): Item {
	const { id, body, tap, checkInId } = row;
	const standing = standingOfKept(row);
	const notMeantAt = row.notMeantAt ?? (notMeantNow ? row.sentAt : null);
	const shown = { id, mine: row.authorId === me, at: row.sentAt, standing };
	return { ...shown, kind: 'message', message: { body, tap, checkInId, notMeantAt } };
}

function standingOfKept({ heldUntil, notSentWhy }: Message): Standing {
	if (notSentWhy) return { is: 'refused', why: notSentWhy };
	return heldUntil ? { is: 'held', until: heldUntil } : { is: 'sent' };
}

function ofPending(one: Pending, pairingId: string): Item[] {
	const shown = { id: one.id, mine: true, at: one.writtenAt, standing: standingOf(one) };
	if (one.kind === 'message' && one.body.pairingId === pairingId)
		return [{ ...shown, kind: 'message', message: { ...one.body, notMeantAt: null } }];
	if (one.kind === 'check-in' && one.body.pairingId === pairingId)
		return [{ ...shown, kind: 'check-in', checkIn: one.body }];
	return [];
}

/** How far something has come that is not yet among the rows. */
export function standingOf({ state, leavesAt, outcome }: Pending): Standing {
	if (outcome?.is === 'refused') return { is: 'refused', why: outcome.why };
	if (outcome?.is === 'held') return { is: 'held', until: outcome.until };
	if (state === 'acknowledged') return { is: 'kept' };
	return state === 'sending' ? { is: 'sending' } : { is: 'waiting', leavesAt };
}
