import type { CheckIn } from '../domain/check-ins/check-in';
import type { Instant } from '../domain/clock/zones';
import type { Message } from '../domain/messages/message';
import { isAnswer, promiseFor, unanswered, type Promised, type Waiting } from '../domain/messages/waiting';
import type { SyncedRows } from '../domain/entries/synced';
import { coversUntil } from '../domain/pairings/away';
import { isExpected, type Pairing } from '../domain/pairings/pairing';
import type { Programme } from '../domain/programmes/programme';
import { stepsOf, usualAnswering, waitFrom, type Steps } from '../domain/telling/late';
import { withAways, type AwayNow } from './aways';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { goneOnAt } from './partings';

/** How far an answer has come that the young person cannot read yet. */
export type Answering = { is: 'here' } | { is: 'held'; until: Instant } | { is: 'refused' };

/** One young person, as the mentor's list of replies shows them. */
export interface Reply {
	pairing: Pairing;
	agreements: SyncedRows['agreements'];
	programme: Programme | undefined;
	/** What they wait on, oldest first. */
	waiting: Waiting[];
	/** By when they were told they hear about the oldest. */
	promise: Promised | undefined;
	/** When somebody is reminded of it, and when somebody else looks into it. */
	steps: Steps | undefined;
	/** An answer to it that has not reached them. */
	answering: Answering | undefined;
	/** Their check-ins and messages since the mentor's last answer, and any that can be waiting. */
	checkIns: CheckIn[];
	messages: Message[];
	seenUpTo: Instant | undefined;
	/** The mentor's days away. */
	aways: AwayNow[];
}

/** Somebody whose mentor is away, for whoever reads for them on those days. */
export interface StandIn extends Reply {
	/** When they read no longer. */
	until: Instant;
}

/**
 * Everybody this mentor is paired with and what they wait on, the soonest to be reminded of first; those who wait on nothing last.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function replies(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<Reply[]> {
	const pairings = await rows.pairings.filter((pairing) => pairing.mentorId === rows.personId).toArray();
	return (await repliesOf(rows, pairings, pending)).sort(byPromise);
}

/** Everybody whose mentor they ever stand in for, as far as this phone has them; for the hour see `standingIn`. */
export async function standIns(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<Reply[]> {
	const me = rows.personId;
	const [all, aways] = await Promise.all([rows.pairings.toArray(), rows.aways.toArray()]);
	const covered = new Set(aways.filter(({ coverId }) => coverId === me).map(({ pairingId }) => pairingId));
	const theirs = all.filter((one) => covered.has(one.id) && one.mentorId !== me && one.state !== 'ended');
	return (await repliesOf(rows, theirs, pending)).sort(byPromise);
}

/** Those for whom `me` stands in at `now`, from the minute to the minute, whenever the phone last asked. */
export function standingIn(all: readonly Reply[], me: string, now: Instant): StandIn[] {
	return all.flatMap((one) => {
		const until = coversUntil(one.aways, me, now);
		return until === undefined ? [] : [{ ...one, until }];
	});
}

/** What somebody wrote while standing in that did not go; whom it was to is not on this phone any more. */
export function notSentStandingIn(rows: PersonDatabase): Promise<Message[]> {
	return rows.messages.filter(({ notSentWhy }) => notSentWhy === 'cover_over').toArray();
}

async function repliesOf(
	rows: PersonDatabase,
	pairings: readonly Pairing[],
	pending: Promise<Pending[]>
): Promise<Reply[]> {
	const [found, unsent] = await Promise.all([
		Promise.all(pairings.map((one) => reply(rows, one, pending))),
		pending
	]);
	return found.map((one) => ({ ...one, answering: answering(one, rows.personId, unsent) }));
}

async function reply(rows: PersonDatabase, pairing: Pairing, pending: Promise<Pending[]>): Promise<Reply> {
	const { id } = pairing;
	const [programme, agreements, messages, seen, goneOn, kept, unsent] = await Promise.all([
		rows.programmes.get(pairing.programmeId),
		rows.agreements.where({ pairingId: id }).toArray(),
		sinceLastAnswer(rows, pairing),
		rows.seen.get(id),
		goneOnAt(rows, id),
		rows.aways.where({ pairingId: id }).toArray(),
		pending
	]);
	const programmes = programme ? [programme] : [];
	const aways = withAways(kept, { pairings: [pairing], agreements, programmes, me: rows.personId }, unsent);
	const answeredAt = messages.find((message) => isAnswer(message, pairing))?.sentAt ?? 0;
	const checkIns = await rows.checkIns
		.where('[pairingId+receivedAt]')
		.between([id, answeredAt], [id, Infinity])
		.toArray();
	const waiting = isExpected(pairing) ? unanswered(checkIns, messages, pairing) : [];
	const promise = waiting[0] && promiseFor(Math.max(waiting[0].receivedAt, goneOn), agreements, aways);
	const wait = waitFrom(waiting, checkIns, goneOn);
	const usual = usualAnswering(programme ?? { zone: agreements[0]?.zone ?? 'UTC', agreementLimits: null });
	return {
		pairing,
		agreements,
		programme,
		waiting,
		promise,
		steps: wait && stepsOf(wait, { agreements, aways, usual }),
		answering: undefined,
		checkIns,
		messages,
		seenUpTo: seen?.upTo,
		aways
	};
}

/** Read from the end: a thread of years costs no more than what is new in it. */
function sinceLastAnswer(rows: PersonDatabase, pairing: Pairing): Promise<Message[]> {
	return rows.messages
		.where('[pairingId+sentAt]')
		.between([pairing.id, 0], [pairing.id, Infinity])
		.reverse()
		.until((message) => isAnswer(message, pairing), true)
		.toArray();
}

/**
 * The furthest that any answer has come: one that goes by itself is better news than one that could not.
 * What was written before the newest thing they wait on answers none of it, whenever it arrives.
 */
function answering(
	{ pairing, waiting, messages }: Reply,
	me: string,
	unsent: Pending[]
): Answering | undefined {
	const newest = waiting.at(-1)?.receivedAt;
	if (newest === undefined) return undefined;
	const mine = unsent.filter(
		({ kind, body, writtenAt }) => kind === 'message' && body.pairingId === pairing.id && writtenAt >= newest
	);
	if (mine.some(({ outcome }) => !outcome || outcome.is === 'sent')) return { is: 'here' };
	const held = [
		...messages
			.filter(({ authorId, receivedAt }) => authorId === me && receivedAt >= newest)
			.map((row) => (row.notSentWhy ? null : row.heldUntil)),
		...mine.map(({ outcome }) => (outcome?.is === 'held' ? outcome.until : null))
	].filter((until) => until !== null);
	if (held.length > 0) return { is: 'held', until: Math.min(...held) };
	return mine.length > 0 ? { is: 'refused' } : undefined;
}

function byPromise(one: Reply, other: Reply): number {
	return dueAt(one) - dueAt(other) || (one.pairing.youngName < other.pairing.youngName ? -1 : 1);
}

/** Whatever comes to a reminder first comes first: "Can we talk?" before a message of the same hour. */
function dueAt({ steps }: Reply): Instant {
	return steps ? (steps.nudgeAt ?? steps.lookAt) : Number.MAX_SAFE_INTEGER;
}
