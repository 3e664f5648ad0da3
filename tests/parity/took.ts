import type { PersonDatabase } from '../../src/lib/device/database';
import { SYNCED_TABLES, type SyncAnswer } from '../../src/lib/domain/entries/synced';

/** Puts what a sync brought into a phone's database, in one go. */
export async function took(rows: PersonDatabase, { rows: brought }: SyncAnswer): Promise<void> {
	const names = SYNCED_TABLES.filter((name) => brought[name]);
	if (names.length === 0) return;
	await rows.transaction('rw', names, async () => {
		await Promise.all(names.map((name) => rows.table(name).bulkPut(brought[name] ?? [])));
	});
}
