import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { notices, tellChoices } from '../database/schema';
import type { House } from '../house';

/** What somebody was told of and how they want to be told, as phones keep it. */
export async function whatTheyAreTold(
	{ store: { read } }: House,
	own: Behind[]
): Promise<Pick<SyncedRows, 'notices' | 'tellChoices'>> {
	if (own.length === 0) return { notices: [], tellChoices: [] };
	const told = await read.select().from(notices).where(changed(notices, own));
	const choices = await read.select().from(tellChoices).where(changed(tellChoices, own));
	return {
		notices: told.map(({ revision: _, personId: __, ...row }) => row),
		tellChoices: choices.map(({ revision: _, ...row }) => row)
	};
}
