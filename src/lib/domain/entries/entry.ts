import * as v from 'valibot';
import { LAST_INSTANT, MINUTE, type Instant } from '../clock/zones';
import type { Reason } from './verdict';

/** Ids are made on the phone, so they are checked for shape and length and never trusted for anything else. */
export const Id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{8,64}$/));

/**
 * A moment as a phone tells it, in whole milliseconds. A fraction or an absurd future is brought within what can be
 * kept, never refused: a clock is not its owner's fault.
 */
export const Moment = v.pipe(
	v.number(),
	v.finite(),
	v.minValue(0),
	v.transform((at) => Math.min(Math.floor(at), LAST_INSTANT))
);

/** One change by a phone. `id` is made there, once; `writtenAt` is that phone's clock. */
export const Entry = v.object({
	id: Id,
	kind: v.pipe(v.string(), v.maxLength(40)),
	body: v.unknown(),
	writtenAt: Moment
});
export type Entry = v.InferOutput<typeof Entry>;

/** What a phone posts: whose entries these are, and at most `MOST_ENTRIES` of them in the order they were written. */
export const MOST_ENTRIES = 200;
export const Posting = v.object({
	person: Id,
	entries: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_ENTRIES))
});

/** What became of an entry. `failed` is our fault and worth another try; every other answer is final. */
export type Outcome =
	| { id: string; is: 'sent'; at: Instant }
	| { id: string; is: 'held'; at: Instant; until: Instant; why: Reason }
	| { id: string; is: 'refused'; at: Instant; why: Reason }
	| { id: string; is: 'failed' };

/** A phone clock may run ahead by this much before what it wrote is marked. */
export const CLOCK_TOLERANCE = 5 * MINUTE;

/** Whether a phone's clock was ahead when it wrote this. Such an entry is kept and marked, never refused. */
export function fromTheFuture(writtenAt: Instant, receivedAt: Instant): boolean {
	return writtenAt > receivedAt + CLOCK_TOLERANCE;
}
