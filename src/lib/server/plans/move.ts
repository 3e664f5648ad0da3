import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { dayOf } from '$lib/domain/clock/zones';
import { moving } from '$lib/domain/programmes/moving';
import { pairings, plans, programmes, stageStarts } from '../database/schema';
import { notThere } from '../guard';
import { running } from '../pairings/running';
import { Refused } from '../refused';
import type { Change } from '../spaces';
import { planNow } from '../telling/plan';
import { pathFactsOf } from './path-of';

/**
 * Lets one pairing that has begun go on by another version of its programme's plan. What has begun keeps its days;
 * only stages to come change.
 * @param byId who decided it
 * @throws Refused when it cannot, or has ended, and 404 for a version that is not its programme’s
 */
export async function movePairing(
	change: Change,
	{ pairingId, planId, byId }: { pairingId: string; planId: string; byId: string }
): Promise<void> {
	const pairing = await running(change.tx, pairingId);
	if (pairing.planId === planId) return;
	const [found] = await change.tx
		.select({ plan: plans.plan, zone: programmes.zone })
		.from(plans)
		.innerJoin(programmes, eq(programmes.id, plans.programmeId))
		.where(and(eq(plans.id, planId), eq(plans.programmeId, pairing.programmeId)));
	if (!found) notThere();
	const facts = await pathFactsOf(change.tx, pairing, found.zone);
	const goes = moving(facts, found.plan, dayOf(change.now, found.zone));
	if (goes.is === 'stays') throw new Refused(goes.why);

	const { id, spaceId } = pairing;
	const revision = await change.revision(spaceId);
	await change.tx.update(pairings).set({ planId, endsOn: goes.endsOn, revision }).where(eq(pairings.id, id));
	for (const start of goes.starts) {
		const kept = { id: uuid(), spaceId, revision, pairingId: id, byId, at: change.now };
		await change.tx.insert(stageStarts).values({ ...kept, ...start });
	}
	await change.record(spaceId, 'pairing.plan_moved', id);
	await planNow(change, id);
}
