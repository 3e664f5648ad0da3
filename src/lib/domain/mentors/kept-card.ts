import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Role } from '../people/roles';
import { MentorCard } from './card';

/** `sent` waits for a coordinator's eyes; `returned` came back with something to change. */
export const CARD_STATES = ['sent', 'approved', 'returned'] as const;
export type CardState = (typeof CARD_STATES)[number];

export const MOST_CAPACITY = 12;

/** A mentor's card as their own phones keep it. Young people see only what was approved. */
export interface KeptCard {
	id: string;
	spaceId: string;
	programmeId: string;
	state: CardState;
	card: MentorCard;
	capacity: number;
	writtenAt: Instant;
	/** What young people are shown meanwhile, or null when nothing is approved yet. */
	approved: MentorCard | null;
	returnedWhy: string;
}

export const MentorCardBody = v.object({
	programmeId: Id,
	card: MentorCard,
	capacity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CAPACITY))
});
export type MentorCardBody = v.InferOutput<typeof MentorCardBody>;

/** Whether a card may be written: a mentor's own. */
export function mayWriteCard(role: Role | undefined): Verdict {
	return role === 'mentor' ? send : refuse('not_found');
}
