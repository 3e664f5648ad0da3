import type { Day, Instant } from '../clock/zones';
import type { Side } from '../pairings/pairing';

/** Who called a meeting off: one of the two, who stood in for the mentor, or the programme. */
export const CALLERS_OFF = ['young', 'mentor', 'cover', 'programme'] as const;
export type CallerOff = (typeof CALLERS_OFF)[number];

export const MISSED_BY = ['young', 'mentor', 'both'] as const;
export type MissedBy = (typeof MISSED_BY)[number];

/**
 * What became of one meeting of a series, as both sides keep it. A meeting of which nothing was ever said has none.
 * Nothing in it counts, rates or times a young person.
 */
export interface MeetingRecord {
	/** `<series>_<day>`: see `meetingId`. */
	id: string;
	spaceId: string;
	pairingId: string;
	seriesId: string;
	/** The day on which the series has it, in the series' zone, wherever it was moved since. */
	day: Day;
	/** When and where it is instead, once it was moved. */
	movedTo: { starts: Instant; minutes: number; place: string } | null;
	movedAt: Instant | null;
	/** "I'll be there", for the time it has now. */
	youngYesAt: Instant | null;
	mentorYesAt: Instant | null;
	calledOffBy: CallerOff | null;
	calledOffAt: Instant | null;
	/** A mentor's reason. A young person gives none. */
	calledOffWhy: string;
	/** "Running late" and "I'm here". A mentor says by how many minutes; a young person does not have to. */
	youngLateAt: Instant | null;
	mentorLateAt: Instant | null;
	mentorLateMinutes: number | null;
	youngHereAt: Instant | null;
	mentorHereAt: Instant | null;
	/** Whether it took place, as the mentor or whoever stood in said afterwards. */
	happened: boolean | null;
	missedBy: MissedBy | null;
	/** How long the two had together, in minutes. */
	minutesTogether: number | null;
	toldAt: Instant | null;
}

/** The id under which a meeting's record and all that refers to it are kept. */
export function meetingId({ seriesId, day }: { seriesId: string; day: Day }): string {
	return `${seriesId}_${day}`;
}

/** Which meeting an id stands for. */
export function whichMeeting(id: string): { seriesId: string; day: Day } {
	const cut = id.lastIndexOf('_');
	return { seriesId: id.slice(0, cut), day: id.slice(cut + 1) };
}

/** What a move is about: this one meeting, this and all later ones, or every one from now on. */
export const SCOPES = ['this', 'later', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** One other time that somebody offers, on the wall of the series' zone. */
export interface OfferedTime {
	day: Day;
	time: string;
}

export const MOVE_STATES = ['open', 'taken', 'none_suits', 'withdrawn', 'overtaken'] as const;
export type MoveState = (typeof MOVE_STATES)[number];

/** "Can we move it?": one to three other times, of which the other side may take one. */
export interface Move {
	id: string;
	spaceId: string;
	pairingId: string;
	seriesId: string;
	day: Day;
	scope: Scope;
	byId: string;
	by: Side;
	times: OfferedTime[];
	minutes: number;
	place: string;
	note: string;
	at: Instant;
	state: MoveState;
	/** The one that was taken. */
	taken: OfferedTime | null;
	settledAt: Instant | null;
}

/** Something to do or to talk about when they meet, from either side. */
export interface Idea {
	id: string;
	spaceId: string;
	pairingId: string;
	authorId: string;
	words: string;
	at: Instant;
	/** When its author took it back. */
	goneAt: Instant | null;
}

/** What the mentor wrote to the young person after a meeting; both keep it. */
export interface MeetingNote {
	id: string;
	spaceId: string;
	pairingId: string;
	meetingId: string;
	authorId: string;
	words: string;
	at: Instant;
}

/** How it was, in one tap, for a young person who wants to say. */
export const HOWS = ['good', 'fine', 'not_good', 'nobody_came'] as const;
export type How = (typeof HOWS)[number];

/** Kept in the young person's own space: the mentor does not see it. */
export interface HowItWas {
	/** The meeting's id. */
	id: string;
	spaceId: string;
	pairingId: string;
	how: How;
	at: Instant;
}
