import type { Instant } from '../clock/zones';

/** The questions of a plan for staying safe. Source: seed 001, section 6: "developing safety plans". */
export const SAFETY_SECTIONS = ['signs', 'myself', 'places', 'people', 'call', 'others_do'] as const;
export type SafetySection = (typeof SAFETY_SECTIONS)[number];

export interface SafetyLine {
	id: string;
	section: SafetySection;
	words: string;
}

/** A young person's own plan for staying safe, in their own space. */
export interface SafetyPlan {
	/** The person's id. */
	id: string;
	spaceId: string;
	personId: string;
	lines: SafetyLine[];
	/** The pairings it is shared with. */
	sharedWith: string[];
	at: Instant;
}

/** The same as a pairing sees it while it is shared; without lines once it no longer is. */
export interface SharedSafetyPlan {
	/** The pairing's id. */
	id: string;
	spaceId: string;
	pairingId: string;
	lines: SafetyLine[];
	/** Null once it is no longer shared. */
	sharedAt: Instant | null;
}
