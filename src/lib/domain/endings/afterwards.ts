import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import { AFTERWARDS_KINDS, type Afterwards } from './ending';
import type { EndingFacts } from './goodbye';

export const MOST_AFTERWARDS_CHARACTERS = 200;
/** Without those put away. */
export const MOST_AFTERWARDS = 30;

export const AfterwardsBody = v.object({
	pairingId: Id,
	kind: v.picklist(AFTERWARDS_KINDS),
	words: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean))
});
export type AfterwardsBody = v.InferOutput<typeof AfterwardsBody>;

export const AfterwardsGoneBody = v.object({ pairingId: Id, afterwardsId: Id });
export type AfterwardsGoneBody = v.InferOutput<typeof AfterwardsGoneBody>;

export type AfterwardsFacts = Pick<EndingFacts, 'pairing' | 'side' | 'personId'> & {
	afterwards: readonly Afterwards[];
};

/**
 * Whether somebody may write down what there is afterwards: the young person at any time, after the end too; the
 * mentor until then, as with messages, not in a pause and no contact details of anybody.
 */
export function mayAfterwards(facts: AfterwardsFacts, { words }: AfterwardsBody): Verdict {
	const { pairing, side, afterwards } = facts;
	if (!pairing || !side) return refuse('not_found');
	if (side === 'cover') return refuse('not_yours_to_do');
	if (side === 'mentor' && pairing.state === 'ended') return refuse('pairing_ended');
	if (side === 'mentor' && pairing.state === 'paused') return refuse('pairing_paused');
	if (words === '') return refuse('nothing_written');
	if (words.length > MOST_AFTERWARDS_CHARACTERS) return refuse('too_long');
	if (side === 'mentor' && contactDetails(words).length > 0) return refuse('contact_details');
	const here = afterwards.filter(({ pairingId, goneAt }) => pairingId === pairing.id && goneAt === null);
	return here.length >= MOST_AFTERWARDS ? refuse('afterwards_full') : send;
}

/** Whether somebody may put one away: the young person any, the mentor their own while it goes on. */
export function mayDropAfterwards(
	{ pairing, side, personId, afterwards }: AfterwardsFacts,
	{ afterwardsId }: AfterwardsGoneBody
): Verdict {
	if (!pairing || !side) return refuse('not_found');
	const one = afterwards.find(({ id, pairingId }) => id === afterwardsId && pairingId === pairing.id);
	if (!one) return refuse('not_found');
	if (side === 'young') return send;
	if (side === 'cover' || one.byId !== personId) return refuse('not_yours_to_do');
	return pairing.state === 'ended' ? refuse('pairing_ended') : send;
}
