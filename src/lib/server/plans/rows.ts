import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { plans } from '../database/schema';
import type { House } from '../house';

/** The versions of a programme's plan that are new to a phone. */
export async function planRows({ store: { read } }: House, behind: Behind[]): Promise<SyncedRows['plans']> {
	if (behind.length === 0) return [];
	const rows = await read.select().from(plans).where(changed(plans, behind));
	return rows.map(({ revision: _, madeById: __, ...row }) => row);
}
