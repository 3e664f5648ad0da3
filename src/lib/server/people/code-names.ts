import { eq } from 'drizzle-orm';
import { people } from '../database/schema';
import type { Reading } from '../database/store';
import { newCodeName } from './phrases';

/** Whether somebody is known by this code name already. */
export async function isTaken(read: Pick<Reading, 'select'>, codeName: string): Promise<boolean> {
	const rows = await read.select({ id: people.id }).from(people).where(eq(people.codeName, codeName));
	return rows.length > 0;
}

/** A code name that nobody has now. Not kept for anyone until someone joins with it. */
export async function freeCodeName(read: Pick<Reading, 'select'>): Promise<string> {
	for (;;) {
		const codeName = newCodeName();
		if (!(await isTaken(read, codeName))) return codeName;
	}
}
