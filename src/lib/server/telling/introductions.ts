import { askingState, type IntroductionState } from '$lib/domain/introductions/introduction';
import type { introductions } from '../database/schema';
import type { Change } from '../spaces';
import { settle, tell } from './tell';

type Row = Pick<typeof introductions.$inferSelect, 'id' | 'youngId' | 'mentorId' | 'answer'>;

/** Where an introduction has gone, and what is new besides. */
export interface Gone {
	state: IntroductionState;
	/** The mentor had been asked before. */
	wasAsked: boolean;
	/** A first meeting was set. */
	meets: boolean;
}

/** What a young person is told of that somebody else has done. */
const FOR_YOUNG: ReadonlySet<IntroductionState> = new Set(['offered', 'to_meet', 'begun', 'not_possible']);

/**
 * Tells the young person of a card, and of whatever became of their yes; the mentor of being asked, of a first meeting
 * and of a beginning. That it goes no further is told to no mentor: it is there to be seen, and says no more than that.
 */
export async function tellOfIntroduction(change: Change, row: Row, gone: Gone): Promise<void> {
	const { id: subjectId, youngId, mentorId } = row;
	const { state, wasAsked, meets } = gone;
	const one = { kind: 'introduction' as const, pairingId: null, subjectId };
	const key = `introduction:${subjectId}:${state}:${change.now}`;
	const theirs = askingState({ state, answer: row.answer }, wasAsked);
	const over = [...(FOR_YOUNG.has(state) ? [] : [youngId]), ...(theirs === 'over' ? [mentorId] : [])];
	if (over.length > 0) await settle(change, { personIds: over, kinds: ['introduction'], subjectId });
	if (FOR_YOUNG.has(state)) await tell(change, { ...one, personId: youngId, key });
	const news = !wasAsked || theirs === 'begun' || meets;
	if (theirs && theirs !== 'over' && news) await tell(change, { ...one, personId: mentorId, key });
}
