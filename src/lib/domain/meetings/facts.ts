import * as v from 'valibot';
import { WrittenDay } from '../clock/written';
import type { Day, Instant } from '../clock/zones';
import { Id, Moment } from '../entries/entry';
import { refuse, type Verdict } from '../entries/verdict';
import type { Agreement } from '../pairings/agreement';
import { isExpected, type Pairing, type Side } from '../pairings/pairing';
import type { MeetingRecord, Move } from './meeting';
import { occurrenceOn, type MeetingRows, type Occurrence } from './occurrences';
import { emptyRecord } from './record';
import type { Series } from './series';

/** What every entry about a meeting says of it: which one, and the instant that its author saw it at. */
export const ABOUT_MEETING = { pairingId: Id, seriesId: Id, day: WrittenDay, starts: Moment };

/** What an entry about a meeting looks like: that, and `more` of its own. */
export const writtenOfMeeting = <More extends v.ObjectEntries>(more: More) =>
	v.object({ ...ABOUT_MEETING, ...more });

export interface AboutMeeting {
	pairingId: string;
	seriesId: string;
	day: Day;
	starts: Instant;
}

/** What the rules about meetings need to know. `side` is undefined for anybody outside the pairing. */
export interface MeetingFacts extends MeetingRows {
	pairing: Pick<Pairing, 'state' | 'endsOn'> | undefined;
	side: Side | undefined;
	agreements: readonly Agreement[];
}

/** Whoever makes a change, and the id of the entry that asks for it. */
export interface Maker {
	id: string;
	personId: string;
	side: Side;
}

/** Rows that a change makes or makes anew. Whatever is not among them stays as it is. */
export interface ChangedRows {
	series: Series[];
	records: MeetingRecord[];
	moves: Move[];
	/** Records that live on under another id, as a later series has taken their meeting over: from, to. */
	carried: [from: string, to: string][];
}

export const NOTHING_CHANGED: ChangedRows = { series: [], records: [], moves: [], carried: [] };

/** Rows with what has changed of them. */
export function withChanges({ series, records, moves }: MeetingRows, changed: ChangedRows): MeetingRows {
	return {
		series: anew(series, changed.series),
		records: anew(records, changed.records),
		moves: anew(moves, changed.moves)
	};
}

function anew<Row extends { id: string }>(rows: readonly Row[], changed: readonly Row[]): readonly Row[] {
	if (changed.length === 0) return rows;
	const ids = new Set(changed.map(({ id }) => id));
	return [...rows.filter(({ id }) => !ids.has(id)), ...changed];
}

/** Why somebody may do nothing at all about meetings here; undefined where they may. */
export function closed({ pairing, side }: Pick<MeetingFacts, 'pairing' | 'side'>): Verdict | undefined {
	if (!pairing || !side) return refuse('not_found');
	return pairing.state === 'ended' ? refuse('pairing_ended') : undefined;
}

/** The same for what is about meeting one another, which nobody is expected to do during a pause. */
export function notMeeting(facts: Pick<MeetingFacts, 'pairing' | 'side'>): Verdict | undefined {
	const never = closed(facts);
	if (never || !facts.pairing) return never;
	return isExpected(facts.pairing) ? undefined : refuse('pairing_paused');
}

/**
 * The meeting that somebody speaks of, as long as it is where they saw it.
 * @returns a refusal where it is not known, or begins at another time by now
 */
export function seenMeeting(facts: MeetingRows, about: AboutMeeting): Occurrence | Verdict {
	if (!facts.series.some(({ id, pairingId }) => id === about.seriesId && pairingId === about.pairingId))
		return refuse('not_found');
	const meeting = occurrenceOn(facts, about);
	return meeting?.starts === about.starts ? meeting : refuse('meeting_changed');
}

/** The same, where it is to take place. */
export function meetingOnPlan(facts: MeetingRows, about: AboutMeeting): Occurrence | Verdict {
	const meeting = seenMeeting(facts, about);
	return 'standing' in meeting && meeting.standing.is === 'called_off' ? refuse('meeting_changed') : meeting;
}

/** What was written of a meeting, or an empty record. */
export function recordOf(rows: MeetingRows, about: { seriesId: string; day: Day }): MeetingRecord {
	const known = rows.records.find(({ seriesId, day }) => seriesId === about.seriesId && day === about.day);
	if (known) return known;
	const series = rows.series.find(({ id }) => id === about.seriesId);
	if (!series) throw new Error('A meeting is of no series.');
	return emptyRecord({ ...series, seriesId: series.id, day: about.day });
}

/** The two sides of a pairing: whoever stands in is on the mentor's. */
export const isAdult = (side: Side): boolean => side !== 'young';
export const sameSide = (one: Side, other: Side): boolean => isAdult(one) === isAdult(other);
