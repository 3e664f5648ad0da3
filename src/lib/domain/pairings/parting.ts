import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Pairing, Side } from './pairing';

/** What a young person may want of a pairing at any time. `go_on` ends a pause. */
export const PARTINGS = ['someone_else', 'pause', 'go_on', 'end'] as const;
export type PartingWants = (typeof PARTINGS)[number];

export const MOST_PARTING_CHARACTERS = 400;

/** A change that a young person asked for, as the phones that may know of it keep it. */
export interface Parting {
	id: string;
	spaceId: string;
	pairingId: string;
	wants: PartingWants;
	/** What the mentor may be told, in the young person's words. */
	tells: string;
	at: Instant;
	settledAt: Instant | null;
}

const Words = v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), '');

export const PartingBody = v.object({
	pairingId: Id,
	wants: v.picklist(PARTINGS),
	/** What the mentor is told, if anything. */
	tells: Words,
	/** What only the coordinator reads, if anything. */
	why: Words
});
export type PartingBody = v.InferOutput<typeof PartingBody>;

/**
 * Whether this may be asked: by the young person, at any time before the end, without a reason.
 * Source: product.md, "At any later time: change, pause or end, without having to give a reason, without blame".
 */
export function mayPart(
	{ pairing, side }: { pairing: Pick<Pairing, 'state'> | undefined; side: Side | undefined },
	{ wants, tells, why }: PartingBody
): Verdict {
	if (!pairing || !side) return refuse('not_found');
	if (side !== 'young') return refuse('not_yours_to_do');
	if (pairing.state === 'ended') return refuse('pairing_ended');
	if (tells.length > MOST_PARTING_CHARACTERS || why.length > MOST_PARTING_CHARACTERS)
		return refuse('too_long');
	return (wants === 'go_on') === (pairing.state === 'paused') || wants === 'end' || wants === 'someone_else'
		? send
		: refuse('answered_already');
}

/** Whether the mentor hears of it: a pause and an end they would notice; "someone else" only with words for them. */
export function mentorHears({ wants, tells }: Pick<PartingBody, 'wants' | 'tells'>): boolean {
	return wants !== 'someone_else' || tells !== '';
}

/** Whether a pairing is paused or what else, and what a pause will end in. */
export type Standing = Pick<Pairing, 'state' | 'pausedFrom'>;

/**
 * How a pairing stands once its young person has asked for this. What has ended stays ended, a pause ends in what
 * was paused, and "someone else" changes nothing until there is one.
 */
export function standingAfter(standing: Standing, wants: PartingWants): Standing {
	const { state, pausedFrom } = standing;
	if (state === 'ended') return standing;
	if (wants === 'end') return { state: 'ended', pausedFrom: null };
	if (wants === 'pause' && state !== 'paused') return { state: 'paused', pausedFrom: state };
	if (wants === 'go_on' && state === 'paused') return { state: pausedFrom ?? 'active', pausedFrom: null };
	return standing;
}
