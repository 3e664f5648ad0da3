import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import { withChanges, type MeetingFacts } from '../domain/meetings/facts';
import { meetingId, type How, type Idea, type MeetingNote } from '../domain/meetings/meeting';
import {
	endingWith,
	nextOccurrences,
	occurrenceOn,
	occurrencesOf,
	type MeetingRows,
	type Occurrence
} from '../domain/meetings/occurrences';
import { afterSaying, isAboutMeeting, mayMeet, type MeetingSaid } from '../domain/meetings/said';
import { sideAt } from '../domain/pairings/pairing';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';

/** Something that was said of a meeting on this phone and is not among the synced rows yet, or could not be kept. */
export interface MeetingMark {
	/** The entry's. */
	id: string;
	meetingId: string;
	said: MeetingSaid;
	standing: Standing;
	/** Why the server will not have it, as far as this phone knows: the other side has changed something meanwhile. */
	expects: Reason | undefined;
}

/** A note from the mentor to the young person, wherever it is kept just now. */
export type NoteOnPhone = Pick<MeetingNote, 'id' | 'words' | 'authorId' | 'at'> & { standing: Standing };
export type IdeaOnPhone = Pick<Idea, 'id' | 'pairingId' | 'words' | 'authorId' | 'at'> & {
	mine: boolean;
	standing: Standing;
};

/** All that this phone knows of meetings, with what waits to leave laid over the synced rows. */
export interface MeetingsKept {
	rows: MeetingRows;
	marks: MeetingMark[];
	/** By meeting. */
	notes: Map<string, NoteOnPhone[]>;
	hows: Map<string, { how: How; standing: Standing }>;
	/** The oldest first. */
	ideas: IdeaOnPhone[];
}

/** One meeting as a screen shows it. */
export interface MeetingOnPhone extends Occurrence {
	unsent: MeetingMark[];
	notes: NoteOnPhone[];
	how: { how: How; standing: Standing } | undefined;
}

const SENT: Standing = { is: 'sent' };

/**
 * Everything about meetings on this phone, of all its person's pairings.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function meetingsKept(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<MeetingsKept> {
	const [pairings, agreements, aways, series, records, moves, ideas, notes, hows, waiting] =
		await Promise.all([
			rows.pairings.toArray(),
			rows.agreements.toArray(),
			rows.aways.toArray(),
			rows.series.toArray(),
			rows.meetings.toArray(),
			rows.moves.toArray(),
			rows.ideas.toArray(),
			rows.meetingNotes.toArray(),
			rows.hows.toArray(),
			pending
		]);
	let laid: MeetingRows = { series, records, moves };
	const marks: MeetingMark[] = [];
	for (const one of waiting) {
		if (!isAboutMeeting(one)) continue;
		const kept = pairings.find(({ id }) => id === one.body.pairingId);
		const at = one.writtenAt;
		const side = kept && sideAt(kept, rows.personId, ofPairing(aways, kept.id), at);
		const facts: MeetingFacts = {
			...laid,
			...{ pairing: kept && withPartings(kept, before(waiting, one)), side },
			agreements: agreements.filter(({ pairingId }) => pairingId === kept?.id)
		};
		const here = moves.some(({ id }) => id === one.id);
		const verdict = mayMeet(facts, one, at);
		const goes = stands(one) && !here && verdict.is === 'send';
		if (goes && side)
			laid = withChanges(laid, afterSaying(laid, { id: one.id, personId: rows.personId, side }, one, at));
		marks.push(mark(one, verdict.is === 'refuse' ? verdict.why : undefined));
	}
	const endsOn = new Map(pairings.map((one) => [one.id, one.endsOn]));
	return {
		rows: {
			...laid,
			series: laid.series.flatMap((one) => endingWith([one], endsOn.get(one.pairingId) ?? null))
		},
		marks,
		notes: notesWith(notes, waiting, rows.personId),
		hows: howsWith(hows, waiting),
		ideas: ideasWith(ideas, waiting, rows.personId)
	};
}

/** Every meeting between two moments, soonest first, with what became of each and what is still unsent. */
export function meetingsBetween(kept: MeetingsKept, from: Instant, until: Instant): MeetingOnPhone[] {
	const { series, records, moves } = kept.rows;
	return occurrencesOf(series, records, moves, from, until).map((one) => onPhone(kept, one));
}

/** The next ones that have not ended and are not called off. */
export function meetingsNext(kept: MeetingsKept, now: Instant, count: number): MeetingOnPhone[] {
	return nextOccurrences(kept.rows, now, count).map((one) => onPhone(kept, one));
}

/** One of them by its id, `<series>_<day>`, or undefined where it is none, or none any more. */
export function meetingWith(kept: MeetingsKept, id: string): MeetingOnPhone | undefined {
	const at = id.lastIndexOf('_');
	const one = occurrenceOn(kept.rows, { seriesId: id.slice(0, at), day: id.slice(at + 1) });
	return one && onPhone(kept, one);
}

/** Both in one: for a screen that asks for nothing else. */
export async function meetingsOf(
	rows: PersonDatabase,
	pending: Promise<Pending[]>,
	from: Instant,
	until: Instant
): Promise<MeetingOnPhone[]> {
	return meetingsBetween(await meetingsKept(rows, pending), from, until);
}

/** What could not be kept, of a meeting that is on none of these lists: it has gone elsewhere meanwhile. */
export function straying(kept: MeetingsKept, shown: readonly Pick<Occurrence, 'id'>[]): MeetingMark[] {
	const here = new Set(shown.map(({ id }) => id));
	return kept.marks.filter((one) => one.standing.is === 'refused' && !here.has(one.meetingId));
}

function onPhone({ marks, notes, hows }: MeetingsKept, one: Occurrence): MeetingOnPhone {
	return {
		...one,
		unsent: marks.filter((said) => said.meetingId === one.id),
		notes: notes.get(one.id) ?? [],
		how: hows.get(one.id)
	};
}

function mark(one: Pending & MeetingSaid, why: Reason | undefined): MeetingMark {
	const said = { kind: one.kind, body: one.body } as MeetingSaid;
	const standing = standingOf(one);
	// What is safe on the server was judged there already.
	const expects = one.outcome ? undefined : why;
	return { id: one.id, meetingId: meetingId(one.body), said, standing, expects };
}

const ofPairing = <Row extends { pairingId: string }>(rows: readonly Row[], id: string) =>
	rows.filter(({ pairingId }) => pairingId === id);
const before = (waiting: readonly Pending[], one: Pending) => waiting.slice(0, waiting.indexOf(one));

function notesWith(
	kept: readonly MeetingNote[],
	waiting: readonly Pending[],
	me: string
): Map<string, NoteOnPhone[]> {
	const notes = new Map<string, NoteOnPhone[]>();
	const add = (id: string, note: NoteOnPhone) => notes.set(id, [...(notes.get(id) ?? []), note]);
	const here = new Set(kept.map(({ id }) => id));
	for (const { id, words, authorId, at, meetingId: of } of [...kept].sort((a, b) => a.at - b.at))
		add(of, { id, words, authorId, at, standing: SENT });
	for (const one of waiting)
		if (one.kind === 'meeting-happened' && one.body.note !== '' && !here.has(one.id))
			add(meetingId(one.body), {
				...{ id: one.id, words: one.body.note, authorId: me, at: one.writtenAt },
				standing: standingOf(one)
			});
	return notes;
}

function howsWith(kept: readonly { id: string; how: How }[], waiting: readonly Pending[]) {
	const hows: MeetingsKept['hows'] = new Map(kept.map(({ id, how }) => [id, { how, standing: SENT }]));
	for (const one of waiting)
		if (one.kind === 'meeting-how')
			hows.set(meetingId(one.body), { how: one.body.how, standing: standingOf(one) });
	return hows;
}

function ideasWith(kept: readonly Idea[], waiting: readonly Pending[], me: string): IdeaOnPhone[] {
	const gone = new Set(
		waiting.flatMap((one) => (one.kind === 'meeting-idea-gone' && stands(one) ? [one.body.ideaId] : []))
	);
	const here = new Set(kept.map(({ id }) => id));
	return [
		...kept
			.filter(({ id, goneAt }) => goneAt === null && !gone.has(id))
			.map(({ id, pairingId, words, authorId, at }) => ({
				...{ id, pairingId, words, authorId, at },
				...{ mine: authorId === me, standing: SENT }
			})),
		...waiting.flatMap((one): IdeaOnPhone[] => {
			if (one.kind !== 'meeting-idea' || here.has(one.id) || gone.has(one.id)) return [];
			const { pairingId, words } = one.body;
			const written = { id: one.id, pairingId, words, authorId: me, at: one.writtenAt };
			return [{ ...written, mine: true, standing: standingOf(one) }];
		})
	].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
