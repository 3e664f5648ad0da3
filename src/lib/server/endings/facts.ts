import { eq } from 'drizzle-orm';
import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import type { EndingFacts } from '$lib/domain/endings/goodbye';
import { lastDayOf } from '$lib/domain/endings/over';
import type { Side } from '$lib/domain/pairings/pairing';
import { endings, goodbyes, pairings, programmes } from '../database/schema';
import type { Reading } from '../database/store';
import { pairingFacts } from '../pairings/facts';
import { unsealGoodbye } from '../sealed-rows';
import type { Change } from '../spaces';

export interface EndingPairing {
	pairing: typeof pairings.$inferSelect;
	/** Its programme's. */
	zone: string;
}

/** A pairing with its zone. @throws where it is not there */
export async function endingPairing(read: Reading, pairingId: string): Promise<EndingPairing> {
	const [row] = await read
		.select({ pairing: pairings, zone: programmes.zone })
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(eq(pairings.id, pairingId));
	if (!row) throw new Error('There is no such pairing.');
	return row;
}

/** What is kept of how a pairing ends, its words still sealed; undefined while nothing is. */
export async function endingOf(read: Reading, pairingId: string) {
	const [row] = await read.select().from(endings).where(eq(endings.id, pairingId));
	return row;
}

const endedOn = (endsOn: Day | null, at: Instant | null, zone: string): Day | null =>
	at === null ? null : lastDayOf(endsOn, dayOf(at, zone));

/** What the rules look at before something is said of an end; `zone` is the programme's. */
export type EndingKept = EndingFacts & { zone: string };

const NOTHING = {
	pairing: undefined,
	side: undefined,
	ending: undefined,
	goodbyes: [],
	today: '',
	zone: 'UTC'
};

/** As the author of an entry may know it: not theirs is not there. */
export async function endingFacts(change: Change, pairingId: string, personId: string): Promise<EndingKept> {
	const { pairing, side } = await pairingFacts(change.tx, pairingId, personId, change.now);
	return pairing ? factsOf(change, pairing.id, personId, side) : { ...NOTHING, personId };
}

/** The same for nobody in particular. @throws where it is not there */
export async function factsOf(
	{ tx, now, house: { secrets } }: Change,
	pairingId: string,
	personId = '',
	side?: Side
): Promise<EndingKept> {
	const { pairing, zone } = await endingPairing(tx, pairingId);
	const row = await endingOf(tx, pairingId);
	const ending = row && { ...row, endedOn: endedOn(pairing.endsOn, row.endedAt, zone) };
	const written = await tx.select().from(goodbyes).where(eq(goodbyes.pairingId, pairingId));
	return {
		...{ pairing, side, personId, ending, zone, today: dayOf(now, zone) },
		goodbyes: written.map((one) => ({ ...one, words: unsealGoodbye(secrets, one.id, one.words) }))
	};
}
