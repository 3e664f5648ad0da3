import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { hold, refuse, send, type Reason, type Verdict } from '../entries/verdict';
import { inForce, type AgreedHours } from '../pairings/agreement';
import type { Pairing, Side } from '../pairings/pairing';
import { nextOpening } from '../pairings/reading-hours';
import { isOn } from '../programmes/features';
import type { Plan } from '../programmes/plan';
import { contactDetails } from './contact-details';
import { clean, MOST_CHARACTERS } from './text';

/** One message as it stands in a pairing's space or, while it is held, in its author's own. */
export interface Message {
	id: string;
	spaceId: string;
	pairingId: string;
	authorId: string;
	body: string;
	/** Set when a mentor answers a check-in with one tap. The body is then empty. */
	tap: AnswerTap | null;
	/** The check-in this answers, if it answers one. */
	checkInId: string | null;
	writtenAt: Instant;
	receivedAt: Instant;
	/** When it reached the other side: `receivedAt`, or later if it was held. Orders the thread. */
	sentAt: Instant;
	heldUntil: Instant | null;
	/** Why it did not go when its hour came. Absent in rows from before there was such a thing. */
	notSentWhy?: Reason | null;
	/** When its author said "I didn't mean that". The words stay. */
	notMeantAt: Instant | null;
	/** The phone that wrote it was ahead of time. */
	clockAhead: boolean;
}

/** One-tap answers to a check-in: words, not pictures, because they stand for a person's attention. */
export const ANSWER_TAPS = ['thank_you', 'well_done', 'thinking_of_you', 'talk_when_we_meet'] as const;
export type AnswerTap = (typeof ANSWER_TAPS)[number];

export const MessageBody = v.object({
	pairingId: Id,
	body: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)),
	tap: v.optional(v.nullable(v.picklist(ANSWER_TAPS)), null),
	checkInId: v.optional(v.nullable(Id), null)
});
export type MessageBody = v.InferOutput<typeof MessageBody>;

/** What the rule needs to know. `side` is undefined for anybody outside the pairing. */
export interface MessageFacts {
	pairing: Pick<Pairing, 'state'> | undefined;
	side: Side | undefined;
	agreements: readonly AgreedHours[];
	/** For whoever stands in: until when. */
	coversUntil?: Instant | undefined;
	/** What the pairing goes by. */
	plan?: Pick<Plan, 'features'> | undefined;
}

/**
 * Whether a message goes now, waits, or cannot go.
 * A young person's is accepted at any hour; a mentor's waits for the agreed hours and may hold no contact details.
 * Whoever stands in writes as the mentor does; what would wait beyond their days does not go at all.
 * Source: product.md, "Check-ins and messages, inside what was agreed".
 */
export function mayMessage(facts: MessageFacts, message: MessageBody, now: Instant): Verdict {
	if (!facts.pairing || !facts.side) return refuse('not_found');
	if (message.body.length === 0 && !message.tap) return refuse('nothing_written');
	if (message.body.length > MOST_CHARACTERS) return refuse('too_long');
	if (facts.pairing.state === 'ended') return refuse('pairing_ended');
	// How somebody is gets an answer, whether or not there are messages beside it.
	const answers = facts.side !== 'young' && message.checkInId !== null && isOn(facts.plan, 'check_ins');
	if (!answers && !isOn(facts.plan, 'messages')) return refuse('not_in_programme');
	if (facts.side === 'young') return message.tap ? refuse('not_yours_to_do') : send;
	if (facts.pairing.state === 'paused') return refuse('pairing_paused');
	if (contactDetails(message.body).length > 0) return refuse('contact_details');
	const agreement = inForce(facts.agreements, now);
	const opening = agreement && nextOpening(agreement, now);
	if (!opening) return refuse('no_hours_agreed');
	if (opening.opens <= now) return send;
	const over = facts.side === 'cover' && opening.opens >= (facts.coversUntil ?? Infinity);
	return over ? refuse('cover_over') : hold(opening.opens, 'outside_hours');
}

export const NotMeantBody = v.object({ messageId: Id });
export type NotMeantBody = v.InferOutput<typeof NotMeantBody>;

/** Whether a person may mark a message "I didn't mean that": their own only, and again changes nothing. */
export function mayMarkNotMeant(message: Pick<Message, 'authorId'> | undefined, personId: string): Verdict {
	if (!message) return refuse('not_found');
	return message.authorId === personId ? send : refuse('not_yours_to_do');
}
