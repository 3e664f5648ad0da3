import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Plan } from '$lib/domain/programmes/plan';
import { planProblems } from '$lib/domain/programmes/plan-holds';
import { plans, programmes } from '../database/schema';
import { Refused } from '../refused';
import type { Change } from '../spaces';
import { makePlan } from './make';

export interface NewVersion {
	/** Made by whoever asks, so that asking twice makes one version. */
	id: string;
	plan: Plan;
	/** The version that was changed, as it was read; null where the programme had none. */
	over: string | null;
}

/**
 * Changes how a programme goes, for pairings that begin from now on: a new version, unless nothing is different.
 * @returns the id of the version that counts now
 * @throws Refused when somebody else changed it since it was read, or it does not hold together
 */
export async function changePlan(change: Change, programmeId: string, asked: NewVersion): Promise<string> {
	const { id, plan, over } = asked;
	const [made] = await change.tx.select({ id: plans.id }).from(plans).where(eq(plans.id, id));
	if (made) return id;
	const [kept] = await change.tx
		.select({ planId: programmes.planId, plan: plans.plan })
		.from(programmes)
		.leftJoin(plans, eq(plans.id, programmes.planId))
		.where(eq(programmes.id, programmeId));
	if ((kept?.planId ?? null) !== over) throw new Refused('plan_changed');
	if (planProblems(plan).length > 0) throw new Refused('plan_does_not_hold');
	if (over && isDeepStrictEqual(kept?.plan, plan)) return over;
	return makePlan(change, programmeId, plan, id);
}
