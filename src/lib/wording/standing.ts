import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { CheckIn } from '../domain/check-ins/check-in';
import type { Message } from '../domain/messages/message';
import { perhapsSeenBy } from '../domain/messages/seen';
import { isLate, promiseFor, unanswered } from '../domain/messages/waiting';
import { inForce, type AgreedHours } from '../domain/pairings/agreement';
import { isExpected, type Pairing, type Side } from '../domain/pairings/pairing';
import { readerAt, type AwayLike } from './away';
import { sayDeadline, sayMoment } from './dates';
import { m } from './messages';
import { sayReason } from './reasons';

/** How far something of mine has come. `kept` is safe on the server, its row on the way. */
export type Coming =
	| { is: 'waiting'; leavesAt: Instant }
	| { is: 'sending' }
	| { is: 'kept' }
	| { is: 'held'; until: Instant }
	| { is: 'refused'; why: Reason }
	| { is: 'sent' };

/** What the small line under something of mine is said from. */
export interface Around {
	side: Side;
	/** The first name of the other one. */
	other: string;
	/** The first names of both. */
	young?: string;
	mentor?: string;
	now: Instant;
	/** The zone in which the two of them live. */
	zone: string;
	/** False when the server did not answer when last asked. */
	signal: boolean | undefined;
	agreements: readonly AgreedHours[];
	/** Everything up to here has been on the mentor's screen. */
	seenUpTo: Instant | undefined;
	/** When a pause last ended: whoever waited during it waits from then. */
	goneOnAt?: Instant;
	/** The mentor's days away. */
	aways?: readonly AwayLike[];
	/** The ids of what the young person has had no answer to. */
	unanswered: ReadonlySet<string>;
}

/** What two people's thread is drawn from, as the phone keeps it. */
export interface Talk {
	pairing: Pairing;
	side: Side;
	agreements: readonly AgreedHours[];
	checkIns: readonly CheckIn[];
	messages: readonly Message[];
	seenUpTo: Instant | undefined;
	goneOnAt?: Instant;
	aways?: readonly AwayLike[];
}

/** What the small lines of a thread are said from. */
export function aroundTalk(talk: Talk, now: Instant, signal: boolean | undefined): Around {
	const { pairing, side, seenUpTo } = talk;
	// What is paused or has ended promises nothing.
	const over = !isExpected(pairing);
	const waiting = over ? [] : unanswered(talk.checkIns, talk.messages, pairing);
	return {
		side,
		other: side === 'young' ? pairing.mentorName : pairing.youngName,
		young: pairing.youngName,
		mentor: pairing.mentorName,
		now,
		zone: zoneOf(talk.agreements, now),
		signal,
		agreements: over ? [] : talk.agreements,
		seenUpTo,
		goneOnAt: talk.goneOnAt ?? 0,
		aways: talk.aways ?? [],
		unanswered: new Set(waiting.map(({ id }) => id))
	};
}

/** The zone in which the two of them live: that of their hours, else this phone's own. */
export function zoneOf(agreements: readonly AgreedHours[], now: Instant): string {
	const agreement = inForce(agreements, now) ?? agreements[0];
	return agreement?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What happens next with something of mine, with a day and a time; nothing where nothing is left to say. */
export function sayComing(
	item: { id: string; at: Instant; standing: Coming },
	around: Around
): string | undefined {
	const { standing } = item;
	switch (standing.is) {
		case 'waiting':
			return around.signal === false ? m.standing_here() : m.standing_leaves();
		case 'sending':
			return m.standing_sending();
		case 'held':
			return m.standing_held({ when: sayDeadline(standing.until, around.now, around.zone) });
		case 'refused':
			return m.standing_refused({ why: sayReason(standing.why) });
		case 'kept':
		case 'sent':
			// A young person's reading is nobody's business, so the mentor is told nothing of it.
			return around.side === 'young' ? sayReading(item, around) : undefined;
	}
}

/** Seen, promised or late: what the young person was told, held against what happened. */
function sayReading({ id, at }: { id: string; at: Instant }, around: Around): string | undefined {
	const { other: mentor, now, zone, agreements, aways = [], seenUpTo, unanswered } = around;
	const promise = promiseFor(Math.max(at, around.goneOnAt ?? 0), agreements, aways);
	const waits = unanswered.has(id);
	if (promise && waits && isLate(promise.hearBy, now))
		return m.standing_late({ name: readerAt(aways, promise.hearBy - 1, mentor) });
	if (seenUpTo !== undefined && seenUpTo >= at) {
		const other = perhapsSeenBy(aways, { at, upTo: seenUpTo }, now)?.coverName;
		return other
			? m.standing_seen_by_one_of({ name: mentor, cover: other })
			: m.standing_seen({ name: mentor });
	}
	if (promise && promise.readFrom > now) {
		const name = readerAt(aways, promise.readFrom, mentor);
		return m.standing_read_from({ name, when: sayMoment(promise.readFrom, now, zone) });
	}
	if (promise && waits) return m.standing_hear_by({ when: sayDeadline(promise.hearBy, now, zone) });
	return m.standing_sent();
}
