import type { Day, Instant } from '../clock/zones';

/** Handling things (behavioural), learning (educational), fun. Source: seed 003, "Chance UK". */
export const GOAL_KINDS = ['handling', 'learning', 'fun'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** `suggested` by a mentor is no goal until the young person says yes. Nothing is ever failed. */
export const GOAL_STATES = ['suggested', 'no_thanks', 'going', 'parked', 'done'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** Source: seed 003, "Transitions from care": an action plan with short- and long-term goals. */
export const GOAL_TERMS = ['short', 'long'] as const;
export type GoalTerm = (typeof GOAL_TERMS)[number];

/** A goal of the young person's own, in their pairing's space. */
export interface Goal {
	id: string;
	spaceId: string;
	pairingId: string;
	kind: GoalKind;
	state: GoalState;
	/** When it became what it is now. */
	stateAt: Instant;
	words: string;
	/** The young person's own words at both ends of their line. */
	lowWords: string;
	highWords: string;
	/** The mentor who suggested it, or null where the young person began it. */
	suggestedById: string | null;
	/** Of a plan for action: for the next weeks or for later. */
	term?: GoalTerm | null;
	/** The resilience domain it stands in, where its programme has them. */
	domain?: string | null;
	createdAt: Instant;
}

/** A small step towards a goal. */
export interface GoalStep {
	id: string;
	spaceId: string;
	pairingId: string;
	goalId: string;
	words: string;
	at: Instant;
	doneAt: Instant | null;
	goneAt: Instant | null;
}

/** Where the young person put their line, 0 to 10, and what they wrote beside it. Theirs, and nothing adds it up. */
export interface GoalMark {
	id: string;
	spaceId: string;
	pairingId: string;
	goalId: string;
	line: number;
	words: string;
	at: Instant;
}

/** What a mentor promised for a goal; ticked by the mentor alone. */
export interface GoalPromise {
	id: string;
	spaceId: string;
	pairingId: string;
	goalId: string;
	byId: string;
	words: string;
	dueOn: Day | null;
	at: Instant;
	keptAt: Instant | null;
	goneAt: Instant | null;
}

/** What either wrote beside a goal. */
export interface GoalNote {
	id: string;
	spaceId: string;
	pairingId: string;
	goalId: string;
	authorId: string;
	words: string;
	at: Instant;
}

/** What of a goal was changed: the words before stay readable, whichever of two changes came later. */
export const GOAL_PARTS = ['words', 'low', 'high', 'kind', 'state'] as const;
export type GoalPart = (typeof GOAL_PARTS)[number];

/** One change to a goal, kept for ever: two phones that change one thing at once lose neither. */
export interface GoalChange {
	/** The entry's id. */
	id: string;
	spaceId: string;
	pairingId: string;
	goalId: string;
	byId: string;
	part: GoalPart;
	to: string;
	writtenAt: Instant;
	at: Instant;
}
