import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { withNews, type WithNews } from '../whats-new';
import { agreements, pairings, series } from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';

type AboutPairings = Pick<SyncedRows, 'pairings' | 'agreements' | 'series'>;

/** All that is new about pairings and what they agreed, as phones keep it. */
export async function aboutPairings(house: House, shared: WithNews[]): Promise<AboutPairings> {
	return {
		pairings: await pairingRows(house, withNews(shared, 'pairings')),
		agreements: await agreementRows(house, withNews(shared, 'agreements')),
		series: await seriesRows(house, withNews(shared, 'series'))
	};
}

async function pairingRows({ store }: House, behind: Behind[]): Promise<SyncedRows['pairings']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(pairings).where(changed(pairings, behind));
	const names = await namesOf(
		store.read,
		rows.flatMap((row) => [row.youngId, row.mentorId, row.coverOfferId ?? [], row.deskSaidBy ?? []].flat())
	);
	return rows.map(({ revision: _, waitingSince: __, deskSaidBy, ...row }) => ({
		...row,
		youngName: names.get(row.youngId) ?? '',
		mentorName: names.get(row.mentorId) ?? '',
		coverOfferName: (row.coverOfferId && names.get(row.coverOfferId)) || null,
		deskSaidByName: (deskSaidBy && names.get(deskSaidBy)) || null
	}));
}

async function agreementRows({ store }: House, behind: Behind[]): Promise<SyncedRows['agreements']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(agreements).where(changed(agreements, behind));
	const names = await namesOf(
		store.read,
		rows.flatMap(({ terms }) => terms.coverId ?? [])
	);
	return rows.map(({ revision: _, ...row }) => ({
		...row,
		coverName: (row.terms.coverId && names.get(row.terms.coverId)) || null
	}));
}

async function seriesRows({ store }: House, behind: Behind[]): Promise<SyncedRows['series']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(series).where(changed(series, behind));
	return rows.map(({ revision: _, ...row }) => row);
}
