import { MINUTE } from '$lib/domain/clock/zones';
import type { House } from '../house';
import { failed, finish, putOff, type Claimed } from './claim';
import { GiveUp, NotBefore, type Handler } from './done';
import { JOBS } from './kinds';

/** A handler that takes longer has hung. */
const LONGEST = MINUTE;

/** Does a claimed job and writes down how it went. @throws only when that can't be written: then the lease runs out */
export async function doOne(house: House, job: Claimed): Promise<void> {
	const handler = JOBS[job.kind] as Handler;
	try {
		const running = { id: job.id, attempts: job.attempts };
		const done = await within(LONGEST, handler(house, job.body as Parameters<Handler>[1], running));
		return done ? await putOff(house, job, done.again) : await finish(house, job);
	} catch (error) {
		const how = howItFailed(error);
		const dead = await failed(house, job, how);
		const about = { job: job.id, kind: job.kind, attempts: job.attempts, why: how.why };
		if (dead) house.log.error({ ...about, err: error }, 'job given up');
		else house.log.warn({ ...about, err: error }, 'job failed, to be tried again');
	}
}

/** In our own words: what an error says may quote what somebody wrote. */
function howItFailed(error: unknown) {
	if (error instanceof GiveUp) return { why: error.reason, never: true };
	if (error instanceof NotBefore) return { why: error.reason, notBefore: error.at };
	return { why: error instanceof TooLong ? 'took_too_long' : 'failed' };
}

class TooLong extends Error {}

async function within<R>(ms: number, work: Promise<R>): Promise<R> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TooLong()), ms);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}
