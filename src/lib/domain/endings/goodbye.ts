import * as v from 'valibot';
import { addDays, type Day, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import type { Ending, Goodbye } from './ending';

/** As long as a message: a page. */
export const MOST_GOODBYE_CHARACTERS = 4000;

/** Empty words take back what was not shown yet. */
export const GoodbyeBody = v.object({
	pairingId: Id,
	words: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean))
});
export type GoodbyeBody = v.InferOutput<typeof GoodbyeBody>;

type EndingOf = Pick<
	Pairing,
	'id' | 'spaceId' | 'programmeId' | 'youngId' | 'mentorId' | 'state' | 'endsOn' | 'planId'
>;

/** What the rules about endings look at. `today` is the day by the clocks of the programme. */
export interface EndingFacts {
	pairing: EndingOf | undefined;
	side: Side | undefined;
	personId: string;
	ending: (Pick<Ending, 'how' | 'readableUntil'> & { endedOn: Day | null }) | undefined;
	/** On a phone, one's own and those shown; on the server all. */
	goodbyes: readonly Pick<Goodbye, 'id' | 'authorId' | 'desk' | 'words' | 'at' | 'shownAt'>[];
	today: Day;
}

export const goodbyeId = (pairingId: string, authorId: string) => `${pairingId}:${authorId}`;

/** So many days after the end an adult may still write one: a goodbye comes with the end, not months after it. */
export const GOODBYE_DAYS = 14;

/**
 * The last day on which somebody may write their goodbye: the young person for as long as the other reads it.
 * Undefined while it has not ended, and where nobody knows when it did.
 */
export function goodbyesUntil({ side, ending }: Pick<EndingFacts, 'side' | 'ending'>): Day | undefined {
	if (!ending?.endedOn) return undefined;
	return side === 'young' ? (ending.readableUntil ?? undefined) : addDays(ending.endedOn, GOODBYE_DAYS);
}

/**
 * Whether somebody may write their goodbye, or write it anew: either of the two, from when they like, also in a
 * pause, for nobody reads it before it is shown. Never once it was shown.
 * @param on the day on which it was written: what had no signal then may come later
 */
export function mayGoodbye(facts: EndingFacts, { words }: GoodbyeBody, on: Day): Verdict {
	const { pairing, side, personId, goodbyes } = facts;
	if (!pairing || !side) return refuse('not_found');
	if (side === 'cover') return refuse('not_yours_to_do');
	const until = goodbyesUntil(facts);
	if (until !== undefined && on > until) return refuse('ending_over');
	const own = goodbyes.find(({ id }) => id === goodbyeId(pairing.id, personId));
	if (own && own.shownAt !== null) return refuse('goodbye_shown');
	if (words === '' && !own) return refuse('nothing_written');
	if (words.length > MOST_GOODBYE_CHARACTERS) return refuse('too_long');
	if (side === 'mentor' && contactDetails(words).length > 0) return refuse('contact_details');
	return send;
}

/**
 * Whether goodbyes are shown now: once both sides have written one, on the last day, and after the end. In a pause
 * the young person hears nothing of their mentor's before that. Somebody of the desk may have written the mentor's.
 */
export function areShown({ pairing, goodbyes, today }: EndingFacts): boolean {
	if (!pairing) return false;
	if (pairing.state === 'ended' || (pairing.endsOn !== null && today >= pairing.endsOn)) return true;
	if (pairing.state === 'paused') return false;
	const written = goodbyes.filter(({ words }) => words !== '');
	const young = written.some(({ authorId }) => authorId === pairing.youngId);
	return young && written.some(({ authorId, desk }) => authorId === pairing.mentorId || desk);
}

/** Whether what was written then is the newest word of its author: of two phones, the later counts. */
export function isNewest(own: Pick<Goodbye, 'at'> | undefined, writtenAt: Instant): boolean {
	return !own || writtenAt >= own.at;
}
