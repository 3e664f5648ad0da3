import { and, eq, gt, lte, or, sql, type Column, type SQL } from 'drizzle-orm';

/** A space of which a phone has read up to `cursor`, and how far the next answer brings it: revisions. */
export type Behind = { id: string; cursor: number; upTo: number };

/** The condition under which a row of these spaces is new to the phone that asks: of no spaces, none is. */
export function changed(
	table: { spaceId: Column; revision: Column },
	behind: readonly Behind[]
): SQL | undefined {
	// An empty list would be no condition at all.
	if (behind.length === 0) return sql`1 = 0`;
	return or(
		...behind.map(({ id, cursor, upTo }) =>
			and(eq(table.spaceId, id), gt(table.revision, cursor), lte(table.revision, upTo))
		)
	);
}
