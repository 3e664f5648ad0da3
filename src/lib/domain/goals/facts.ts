import * as v from 'valibot';
import { LAST_INSTANT, type Day, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import {
	GOAL_TERMS,
	type Goal,
	type GoalChange,
	type GoalMark,
	type GoalNote,
	type GoalPromise,
	type GoalStep
} from './goal';
import type { GoalPolicy } from './policy';

/** All that is kept of a pairing's goals. */
export interface GoalRows {
	goals: readonly Goal[];
	steps: readonly GoalStep[];
	marks: readonly GoalMark[];
	promises: readonly GoalPromise[];
	notes: readonly GoalNote[];
	changes: readonly GoalChange[];
}

/** What the rules about goals need to know. `side` is undefined for anybody outside the pairing. */
export interface GoalFacts extends GoalRows {
	pairing: Pick<Pairing, 'id' | 'spaceId' | 'state' | 'youngId'> | undefined;
	side: Side | undefined;
	personId: string;
	policy: GoalPolicy;
	/** The day on which goals begin, where that is still to come: see `goalsBegin`. */
	notUntil?: Day | undefined;
}

/** Whoever makes a change, and when. */
export interface GoalMaker {
	/** The entry's. */
	id: string;
	personId: string;
	side: Side;
	/** By the clock of the phone that wrote it, never later than `at`. */
	writtenAt: Instant;
	/** When it reached the server; on a phone, when it was written. */
	at: Instant;
}

/** Rows that a change makes, or makes anew: the same names, fewer rows. */
export type ChangedGoals = Partial<{ [Name in keyof GoalRows]: GoalRows[Name][number][] }>;

/** Not yet on the server, so that nobody but its author can have known of it: see `besidesOf`. */
export const NOT_YET: Instant = LAST_INSTANT;

export const ABOUT_GOAL = { pairingId: Id, goalId: Id };

/** Soon or later, and in which domain: only of phones that ask, and where the programme does. */
export const STANDS = {
	term: v.optional(v.nullable(v.picklist(GOAL_TERMS))),
	domain: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))))
};

/** Words as they are read; how long they may be is for the rule to say, in words. */
export const GoalWords = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));

/** Why somebody may do nothing at all here; undefined where they may. Whoever is on it reads on after the end. */
export function closed({ pairing, side }: Pick<GoalFacts, 'pairing' | 'side'>): Verdict | undefined {
	if (!pairing || !side) return refuse('not_found');
	return pairing.state === 'ended' ? refuse('pairing_ended') : undefined;
}

/** Why an adult may write nothing: as with messages, not in a pause, and no contact details. */
export function notForAdults(
	{ pairing, side }: Pick<GoalFacts, 'pairing' | 'side'>,
	words: string
): Verdict | undefined {
	if (side === 'young') return undefined;
	if (pairing?.state === 'paused') return refuse('pairing_paused');
	return contactDetails(words).length > 0 ? refuse('contact_details') : undefined;
}

/** Why these words are none, or too many. Characters. */
export function notWords(words: string, most: number, least = 1): Verdict | undefined {
	if (words.length < least) return refuse('nothing_written');
	return words.length > most ? refuse('too_long') : undefined;
}

/** The goal that somebody speaks of, where it is one of this pairing's. */
export function goalOf(facts: GoalFacts, goalId: string): Goal | undefined {
	return facts.goals.find(({ id, pairingId }) => id === goalId && pairingId === facts.pairing?.id);
}

/** What every row about a goal says of where it belongs. */
export const within = ({ id, spaceId, pairingId }: Goal) => ({ goalId: id, spaceId, pairingId });

/** Rows with what has changed of them. */
export function withChangedGoals<R extends GoalRows>(rows: R, changed: ChangedGoals): R {
	const anew = <Row extends { id: string }>(all: readonly Row[], some: readonly Row[] = []) => {
		const ids = new Set(some.map(({ id }) => id));
		return some.length === 0 ? all : [...all.filter(({ id }) => !ids.has(id)), ...some];
	};
	return {
		...rows,
		goals: anew(rows.goals, changed.goals),
		steps: anew(rows.steps, changed.steps),
		marks: anew(rows.marks, changed.marks),
		promises: anew(rows.promises, changed.promises),
		notes: anew(rows.notes, changed.notes),
		changes: anew(rows.changes, changed.changes)
	};
}
