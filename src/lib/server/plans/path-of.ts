import { eq } from 'drizzle-orm';
import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import type { PathFacts } from '$lib/domain/pairings/path';
import { stageStarts } from '../database/schema';
import type { Reading } from '../database/store';
import { planOf } from './plan-of';

interface Going {
	id: string;
	planId: string | null;
	startedAt: Instant;
	endsOn: Day | null;
}

/** What says where a pairing is on its path. `zone` is its programme's. */
export async function pathFactsOf(
	read: Reading,
	{ id, planId, startedAt, endsOn }: Going,
	zone: string
): Promise<PathFacts> {
	const starts = await read
		.select({ stageId: stageStarts.stageId, from: stageStarts.from, at: stageStarts.at })
		.from(stageStarts)
		.where(eq(stageStarts.pairingId, id));
	return { plan: await planOf(read, { planId }), startsOn: dayOf(startedAt, zone), endsOn, starts };
}
