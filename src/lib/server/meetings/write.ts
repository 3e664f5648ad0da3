import { eq } from 'drizzle-orm';
import type { ChangedRows } from '$lib/domain/meetings/facts';
import type { MeetingRecord, Move } from '$lib/domain/meetings/meeting';
import type { Series } from '$lib/domain/meetings/series';
import { inserting } from '../database/prepared';
import { meetings, moves, series } from '../database/schema';
import type { Secrets } from '../secrets';
import { sealCallOff, sealMoveNote } from '../sealed-rows';
import type { Change } from '../spaces';
import type { DeskOnly } from './facts';

const insertMeeting = inserting(meetings);
const insertMove = inserting(moves);
const insertSeries = inserting(series);

interface Known {
	series: readonly { id: string }[];
	records: readonly { id: string }[];
	moves: readonly { id: string }[];
	deskOnly: Map<string, DeskOnly>;
}

/** Writes what a change makes of a series and its meetings, all in the pairing's space. */
export async function writeRows(change: Change, known: Known, changed: ChangedRows): Promise<void> {
	const [spaceId] = [...changed.series, ...changed.records, ...changed.moves].map((row) => row.spaceId);
	if (!spaceId) return;
	const revision = await change.revision(spaceId);
	// A new series first: its meetings refer to it.
	for (const one of changed.series) await writeSeriesRow(change, known, { ...one, revision });
	const from = new Map(changed.carried.map(([old, id]) => [id, old]));
	for (const record of changed.records) {
		const deskOnly = known.deskOnly.get(from.get(record.id) ?? record.id);
		const blank = record.calledOffAt === null ? undefined : deskOnly;
		await writeRecord(change, known, record, { revision, ...(blank ?? NOBODY) });
	}
	for (const move of changed.moves) await writeMove(change, known, { ...move, revision });
}

const NOBODY: DeskOnly = { calledOffById: null, calledOffStarts: null };

async function writeSeriesRow(
	{ tx }: Change,
	known: Known,
	row: Series & { revision: number }
): Promise<void> {
	if (!has(known.series, row)) await insertSeries(tx, row);
	else await tx.update(series).set({ until: row.until, revision: row.revision }).where(eq(series.id, row.id));
}

async function writeRecord(
	{ tx, house }: Change,
	known: Known,
	record: MeetingRecord,
	rest: DeskOnly & { revision: number }
): Promise<void> {
	const row = { ...recordRow(house.secrets, record), ...rest };
	if (!has(known.records, row)) await insertMeeting(tx, row);
	else await tx.update(meetings).set(row).where(eq(meetings.id, row.id));
}

async function writeMove(
	{ tx, house }: Change,
	known: Known,
	move: Move & { revision: number }
): Promise<void> {
	if (!has(known.moves, move))
		await insertMove(tx, { ...move, note: move.note && sealMoveNote(house.secrets, move.id, move.note) });
	else {
		const { seriesId, day, state, taken, settledAt, revision } = move;
		await tx
			.update(moves)
			.set({ seriesId, day, state, taken, settledAt, revision })
			.where(eq(moves.id, move.id));
	}
}

const has = (rows: readonly { id: string }[], { id }: { id: string }) => rows.some((row) => row.id === id);

function recordRow(secrets: Secrets, { movedTo, calledOffWhy, ...record }: MeetingRecord) {
	return {
		...record,
		movedStarts: movedTo?.starts ?? null,
		movedMinutes: movedTo?.minutes ?? null,
		movedPlace: movedTo?.place ?? null,
		calledOffWhy: calledOffWhy && sealCallOff(secrets, record.id, calledOffWhy)
	};
}
