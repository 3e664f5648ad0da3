import type { Day, Instant, WallTime } from '../clock/zones';

/** How near somebody is to the young person on their own map: in the middle, near, or further out. */
export const RINGS = [1, 2, 3] as const;
export type Ring = (typeof RINGS)[number];

/** Somebody a young person trusts, as shared with a pairing. What is not shared stays on their phone alone. */
export interface TrustedPerson {
	id: string;
	spaceId: string;
	pairingId: string;
	name: string;
	/** Who they are to them: "my aunt", "used to be my foster carer". */
	who: string;
	ring: Ring;
	at: Instant;
	/** When the young person took them back: name and words are gone with it. */
	goneAt: Instant | null;
}

/** A meeting of several people: a network meeting of a pairing, or a meeting of a small group. */
export interface Gathering {
	id: string;
	spaceId: string;
	pairingId: string | null;
	circleId: string | null;
	zone: string;
	day: Day;
	time: WallTime;
	minutes: number;
	place: string;
	about: string;
	/** Names of the adults who are to come, for a network meeting. */
	whom: string[];
	byId: string;
	at: Instant;
	calledOffAt: Instant | null;
	calledOffWhy: string;
}

export const GATHERING_ANSWERS = ['yes', 'no', 'maybe'] as const;
export type GatheringSays = (typeof GATHERING_ANSWERS)[number];

/** What one person says to a gathering. */
export interface GatheringAnswer {
	/** `<gathering>:<person>`. */
	id: string;
	spaceId: string;
	gatheringId: string;
	personId: string;
	says: GatheringSays;
	/** Of a network meeting: names the young person does not want there. */
	without: string[];
	at: Instant;
}
