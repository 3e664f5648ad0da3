import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { KEEPSAKE_THINGS, type KeepsakePick, type KeepsakeThing } from '../endings/ending';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Pairing, Side } from '../pairings/pairing';

/** What is picked: the id of its row, which may be made of several ids. */
const SubjectId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_:-]{1,200}$/));

/** Puts something into the keepsake, or takes it out again. */
export const KeepsakePickBody = v.object({
	pairingId: Id,
	thing: v.picklist(KEEPSAKE_THINGS),
	subjectId: SubjectId,
	picked: v.boolean()
});
export type KeepsakePickBody = v.InferOutput<typeof KeepsakePickBody>;

export interface PickFacts {
	pairing: Pick<Pairing, 'id' | 'spaceId' | 'youngId' | 'mentorId'> | undefined;
	side: Side | undefined;
	personId: string;
	/** What it is about, where there is such a row. */
	subject: Subject | undefined;
}

/** A row that can go into a keepsake, as far as the rule looks at it. */
export interface Subject {
	pairingId: string;
	spaceId: string;
	/** Who wrote it; undefined where it is the young person's whoever began it. */
	authorId?: string;
}

/**
 * Whether somebody may put something into a keepsake: the young person alone, whatever the two of a pairing wrote and
 * they can read, also in a pause and after the end. What waits to be shown stands in the space of whoever wrote it,
 * and nobody else's words are theirs to keep.
 */
export function mayPick({ pairing, side, personId, subject }: PickFacts, body: KeepsakePickBody): Verdict {
	if (!pairing || !side) return refuse('not_found');
	if (side !== 'young') return refuse('not_yours_to_do');
	// What went away can still be taken out.
	if (!body.picked) return send;
	if (!subject || subject.pairingId !== pairing.id) return refuse('not_found');
	const { spaceId, authorId } = subject;
	const reads = spaceId === pairing.spaceId || authorId === personId;
	if (!reads) return refuse('not_found');
	// Messages and notes may be by whoever stood in; a goodbye of the desk's stays in the app.
	const theirs = body.thing !== 'goodbye' || authorId === pairing.youngId || authorId === pairing.mentorId;
	return theirs ? send : refuse('not_yours_to_do');
}

/** Names the pick of one thing. */
export const pickId = (pairingId: string, thing: KeepsakeThing, subjectId: string) =>
	`${pairingId}:${thing}:${subjectId}`;

/** Whether a thing is in the keepsake. */
export const isIn = ({ goneAt }: Pick<KeepsakePick, 'goneAt'>): boolean => goneAt === null;

/**
 * What follows: of two phones, the later word counts.
 * @param before the pick as it was, if there was one
 * @param writtenAt by the clock of the phone, never later than now
 * @returns the pick as it is now, or undefined where nothing changes
 */
export function afterPick(
	before: KeepsakePick | undefined,
	{ spaceId, writtenAt }: { spaceId: string; writtenAt: Instant },
	{ pairingId, thing, subjectId, picked }: KeepsakePickBody
): KeepsakePick | undefined {
	if (before ? isIn(before) === picked : !picked) return undefined;
	if (before && Math.max(before.at, before.goneAt ?? 0) > writtenAt) return undefined;
	const id = pickId(pairingId, thing, subjectId);
	const at = picked ? writtenAt : (before?.at ?? writtenAt);
	return { id, spaceId, pairingId, thing, subjectId, at, goneAt: picked ? null : writtenAt };
}
