import { and, eq, gte, min } from 'drizzle-orm';
import { isExpected } from '$lib/domain/pairings/pairing';
import { usualAnswering, type Wait, type WaitFacts } from '$lib/domain/telling/late';
import { prepared } from '../database/prepared';
import { checkIns, pairings, programmes } from '../database/schema';
import type { Reading } from '../database/store';
import { agreementsOf, awaysOf } from '../pairings/facts';

/** A wait that counts, and everything that the rule about late answers asks. */
export interface KnownWait {
	pairing: typeof pairings.$inferSelect;
	wait: Wait;
	facts: WaitFacts;
}

const pairingIn = prepared((queries: Reading, given) =>
	queries
		.select({
			pairing: pairings,
			zone: programmes.zone,
			agreementLimits: programmes.agreementLimits
		})
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(eq(pairings.id, given('pairingId', pairings.id)))
);

const firstTalk = prepared((queries: Reading, given) =>
	queries
		.select({ at: min(checkIns.receivedAt) })
		.from(checkIns)
		.where(
			and(
				eq(checkIns.pairingId, given('pairingId', checkIns.pairingId)),
				gte(checkIns.receivedAt, given('since', checkIns.receivedAt)),
				eq(checkIns.hope, 'talk')
			)
		)
);

/** What the young person of a pairing waits for, or undefined where they wait for nothing or nobody is expected. */
export async function waitIn(read: Reading, pairingId: string): Promise<KnownWait | undefined> {
	const [row] = await pairingIn(read, { pairingId });
	const since = row?.pairing.waitingSince ?? null;
	if (!row || since === null || !isExpected(row.pairing)) return undefined;
	const [talk] = await firstTalk(read, { pairingId, since });
	return {
		pairing: row.pairing,
		wait: { since, talkSince: talk?.at ?? null },
		facts: {
			agreements: await agreementsOf(read, pairingId),
			aways: await awaysOf(read, pairingId),
			usual: usualAnswering(row)
		}
	};
}
