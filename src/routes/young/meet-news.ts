import type { Shown } from '$lib/device/choosing';
import type { Instant } from '$lib/domain/clock/zones';
import { isOpen } from '$lib/domain/introductions/introduction';

/** What there is to say of people to meet, the most pressing first. */
export type News =
	| { is: 'offers'; all: Shown[] }
	| { is: 'under-way'; one: Shown; others: number }
	/** The last one came to nothing, and not by a "no thanks" of theirs. */
	| { is: 'over'; one: Shown }
	| { is: 'quiet' };

/** Whether a card still waits for its young person. */
export function waitsForThem(one: Shown, now: Instant): boolean {
	return one.state === 'offered' && now < one.expiresAt;
}

/** The nearer to meeting, the more it is worth the top of Home. */
const NEARNESS = ['asked', 'waiting', 'to_meet'];

/** What Home says of people to meet. */
export function newsOf(shown: readonly Shown[], now: Instant): News {
	const offers = shown.filter((one) => waitsForThem(one, now));
	const underWay = shown
		.filter((one) => isOpen(one) && one.state !== 'offered')
		.sort((one, other) => NEARNESS.indexOf(other.state) - NEARNESS.indexOf(one.state));
	const [nearest] = underWay;
	if (nearest) return { is: 'under-way', one: nearest, others: offers.length + underWay.length - 1 };
	if (offers.length > 0) return { is: 'offers', all: offers };
	const [newest] = shown;
	const sad = newest && newest.state !== 'declined' && newest.state !== 'begun';
	return sad && newest.whyNot !== 'began_elsewhere' ? { is: 'over', one: newest } : { is: 'quiet' };
}
