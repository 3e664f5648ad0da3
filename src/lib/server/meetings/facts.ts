import { and, eq } from 'drizzle-orm';
import type { Day, Instant } from '$lib/domain/clock/zones';
import type { MeetingFacts } from '$lib/domain/meetings/facts';
import { prepared } from '../database/prepared';
import { meetings, moves, series } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { agreementsOf, pairingFacts, type PairingFacts } from '../pairings/facts';
import { asMove, asRecord } from './rows';

/** What of a meeting's row only the desk reads: who called it off, and how late. */
export interface DeskOnly {
	calledOffById: string | null;
	calledOffStarts: Instant | null;
}

const seriesRow = prepared((queries: Reading, given) =>
	queries
		.select()
		.from(series)
		.where(
			and(
				eq(series.id, given('seriesId', series.id)),
				eq(series.pairingId, given('pairingId', series.pairingId))
			)
		)
);

const recordRows = prepared((queries: Reading, given) =>
	queries
		.select()
		.from(meetings)
		.where(eq(meetings.seriesId, given('seriesId', meetings.seriesId)))
);

const moveRows = prepared((queries: Reading, given) =>
	queries
		.select()
		.from(moves)
		.where(eq(moves.seriesId, given('seriesId', moves.seriesId)))
);

export interface KeptFacts extends MeetingFacts {
	pairing: PairingFacts['pairing'];
	spaceId: string | undefined;
	deskOnly: Map<string, DeskOnly>;
}

/** What the rules about one meeting look at: its series with all that was said of it. */
export async function meetingFacts(
	{ secrets }: House,
	tx: Reading,
	{ pairingId, seriesId }: { pairingId: string; seriesId: string; day: Day },
	personId: string,
	now: Instant
): Promise<KeptFacts> {
	const { pairing, side } = await pairingFacts(tx, pairingId, personId, now);
	const known = pairing ? await seriesRow(tx, { seriesId, pairingId }) : [];
	const nothing = { agreements: [], series: [], records: [], moves: [], deskOnly: new Map() };
	if (!pairing || known.length === 0) return { pairing, side, spaceId: pairing?.spaceId, ...nothing };
	const [agreements, rows, asked] = await Promise.all([
		agreementsOf(tx, pairingId),
		recordRows(tx, { seriesId }),
		moveRows(tx, { seriesId })
	]);
	return {
		...{ pairing, side, spaceId: pairing.spaceId, agreements, series: known },
		records: rows.map((row) => asRecord(secrets, row)),
		moves: asked.map((row) => asMove(secrets, row)),
		deskOnly: new Map(
			rows.map(({ id, calledOffById, calledOffStarts }) => [id, { calledOffById, calledOffStarts }])
		)
	};
}
