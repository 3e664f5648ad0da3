import { inArray } from 'drizzle-orm';
import { people } from '../database/schema';
import type { Reading } from '../database/store';

/** First names by person id. */
export async function namesOf(read: Pick<Reading, 'select'>, ids: string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await read
		.select({ id: people.id, firstName: people.firstName })
		.from(people)
		.where(inArray(people.id, [...new Set(ids)]));
	return new Map(rows.map((row) => [row.id, row.firstName]));
}
