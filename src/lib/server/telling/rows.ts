import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { notices, tellChoices } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { withNews, type WithNews } from '../whats-new';

/** What somebody was told of and how they want to be told, as phones keep it. */
export async function whatTheyAreTold(
	{ store: { read } }: House,
	own: WithNews[]
): Promise<Pick<SyncedRows, 'notices' | 'tellChoices'>> {
	return {
		notices: await noticeRows(read, withNews(own, 'notices')),
		tellChoices: await choiceRows(read, withNews(own, 'tellChoices'))
	};
}

async function noticeRows(read: Reading, behind: Behind[]): Promise<SyncedRows['notices']> {
	if (behind.length === 0) return [];
	const rows = await read.select().from(notices).where(changed(notices, behind));
	return rows.map(({ revision: _, personId: __, ...row }) => row);
}

async function choiceRows(read: Reading, behind: Behind[]): Promise<SyncedRows['tellChoices']> {
	if (behind.length === 0) return [];
	const rows = await read.select().from(tellChoices).where(changed(tellChoices, behind));
	return rows.map(({ revision: _, ...row }) => row);
}
