import { and, eq } from 'drizzle-orm';
import { OUTCOMES, type Outcome } from '$lib/domain/look-backs/outcomes';
import { outcomeCounts, type OutcomeCount } from '$lib/domain/look-backs/report';
import { lookBacks, pairings } from '../database/schema';
import { openLookBack } from '../endings/look-back-row';
import type { House } from '../house';

/** What of the seeds' outcomes stands under one heading of its report, with what young people said of each. */
export interface OutcomesUnder {
	seed: Outcome['seed'];
	under: string;
	/** `words` are the seed's own. */
	outcomes: ({ id: string; words: string } & Pick<OutcomeCount, 'says'>)[];
}

/**
 * How many young people of a programme say that something is more, the same or less for them. Only what they let be
 * counted leaves this function, and only as numbers that are not small.
 */
export async function outcomesOf({ store, secrets }: House, programmeId: string): Promise<OutcomesUnder[]> {
	const rows = await store.read
		.select({ back: lookBacks })
		.from(lookBacks)
		.innerJoin(pairings, and(eq(pairings.id, lookBacks.pairingId), eq(pairings.youngId, lookBacks.personId)))
		.where(and(eq(pairings.programmeId, programmeId), eq(lookBacks.counted, true)));
	const said = rows.map(({ back }) => openLookBack(secrets, back));
	const counts = outcomeCounts(
		said,
		OUTCOMES.map(({ id }) => id)
	);
	const found: OutcomesUnder[] = [];
	for (const [place, outcome] of OUTCOMES.entries()) {
		const says = counts[place]?.says ?? { more: null, same: null, less: null };
		const { id, seed, under, says: words } = outcome;
		const there = found.find((one) => one.seed === seed && one.under === under);
		if (there) there.outcomes.push({ id, words, says });
		else found.push({ seed, under, outcomes: [{ id, words, says }] });
	}
	return found;
}
