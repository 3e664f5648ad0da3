import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { readers } from './database/schema';

/** The condition under which a reader row counts at `now`. */
export function withinReach(now: Instant | SQL<Instant>) {
	return and(lte(readers.since, now), or(isNull(readers.until), gt(readers.until, now)));
}
