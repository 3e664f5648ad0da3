import type { CheckIn } from '../check-ins/check-in';
import type { Instant } from '../clock/zones';
import { inForce, type AgreedHours } from '../pairings/agreement';
import type { Pairing } from '../pairings/pairing';
import { hearBy, readFrom } from '../pairings/reading-hours';
import type { Message } from './message';

/** Something the young person sent and has had no answer to. */
export interface Waiting {
	kind: 'check_in' | 'message';
	id: string;
	receivedAt: Instant;
}

type WaitingPairing = Pick<Pairing, 'id' | 'spaceId' | 'youngId' | 'mentorId'>;
type WaitingCheckIn = Pick<CheckIn, 'id' | 'pairingId' | 'hope' | 'receivedAt'>;
type WaitingMessage = Pick<Message, 'id' | 'spaceId' | 'pairingId' | 'authorId' | 'receivedAt' | 'sentAt'>;

/**
 * What the young person of `pairing` is waiting on, oldest first.
 * Anything the mentor sent later answers it, a tap included; what is still held has answered nobody.
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
		.filter((message) => message.authorId === pairing.mentorId)
		.reduce((latest, message) => Math.max(latest, message.sentAt), -Infinity);

	const asked = checkIns.filter(
		(checkIn) => checkIn.pairingId === pairing.id && checkIn.hope !== 'just_telling'
	);
	const written = theirs.filter((message) => message.authorId === pairing.youngId);
	return [...asked.map(waitingAs('check_in')), ...written.map(waitingAs('message'))]
		.filter((waiting) => waiting.receivedAt >= answeredAt)
		.sort((a, b) => a.receivedAt - b.receivedAt);
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

/** The promise for what arrived at `receivedAt`, or undefined where no hours were agreed then. */
export function promiseFor(receivedAt: Instant, agreements: readonly AgreedHours[]): Promised | undefined {
	const agreement = inForce(agreements, receivedAt);
	const reads = agreement && readFrom(agreement, receivedAt);
	const hears = agreement && hearBy(agreement, receivedAt);
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
