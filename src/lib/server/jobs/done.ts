import type { Instant } from '$lib/domain/clock/zones';
import type { House } from '../house';
import type { JobBodies, JobKind } from './enqueue';

/** How a job came out well: over, or to be run once more at that time, as if for the first time. */
export type Done = void | { again: Instant };

/** What a handler may know of the job itself. */
export interface Running {
	id: string;
	/** How often it has been tried since it last went well, this time included. */
	attempts: number;
}

/**
 * Does one kind of job. It may be run more than once for one job, even at the same time, so it makes its rows in one
 * change and looks first whether they are there. Whatever it throws, it is tried again a little later.
 */
export type Handler<Kind extends JobKind = JobKind> = (
	house: House,
	body: JobBodies[Kind],
	job: Running
) => Promise<Done>;

/** Thrown by a handler: trying again won't help. */
export class GiveUp extends Error {
	override readonly name = 'GiveUp';

	/** @param reason one of our own words, kept with the job and shown to whoever runs the server */
	constructor(readonly reason: string) {
		super(reason);
	}
}

/** Thrown by a handler: it went wrong, and is not to be tried again before a moment that somebody else named. */
export class NotBefore extends Error {
	override readonly name = 'NotBefore';

	/** @param reason one of our own words */
	constructor(
		readonly reason: string,
		readonly at: Instant
	) {
		super(reason);
	}
}
