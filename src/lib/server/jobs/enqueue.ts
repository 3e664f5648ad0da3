import { v7 as uuid } from 'uuid';
import type { Day, Instant } from '$lib/domain/clock/zones';
import { jobs } from '../database/schema';
import type { Change } from '../spaces';

/** Every kind of job, and what it needs to know: ids only, for facts are read afresh when it runs. */
export interface JobBodies {
	/** Lets a held message go. */
	release: { messageId: string };
	/** Works out what a pairing's people are to be reminded of, up to the next time it does so. */
	plan: { pairingId: string };
	/** A meeting comes near, if it is still then; `at` is when people are to be reminded of it. */
	remind: {
		pairingId: string;
		meetingId: string;
		starts: Instant;
		kind: 'meeting_tomorrow' | 'meeting_soon';
		at: Instant;
	};
	/** Something with a day of its own comes near: a review, an ending, a promise on a goal. */
	day: { pairingId: string; kind: 'review' | 'ending' | 'promise_due'; subjectId: string; at: Instant };
	/** Looks whether what a young person has been waiting for since then is late. */
	late: { pairingId: string; since: Instant };
	/** A pairing takes the step that its path has for a day. */
	path: { pairingId: string; day: Day };
	/** Shows what the two wrote to each other for the end, if this is still the last day. */
	goodbyes: { pairingId: string };
	/** Wakes one browser, if there is still something its person has not seen. */
	push: { subscriptionId: string; personId: string };
	/** Nudges one adult by e-mail, if there is still something they have not seen. */
	mail: { personId: string };
	/** A circle's last day is over, if it still is that day. */
	circle: { circleId: string; endsOn: string };
}
export type JobKind = keyof JobBodies;

export interface NewJob<Kind extends JobKind = JobKind> {
	kind: Kind;
	body: JobBodies[Kind];
	/** What makes it the same job: a second with this key is not written, whether the first is done or not. */
	dedupe: string;
	runAt: Instant;
}

/** Writes down something to do, in the transaction of its cause: it will be done if and only if the cause happened. */
export async function enqueue<Kind extends JobKind>(
	change: Pick<Change, 'tx' | 'now'> & Partial<Pick<Change, 'nextJobAt'>>,
	{ kind, body, dedupe, runAt }: NewJob<Kind>
): Promise<void> {
	change.nextJobAt = Math.min(change.nextJobAt ?? Infinity, runAt);
	await change.tx
		.insert(jobs)
		.values({ id: uuid(), kind, body: { ...body }, dedupe, runAt, createdAt: change.now })
		.onConflictDoNothing({ target: jobs.dedupe });
}
