import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { jobs } from '$lib/server/database/schema';
import type { House } from '$lib/server/house';
import type { JobBodies } from '$lib/server/jobs/enqueue';
import { lookAtWait } from '$lib/server/telling/late';

/** Takes the steps that late answers of the history had come to by `madeAt`, each at its own time. */
export async function lateByThen(house: House, madeAt: Instant): Promise<void> {
	const past = await house.store.read
		.select()
		.from(jobs)
		.where(and(eq(jobs.kind, 'late'), isNull(jobs.doneAt), lte(jobs.runAt, madeAt)));
	for (const { id, body, runAt } of past) {
		let next: Instant | undefined = runAt;
		while (next !== undefined && next <= madeAt) {
			const then: Instant = next;
			const done = await lookAtWait({ ...house, now: () => then }, body as unknown as JobBodies['late']);
			next = done?.again;
		}
		await house.store.transaction((tx) =>
			tx
				.update(jobs)
				.set(next === undefined ? { doneAt: madeAt } : { runAt: next })
				.where(eq(jobs.id, id))
		);
	}
}
