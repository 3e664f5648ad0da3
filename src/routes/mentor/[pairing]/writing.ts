import type { Conversation } from '$lib/device/conversation';
import type { Instant } from '$lib/domain/clock/zones';
import { inForce } from '$lib/domain/pairings/agreement';
import { nextOpening } from '$lib/domain/pairings/reading-hours';
import { isOn } from '$lib/domain/programmes/features';
import { sayMoment } from '$lib/wording/dates';
import { checkInToAnswer } from './to-answer';

/** What becomes of a message begun now, said before it is written. */
export type Writing =
	| { is: 'send' }
	| { is: 'hold'; when: string }
	| {
			is: 'refuse';
			why: 'pairing_ended' | 'pairing_paused' | 'no_hours_agreed' | 'cover_over' | 'not_in_programme';
	  };

/** As `mayMessage` will say once there are words; without it, because its look at contact details is heavy. */
export function writing(talk: Conversation, now: Instant): Writing {
	const { pairing, agreements, side, coversUntil, plan, items } = talk;
	if (pairing.state === 'ended') return { is: 'refuse', why: 'pairing_ended' };
	if (pairing.state === 'paused') return { is: 'refuse', why: 'pairing_paused' };
	if (!isOn(plan, 'messages') && !checkInToAnswer(items)) return { is: 'refuse', why: 'not_in_programme' };
	const agreement = inForce(agreements, now);
	const opening = agreement && nextOpening(agreement, now);
	if (!opening) return { is: 'refuse', why: 'no_hours_agreed' };
	if (side === 'cover' && opening.opens > now && opening.opens >= (coversUntil ?? Infinity))
		return { is: 'refuse', why: 'cover_over' };
	return opening.opens <= now
		? { is: 'send' }
		: { is: 'hold', when: sayMoment(opening.opens, now, agreement.zone) };
}
