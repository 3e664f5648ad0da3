import type { SyncedRows } from '$lib/domain/entries/synced';
import type { MeetingRecord, Move } from '$lib/domain/meetings/meeting';
import { aways, hows, ideas, meetingNotes, meetings, moves } from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { unsealCallOff, unsealIdea, unsealMeetingNote, unsealMoveNote } from '../sealed-rows';
import type { Secrets } from '../secrets';
import { changed, type Behind } from '../behind';
import { withNews, type WithNews } from '../whats-new';

type AboutMeetings = Pick<SyncedRows, 'meetings' | 'moves' | 'ideas' | 'meetingNotes' | 'hows' | 'aways'>;

/** All that is new about meetings, as phones keep it: in the spaces of pairings, and in one's own. */
export async function aboutMeetings(
	house: House,
	shared: WithNews[],
	own: WithNews[]
): Promise<AboutMeetings> {
	return {
		meetings: await meetingRows(house, withNews(shared, 'meetings')),
		moves: await moveRows(house, withNews(shared, 'moves')),
		ideas: await ideaRows(house, withNews(shared, 'ideas')),
		meetingNotes: await noteRows(house, withNews(shared, 'meetingNotes')),
		hows: await howRows(house, withNews(own, 'hows')),
		aways: await awayRows(house, withNews(shared, 'aways'))
	};
}

async function meetingRows({ store, secrets }: House, behind: Behind[]): Promise<MeetingRecord[]> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(meetings).where(changed(meetings, behind));
	return rows.map((row) => asRecord(secrets, row));
}

/** A meeting's row as both sides keep it. */
export function asRecord(secrets: Secrets, row: typeof meetings.$inferSelect): MeetingRecord {
	const {
		revision: _,
		movedStarts,
		movedMinutes,
		movedPlace,
		calledOffById: __,
		calledOffStarts: ___,
		...rest
	} = row;
	const moved = movedStarts !== null && movedMinutes !== null && movedPlace !== null;
	return {
		...rest,
		movedTo: moved ? { starts: movedStarts, minutes: movedMinutes, place: movedPlace } : null,
		calledOffWhy: row.calledOffWhy && unsealCallOff(secrets, row.id, row.calledOffWhy)
	};
}

async function moveRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['moves']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(moves).where(changed(moves, behind));
	return rows.map((row) => asMove(secrets, row));
}

/** A move's row as both sides keep it. */
export function asMove(secrets: Secrets, { revision: _, ...row }: typeof moves.$inferSelect): Move {
	return { ...row, note: row.note && unsealMoveNote(secrets, row.id, row.note) };
}

async function ideaRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['ideas']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(ideas).where(changed(ideas, behind));
	return rows.map(({ revision: _, ...row }) => ({ ...row, words: unsealIdea(secrets, row.id, row.words) }));
}

async function noteRows({ store, secrets }: House, behind: Behind[]): Promise<SyncedRows['meetingNotes']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(meetingNotes).where(changed(meetingNotes, behind));
	return rows.map(({ revision: _, ...row }) => ({
		...row,
		words: unsealMeetingNote(secrets, row.id, row.words)
	}));
}

async function howRows({ store }: House, behind: Behind[]): Promise<SyncedRows['hows']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(hows).where(changed(hows, behind));
	return rows.map(({ revision: _, ...row }) => row);
}

async function awayRows({ store }: House, behind: Behind[]): Promise<SyncedRows['aways']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(aways).where(changed(aways, behind));
	const names = await namesOf(
		store.read,
		rows.flatMap(({ coverId }) => coverId ?? [])
	);
	return rows.map(({ revision: _, ...row }) => ({
		...row,
		coverName: (row.coverId && names.get(row.coverId)) || null
	}));
}
