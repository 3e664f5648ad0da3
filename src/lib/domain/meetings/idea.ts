import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import { closed, isAdult, type MeetingFacts } from './facts';
import type { Idea } from './meeting';

export const MOST_IDEA_CHARACTERS = 280;

/** Something to do or to talk about when they meet. */
export const MeetingIdeaBody = v.object({
	pairingId: Id,
	words: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean))
});
export type MeetingIdeaBody = v.InferOutput<typeof MeetingIdeaBody>;

/** Whether somebody may put it down: as with messages, an adult not during a pause, nor with contact details. */
export function mayIdea(facts: Pick<MeetingFacts, 'pairing' | 'side'>, { words }: MeetingIdeaBody): Verdict {
	const never = closed(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	if (words === '') return refuse('nothing_written');
	if (words.length > MOST_IDEA_CHARACTERS) return refuse('too_long');
	if (!isAdult(facts.side)) return send;
	if (facts.pairing?.state === 'paused') return refuse('pairing_paused');
	return contactDetails(words).length > 0 ? refuse('contact_details') : send;
}

export const MeetingIdeaGoneBody = v.object({ pairingId: Id, ideaId: Id });
export type MeetingIdeaGoneBody = v.InferOutput<typeof MeetingIdeaGoneBody>;

/** Whether somebody may take an idea back: their own only, and again changes nothing. */
export function mayDropIdea(
	facts: Pick<MeetingFacts, 'pairing' | 'side'>,
	idea: Pick<Idea, 'authorId' | 'pairingId'> | undefined,
	{ pairingId }: MeetingIdeaGoneBody,
	personId: string
): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (!idea || idea.pairingId !== pairingId) return refuse('not_found');
	return idea.authorId === personId ? send : refuse('not_yours_to_do');
}
