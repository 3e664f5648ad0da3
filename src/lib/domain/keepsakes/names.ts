import type { Away } from '../pairings/away';
import type { Pairing } from '../pairings/pairing';

/** The first name of whoever wrote something in a pairing: one of the two, or whoever stood in. Never a surname. */
export function writerIn(
	pairing: Pick<
		Pairing,
		'youngId' | 'youngName' | 'mentorId' | 'mentorName' | 'coverOfferId' | 'coverOfferName'
	>,
	aways: readonly Pick<Away, 'coverId' | 'coverName'>[],
	authorId: string
): string | undefined {
	if (authorId === pairing.youngId) return pairing.youngName;
	if (authorId === pairing.mentorId) return pairing.mentorName;
	const stoodIn = aways.find(({ coverId }) => coverId === authorId)?.coverName;
	return stoodIn ?? (pairing.coverOfferId === authorId ? pairing.coverOfferName : undefined) ?? undefined;
}
