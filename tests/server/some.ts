import type { Transaction } from '../../src/lib/server/database/store';
import * as schema from '../../src/lib/server/database/schema';

let made = 0;
/** An id that nothing else in this process has. */
export const newId = () => `id-${String(++made).padStart(6, '0')}`;

/** Puts a space where rows can hang. */
export async function someSpace(tx: Transaction): Promise<string> {
	const id = newId();
	await tx.insert(schema.spaces).values({ id, kind: 'person' });
	return id;
}

/** Puts a person, with what a test cares about. */
export async function somePerson(
	tx: Transaction,
	wanted: Partial<typeof schema.people.$inferInsert> = {}
): Promise<string> {
	const id = wanted.id ?? newId();
	await tx.insert(schema.people).values({ firstName: 'Ada', createdAt: 0, ...wanted, id });
	return id;
}

/** Puts a line of the audit. */
export async function someLine(tx: Transaction): Promise<string> {
	const [id, spaceId] = [newId(), await someSpace(tx)];
	const line = { revision: 1, position: 0, at: 0, action: 'looked', subjectId: id, seal: '' };
	await tx.insert(schema.audit).values({ id, spaceId, ...line });
	return id;
}
