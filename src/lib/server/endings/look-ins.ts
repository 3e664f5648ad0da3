import { eq } from 'drizzle-orm';
import { mayLookIn, lookInTimes, type LookInBody } from '$lib/domain/endings/look-in';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { lookIns } from '../database/schema';
import type { Writing } from '../entries/effect';
import { planOf } from '../plans/plan-of';
import { personSpace, type Change } from '../spaces';
import { endingFacts } from './facts';

/** Keeps whether a young person wants somebody to look in on them afterwards. Its days are known once it has ended. */
export async function keepLookIn(
	change: Change,
	{ body: { pairingId, wanted }, authorId }: Writing<LookInBody>
): Promise<Verdict> {
	const facts = await endingFacts(change, pairingId, authorId);
	const verdict = mayLookIn(facts);
	if (verdict.is !== 'send' || !facts.pairing) return verdict;
	const spaceId = personSpace(authorId);
	const [kept] = await change.tx.select().from(lookIns).where(eq(lookIns.id, pairingId));
	const times = kept?.times ?? [];
	const { ending: plan } = await planOf(change.tx, { planId: facts.pairing.planId ?? null });
	const { state, endsOn } = facts.pairing;
	// What ended before there was such a row has no day of its own.
	const lastDay = facts.ending?.endedOn ?? endsOn ?? facts.today;
	const coming = state === 'ended' ? lookInTimes({ wanted, times }, plan, lastDay, facts.today) : times;
	const values = { wanted, times: coming, revision: await change.revision(spaceId) };
	await change.tx
		.insert(lookIns)
		.values({ ...values, id: pairingId, spaceId, pairingId })
		.onConflictDoUpdate({ target: lookIns.id, set: values });
	await change.record(spaceId, wanted ? 'look_in.wanted' : 'look_in.not_wanted', pairingId);
	return send;
}
