import type { OwnCard } from '$lib/device/own-cards';
import type { MentorCard } from '$lib/domain/mentors/card';
import type { MentorCardBody } from '$lib/domain/mentors/kept-card';

/** A card while it is being written. */
export type Writing = Omit<MentorCardBody, 'programmeId'>;

const NOTHING: MentorCard['words'] = { likes: '', cantStand: '', how: '', why: '' };

/** What one begins to write from: what was written last, or an empty card with one's own name. */
export function begin({ written }: OwnCard, firstName: string): Writing {
	if (written) return { card: written.card, capacity: written.capacity };
	return { card: { firstName, picture: { drawn: 'sun' }, facts: {}, words: NOTHING }, capacity: 1 };
}
