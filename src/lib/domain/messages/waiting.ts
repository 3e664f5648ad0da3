import type { CheckIn } from '../check-ins/check-in';
import type { Instant } from '../clock/zones';
import { inForce, type AgreedHours } from '../pairings/agreement';
import { unreadStretches, type AwayTimes } from '../pairings/away';
import type { Pairing } from '../pairings/pairing';
import { hearBy, readFrom } from '../pairings/reading-hours';
import type { Message } from './message';

/** Something the young person sent and has had no answer to. */
export interface Waiting {
	kind: 'check_in' | 'message';
	id: string;
	receivedAt: Instant;
}

type WaitingPairing = Pick<Pairing, 'id' | 'spaceId' | 'youngId'>;
type WaitingCheckIn = Pick<CheckIn, 'id' | 'pairingId' | 'hope' | 'receivedAt'>;
type WaitingMessage = Pick<Message, 'id' | 'spaceId' | 'pairingId' | 'authorId' | 'receivedAt' | 'sentAt'>;

/**
 * What the young person of `pairing` is waiting on, oldest first.
 * Anything the mentor or whoever stands in for them sent later answers it, a tap included; what is still held has
 * answered nobody.
 * Rows of other pairings may be among those given.
 */
export function unanswered(
	checkIns: readonly WaitingCheckIn[],
	messages: readonly WaitingMessage[],
	pairing: WaitingPairing
): Waiting[] {
	// A held message is in its author's own space until it goes.
	const theirs = messages.filter(
		(message) => message.pairingId === pairing.id && message.spaceId === pairing.spaceId
	);
	const answeredAt = theirs
		.filter((message) => isAnswer(message, pairing))
		.reduce((latest, message) => Math.max(latest, message.sentAt), -Infinity);

	const asked = checkIns.filter(
		(checkIn) => checkIn.pairingId === pairing.id && checkIn.hope !== 'just_telling'
	);
	const written = theirs.filter((message) => message.authorId === pairing.youngId);
	return [...asked.map(waitingAs('check_in')), ...written.map(waitingAs('message'))]
		.filter((waiting) => waiting.receivedAt >= answeredAt)
		.sort((a, b) => a.receivedAt - b.receivedAt);
}

/** Whether this is something that the young person reads and did not write: two adults at most can write it. */
export function isAnswer(
	{ authorId, spaceId }: Pick<Message, 'authorId' | 'spaceId'>,
	pairing: Pick<Pairing, 'youngId' | 'spaceId'>
): boolean {
	return authorId !== pairing.youngId && spaceId === pairing.spaceId;
}

/** When the oldest thing the young person waits on arrived, or null when all is answered. */
export function waitingSince(
	checkIns: readonly WaitingCheckIn[],
	messages: readonly WaitingMessage[],
	pairing: WaitingPairing
): Instant | null {
	return unanswered(checkIns, messages, pairing)[0]?.receivedAt ?? null;
}

/** What was promised for something that arrived at a certain moment, by the agreement of that moment. */
export interface Promised {
	readFrom: Instant;
	hearBy: Instant;
	agreement: AgreedHours;
}

/**
 * The promise for what arrived at `receivedAt`, or undefined where no hours were agreed then.
 * @param aways the mentor's days away: where nobody stands in, nobody reads on them
 */
export function promiseFor(
	receivedAt: Instant,
	agreements: readonly AgreedHours[],
	aways: readonly AwayTimes[] = []
): Promised | undefined {
	const agreement = inForce(agreements, receivedAt);
	const unread = unreadStretches(aways);
	const reads = agreement && readFrom(agreement, receivedAt, unread);
	const hears = agreement && hearBy(agreement, receivedAt, unread);
	if (!agreement || reads === undefined || hears === undefined) return undefined;
	return { readFrom: reads, hearBy: hears, agreement };
}

/** Whether a promise is broken: late begins after the promised moment, not at it. */
export function isLate(promised: Instant, now: Instant): boolean {
	return now > promised;
}

function waitingAs(kind: Waiting['kind']) {
	return ({ id, receivedAt }: { id: string; receivedAt: Instant }): Waiting => ({ kind, id, receivedAt });
}
