import { asc, inArray } from 'drizzle-orm';
import { programmes } from '../database/schema';
import type { Reading } from '../database/store';

/** What these programmes are called on a phone, the oldest first. */
export async function appNamesOf(
	read: Pick<Reading, 'select'>,
	ids: readonly string[]
): Promise<{ id: string; appName: string }[]> {
	if (ids.length === 0) return [];
	return read
		.select({ id: programmes.id, appName: programmes.appName })
		.from(programmes)
		.where(inArray(programmes.id, [...new Set(ids)]))
		.orderBy(asc(programmes.createdAt), asc(programmes.id));
}
