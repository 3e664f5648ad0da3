import { and, eq } from 'drizzle-orm';
import { vetoes, type pairings } from '../database/schema';
import type { Reading } from '../database/store';
import type { Who } from '../guard';
import type { House } from '../house';
import { isApproved } from '../introductions/facts';
import { gatherMentors } from '../matching/gathered';
import { writeOffer } from '../pairings/covers';
import { running } from '../pairings/running';
import { Refused } from '../refused';
import { inTheirs } from './pair-up';

type Two = Pick<typeof pairings.$inferSelect, 'programmeId' | 'youngId' | 'mentorId'>;

/** Mentors who could stand in for the mentor of a pairing: approved, and not kept apart from the young person. */
export async function whoMayCover(
	house: House,
	{ programmeId, youngId, mentorId }: Two
): Promise<{ id: string; firstName: string }[]> {
	const mentors = (await gatherMentors(house, programmeId))?.mentors ?? [];
	const apart = await keptApart(house.store.read, programmeId, youngId);
	return mentors
		.filter(({ id, standing }) => standing.approved && id !== mentorId && id !== youngId && !apart.has(id))
		.map(({ id, firstName }) => ({ id, firstName }))
		.sort((one, other) => one.firstName.localeCompare(other.firstName) || (one.id < other.id ? -1 : 1));
}

/**
 * Writes who may stand in for the mentor of a pairing, or nobody. Whether they do is for the two to agree.
 * @throws 404, and Refused when the pairing has ended or that is nobody who may
 */
export async function offerCover(
	house: House,
	who: Who,
	pairingId: string,
	coverId: string | null
): Promise<void> {
	await inTheirs(house, who, pairingId, async (making) => {
		const pairing = await running(making.tx, pairingId);
		if (pairing.coverOfferId === coverId) return;
		const { programmeId, youngId, mentorId } = pairing;
		if (coverId !== null) {
			const themselves = coverId === youngId || coverId === mentorId;
			const apart = await keptApart(making.tx, programmeId, youngId);
			if (themselves || apart.has(coverId) || !(await isApproved(making, programmeId, coverId)))
				throw new Refused('cannot_cover');
		}
		await writeOffer(making, pairing, coverId);
	});
}

async function keptApart(read: Reading, programmeId: string, youngId: string): Promise<Set<string>> {
	const rows = await read
		.select({ mentorId: vetoes.mentorId })
		.from(vetoes)
		.where(and(eq(vetoes.programmeId, programmeId), eq(vetoes.youngId, youngId)));
	return new Set(rows.map(({ mentorId }) => mentorId));
}
