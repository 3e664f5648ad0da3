import { and, eq } from 'drizzle-orm';
import type { Gathering } from '$lib/domain/network/network';
import { GATHERING } from '$lib/domain/telling/where';
import { readers } from '../database/schema';
import type { Change } from '../spaces';
import { withinReach } from '../within-reach';
import { tell } from './tell';

/** Tells everybody who is asked to a meeting of several people of it, or that it is off. */
export async function tellOfGathering(change: Change, gathering: Gathering): Promise<void> {
	const { id, spaceId, pairingId, calledOffAt } = gathering;
	const reading = await change.tx
		.select({ personId: readers.personId })
		.from(readers)
		.where(and(eq(readers.spaceId, spaceId), withinReach(change.now)));
	const key = calledOffAt === null ? `gathering:${id}` : `gathering-off:${id}`;
	for (const personId of new Set(reading.map((one) => one.personId)))
		await tell(change, {
			...{ personId, kind: 'meeting_changed', pairingId, subjectId: `${GATHERING}${id}`, key }
		});
}
