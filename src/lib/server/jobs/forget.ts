import { inArray, lt } from 'drizzle-orm';
import { DAY } from '$lib/domain/clock/zones';
import { jobs } from '../database/schema';
import type { House } from '../house';

/** How long what was done stays written down; what was given up stays. */
const KEPT = 30 * DAY;
const AT_ONCE = 1_000;

/** Forgets what was done long ago. @returns how many jobs that were */
export async function forgetDone({ store, now }: House): Promise<number> {
	const old = store.read
		.select({ id: jobs.id })
		.from(jobs)
		.where(lt(jobs.doneAt, now() - KEPT))
		.limit(AT_ONCE);
	const ids = (await old).map(({ id }) => id);
	if (ids.length > 0) await store.transaction((tx) => tx.delete(jobs).where(inArray(jobs.id, ids)));
	return ids.length;
}
