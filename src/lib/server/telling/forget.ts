import { lt } from 'drizzle-orm';
import { DAY } from '$lib/domain/clock/zones';
import { KEPT_DAYS } from '$lib/domain/telling/notice';
import { notices } from '../database/schema';
import type { House } from '../house';

/**
 * Forgets what people were told of long ago. Phones need not hear of it: they show no such notice by then, and one
 * that begins afresh gets what is left.
 */
export async function forgetNotices({ store, now }: House): Promise<void> {
	await store.transaction(async (tx) => {
		await tx.delete(notices).where(lt(notices.at, now() - KEPT_DAYS * DAY));
	});
}
