import type { Day, Instant, WallTime } from '../clock/zones';

/**
 * How it came to its end. `planned`: on the day both knew. `young_ended`: the young person wanted it so, and nobody
 * asks why. `mentor_left`: the mentor said that they cannot go on. `mentor_gone`: they stopped answering.
 */
export const ENDED_HOW = ['planned', 'young_ended', 'mentor_left', 'mentor_gone', 'desk_ended'] as const;
export type EndedHow = (typeof ENDED_HOW)[number];

/** What both see of how a pairing ends, one row a pairing: its id is the pairing's. */
export interface Ending {
	id: string;
	spaceId: string;
	pairingId: string;
	/** Null while it has not ended and nobody has said that it will end early. */
	how: EndedHow | null;
	endedAt: Instant | null;
	/** The last day on which both can read what there was; null while it goes on. */
	readableUntil: Day | null;
	/** The coordinator's honest words to the young person, where the end is led from the desk. */
	deskWords: string;
	deskById: string | null;
	deskByName: string | null;
	deskAt: Instant | null;
	/** The graduation, where there is one. */
	graduation: Graduation | null;
}

export interface Graduation {
	day: Day;
	time: WallTime;
	place: string;
	about: string;
}

/**
 * What one of the two wrote to the other for the end; in its author's own space until it is shown, then in the
 * pairing's. `desk`: a coordinator wrote it in the place of a mentor who is gone. One row a person.
 */
export interface Goodbye {
	/** `<pairing>:<author>`. */
	id: string;
	spaceId: string;
	pairingId: string;
	authorId: string;
	authorName: string;
	desk: boolean;
	words: string;
	at: Instant;
	/** When both could read it; null until then. */
	shownAt: Instant | null;
}

/** What there is afterwards: people, places, activities, and who to ask. */
export const AFTERWARDS_KINDS = ['person', 'place', 'activity', 'ask'] as const;
export type AfterwardsKind = (typeof AFTERWARDS_KINDS)[number];

export interface Afterwards {
	id: string;
	spaceId: string;
	pairingId: string;
	kind: AfterwardsKind;
	words: string;
	byId: string;
	at: Instant;
	goneAt: Instant | null;
}

/** Whether a young person wants somebody of the desk to look in after the end; in their own space, one row a pairing. */
export interface LookIns {
	/** The pairing's id. */
	id: string;
	spaceId: string;
	pairingId: string;
	wanted: boolean;
	/** When somebody looks in, once the last day is known; and when it was done, by whom. */
	times: { on: Day; doneAt: Instant | null; doneByName: string | null }[];
}

/** What a young person can put into their keepsake. Pictures of their own stay on the phone. */
export const KEEPSAKE_THINGS = [
	'goal',
	'message',
	'meeting_note',
	'goodbye',
	'look_back',
	'picture'
] as const;
export type KeepsakeThing = (typeof KEEPSAKE_THINGS)[number];

/** That something is in the keepsake, or no longer; in the young person's own space. */
export interface KeepsakePick {
	/** `<pairing>:<thing>:<subject>`. */
	id: string;
	spaceId: string;
	pairingId: string;
	thing: KeepsakeThing;
	subjectId: string;
	at: Instant;
	goneAt: Instant | null;
}
