import type { CheckIn } from '../domain/check-ins/check-in';
import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { Message } from '../domain/messages/message';
import type { SyncedRows } from '../domain/entries/synced';
import { sideOf, type Pairing, type Side } from '../domain/pairings/pairing';
import type { Plan } from '../domain/programmes/plan';
import { withAways, type AwayNow } from './aways';
import type { PersonDatabase } from './database';
import { proposalFacts } from './facts';
import type { AgreementFacts } from './laid-agreements';
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
	/** Whose side of it wrote this. */
	by: Side;
	/** Who stood in, where it was neither of the two: a first name, or nothing where it is not known any more. */
	standIn?: string | undefined;
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
	agreements: SyncedRows['agreements'];
	items: Item[];
	/** The synced rows, for the rules that look at them. */
	checkIns: CheckIn[];
	messages: Message[];
	/** Everything up to here has been on the mentor's screen. */
	seenUpTo: Instant | undefined;
	/** When a pause last ended, or 0. */
	goneOnAt: Instant;
	/** When the mentor was, is or will be away, and who stands in. */
	aways: AwayNow[];
	/** For whoever stands in: until when. */
	coversUntil: Instant | undefined;
	/** What the pairing goes by, as far as this phone knows. */
	plan: Plan | undefined;
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
		proposalFacts(rows, pairingId, now),
		rows.checkIns
			.where('[pairingId+receivedAt]')
			.between([pairingId, since], [pairingId, Infinity])
			.toArray(),
		rows.messages.where('[pairingId+sentAt]').between([pairingId, since], [pairingId, Infinity]).toArray(),
		rows.seen.get(pairingId),
		pending,
		goneOnAt(rows, pairingId)
	]);
	const { pairing, side, programme, coversUntil } = facts;
	if (!pairing || !side) return undefined;
	const agreements = await agreedBy(facts, waiting, rows.personId);

	const notMeant = new Set(
		waiting.flatMap((one) => (one.kind === 'message-not-meant' ? [one.body.messageId] : []))
	);
	const here = new Set([...checkIns, ...messages].map((row) => row.id));
	const programmes = programme ? [programme] : [];
	const me = rows.personId;
	const aways = withAways(facts.aways, { pairings: [pairing], agreements, programmes, me }, waiting);
	const from = writers(pairing, rows.personId, aways);
	const items = [
		...checkIns.map((row) => ofCheckIn(row, from)),
		...messages.map((row) => ofMessage(row, from, notMeant.has(row.id))),
		...waiting
			.filter((one) => !here.has(one.id))
			.flatMap((one) => ofPending(one, pairingId, { mine: true, by: side }))
	].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	return {
		pairing: withPartings(pairing, waiting),
		side,
		agreements,
		items,
		checkIns,
		messages,
		seenUpTo: seen?.upTo,
		goneOnAt: goneOn,
		aways,
		coversUntil,
		plan: facts.plan
	};
}

/** The rules about agreements are only fetched where something was said that waits: Home opens without them. */
export async function agreedBy(
	facts: AgreementFacts,
	waiting: readonly Pending[],
	personId: string
): Promise<SyncedRows['agreements']> {
	if (!waiting.some(({ kind }) => kind.startsWith('agreement-'))) return facts.agreements;
	const { withAgreed } = await import('./laid-agreements');
	return withAgreed(facts, waiting, personId);
}

type From = Pick<Shown, 'mine' | 'by' | 'standIn'>;

/** Whose side an author is on, and their name where it is neither of the two. */
function writers(pairing: Pairing, me: string, aways: readonly AwayNow[]): (authorId: string) => From {
	return (authorId) => {
		const mine = authorId === me;
		const own = sideOf(pairing, authorId);
		if (own) return { mine, by: own };
		const stoodIn = aways.find(({ coverId }) => coverId === authorId)?.coverName;
		const offered = pairing.coverOfferId === authorId ? pairing.coverOfferName : undefined;
		return { mine, by: 'cover', standIn: stoodIn ?? offered ?? undefined };
	};
}

function ofCheckIn(row: CheckIn, from: (authorId: string) => From): Item {
	const { id, feeling, line, hope } = row;
	const shown = { id, ...from(row.authorId), at: row.receivedAt, standing: { is: 'sent' } as const };
	return { ...shown, kind: 'check-in', checkIn: { feeling, line, hope } };
}

function ofMessage(row: Message, from: (authorId: string) => From, notMeantNow: boolean): Item {
	const { id, body, tap, checkInId } = row;
	const standing = standingOfKept(row);
	const notMeantAt = row.notMeantAt ?? (notMeantNow ? row.sentAt : null);
	const shown = { id, ...from(row.authorId), at: row.sentAt, standing };
	return { ...shown, kind: 'message', message: { body, tap, checkInId, notMeantAt } };
}

function standingOfKept({ heldUntil, notSentWhy }: Message): Standing {
	if (notSentWhy) return { is: 'refused', why: notSentWhy };
	return heldUntil ? { is: 'held', until: heldUntil } : { is: 'sent' };
}

function ofPending(one: Pending, pairingId: string, from: From): Item[] {
	const shown = { id: one.id, ...from, at: one.writtenAt, standing: standingOf(one) };
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
