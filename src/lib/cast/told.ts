import { and, desc, inArray, isNull, lte } from 'drizzle-orm';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import type { Told } from '$lib/domain/telling/kinds';
import { jobs, notices } from '$lib/server/database/schema';
import type { House } from '$lib/server/house';
import { change } from '$lib/server/spaces';
import { markSeen } from '$lib/server/telling/tell';

/** What stays to be seen until somebody has done something about it. */
const WAITS: readonly Told[] = ['waiting', 'late', 'desk_late'];
/** News older than this has been looked at. */
const FRESH = 2 * DAY;

/**
 * The cast has looked at what they were told of, but for what waits for them and the newest thing; and of what was to
 * be planned in their past, nothing is left to do. Done again, it changes nothing.
 * @param madeAt when the demo was made: what has happened since is left alone
 */
export async function lookAtOldNews(house: House, madeAt: Instant): Promise<void> {
	await change({ ...house, now: () => madeAt }, null, async (making) => {
		const told = await making.tx
			.select()
			.from(notices)
			.where(lte(notices.at, madeAt))
			.orderBy(desc(notices.at), desc(notices.id));
		const newest = new Map<string, string>();
		for (const { personId, id, kind } of told)
			if (!WAITS.includes(kind) && !newest.has(personId)) newest.set(personId, id);
		const isOld = ({ id, personId, kind, at }: (typeof told)[number]) =>
			!WAITS.includes(kind) && (newest.get(personId) !== id || at < madeAt - FRESH);
		await markSeen(
			making,
			told.filter((one) => one.seenAt === null && isOld(one))
		);
		const past = and(inArray(jobs.kind, ['plan', 'path']), isNull(jobs.doneAt), lte(jobs.runAt, madeAt));
		await making.tx.delete(jobs).where(past);
	});
}
