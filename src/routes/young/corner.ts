import { withAways, type AwayNow } from '$lib/device/aways';
import { agreedBy } from '$lib/device/conversation';
import type { PersonDatabase } from '$lib/device/database';
import type { Live } from '$lib/device/live-query.svelte';
import type { MeetingMark } from '$lib/device/meetings';
import { withSeen } from '$lib/device/notices';
import type { Pending } from '$lib/device/outbox/pending';
import { withPartings } from '$lib/device/partings';
import type { Instant } from '$lib/domain/clock/zones';
import { isOpen } from '$lib/domain/introductions/introduction';
import { endingWith, type MeetingRows } from '$lib/domain/meetings/occurrences';
import type { Series } from '$lib/domain/meetings/series';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { awaysAhead, isCovered } from '$lib/domain/pairings/away';
import type { Pairing } from '$lib/domain/pairings/pairing';
import type { Parting } from '$lib/domain/pairings/parting';
import type { Plan } from '$lib/domain/programmes/plan';
import type { Programme } from '$lib/domain/programmes/programme';
import type { Notice } from '$lib/domain/telling/notice';
import { createContext } from 'svelte';

/** What every screen of a young person stands on. */
export interface Corner {
	/** False until the first sync has come: then nothing can be said of what is not there. */
	known: boolean;
	programme: Programme | undefined;
	/** What the pairing goes by, or their programme before there is one; undefined where this phone knows of none. */
	plan: Plan | undefined;
	/** The one that lasts or, when all have ended, the latest. */
	pairing: Pairing | undefined;
	agreements: Agreement[];
	series: Series[];
	/** When the mentor was, is or will be away, and who stands in. */
	aways: AwayNow[];
	/** What they said to it that is on its way. */
	pending: Pending[];
	/** What is known of meetings, with what waits to leave laid over it. */
	meetings: MeetingRows;
	/** What was said of meetings on this phone and is not among the rows yet. */
	marks: MeetingMark[];
	/** What they were told, newest first, with what they have looked at here laid over it. */
	notices: Notice[];
	/** Somebody new may be waiting to be met, or was asked for. */
	meets: boolean;
}

/**
 * Everything but the words, in as few questions to the phone as can be: Home waits for nothing else.
 * @param youngIn the programmes they are a young person in; they may be a peer mentor in another
 */
export async function cornerOf(
	rows: PersonDatabase,
	pending: Promise<Pending[]>,
	youngIn: readonly string[]
): Promise<Corner> {
	const [
		cursors,
		programmes,
		plans,
		kept,
		agreements,
		series,
		records,
		moves,
		aways,
		told,
		open,
		wanted,
		waiting
	] = await Promise.all([
		rows.cursors.count(),
		rows.programmes.toArray(),
		rows.plans.toArray(),
		rows.pairings.toArray(),
		rows.agreements.toArray(),
		rows.series.toArray(),
		rows.meetings.toArray(),
		rows.moves.toArray(),
		rows.aways.toArray(),
		rows.notices.orderBy('at').reverse().toArray(),
		rows.introductions.filter(isOpen).count(),
		rows.partings.filter(wantsSomeoneElse).count(),
		pending
	]);
	const pairings = kept.map((pairing) => withPartings(pairing, waiting));
	const pairing = pairings.filter(({ youngId }) => youngId === rows.personId).sort(livingAndLatestFirst)[0];
	const programme =
		programmes.find(({ id }) => id === pairing?.programmeId) ??
		programmes.find(({ id }) => youngIn.includes(id));
	const theirs = agreements.filter(({ pairingId }) => pairingId === pairing?.id);
	const facts = { pairing, side: 'young' as const, agreements: theirs, programme };
	const known = { records, moves, series: endingWith(series, pairing?.endsOn ?? null) };
	return {
		...(await laidOver(rows, known, waiting)),
		known: cursors > 0,
		programme,
		plan: plans.find(({ id }) => id === (pairing ? pairing.planId : programme?.planId))?.plan,
		pairing,
		agreements: await agreedBy(facts, waiting, rows.personId),
		series: series.filter(({ pairingId }) => pairingId === pairing?.id),
		aways: withAways(
			aways.filter(({ pairingId }) => pairingId === pairing?.id),
			{ pairings, agreements, programmes, me: rows.personId },
			waiting
		),
		pending: waiting,
		notices: withSeen(told, waiting),
		meets: open + wanted > 0 || waiting.some(({ kind }) => kind === 'parting')
	};
}

/** The rules about meetings are only fetched where something was said that waits: Home opens without them. */
async function laidOver(
	rows: PersonDatabase,
	meetings: MeetingRows,
	waiting: Pending[]
): Promise<Pick<Corner, 'meetings' | 'marks'>> {
	if (!waiting.some(({ kind }) => kind.startsWith('meeting-') || kind === 'move-answer'))
		return { meetings, marks: [] };
	const { meetingsKept } = await import('$lib/device/meetings');
	const kept = await meetingsKept(rows, Promise.resolve(waiting));
	return { meetings: kept.rows, marks: kept.marks };
}

const wantsSomeoneElse = ({ wants, settledAt }: Parting) => wants === 'someone_else' && settledAt === null;

function livingAndLatestFirst(one: Pairing, other: Pairing): number {
	const over = Number(one.state === 'ended') - Number(other.state === 'ended');
	return over || other.startedAt - one.startedAt;
}

/** The first name of who stands in for the mentor, or is to. */
export function coverOf({ aways }: Corner, now: Instant): string | null | undefined {
	return awaysAhead(aways, now).find((away) => isCovered(away, now))?.coverName;
}

export const [theCorner, setCorner] = createContext<Live<Corner>>();
