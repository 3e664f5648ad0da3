import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { withNews, type WithNews } from '../whats-new';
import { checkIns, looks, messages, seen } from '../database/schema';
import type { House } from '../house';
import { unsealLine, unsealMessage, unsealReason } from '../sealed-rows';

type Said = Pick<SyncedRows, 'checkIns' | 'messages' | 'seen' | 'looks'>;

/** What two people said to one another, how far it was read, and who else looked: as phones keep it. */
export async function whatWasSaid(house: House, shared: WithNews[], own: WithNews[]): Promise<Said> {
	return {
		checkIns: await checkInRows(house, withNews(shared, 'checkIns')),
		messages: await messageRows(house, withNews([...shared, ...own], 'messages')),
		seen: await seenRows(house, withNews(shared, 'seen')),
		looks: await lookRows(house, withNews(own, 'looks'))
	};
}

async function checkInRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['checkIns']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(checkIns).where(changed(checkIns, behind));
	return rows.map(({ revision: _, ...row }) => ({ ...row, line: unsealLine(secrets, row) }));
}

async function messageRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['messages']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(messages).where(changed(messages, behind));
	return rows.map(({ revision: _, ...row }) => ({ ...row, body: unsealMessage(secrets, row) }));
}

async function seenRows({ store }: House, behind: Behind[]): Promise<SyncedRows['seen']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(seen).where(changed(seen, behind));
	return rows.map(({ revision: _, ...row }) => row);
}

async function lookRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['looks']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(looks).where(changed(looks, behind));
	return rows.map(({ revision: _, byId: __, ...row }) => ({ ...row, reason: unsealReason(secrets, row) }));
}
