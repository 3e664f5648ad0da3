import { eq } from 'drizzle-orm';
import type { Plan } from '$lib/domain/programmes/plan';
import { USUAL_PLAN } from '$lib/domain/programmes/usual-plan';
import { prepared } from '../database/prepared';
import { plans } from '../database/schema';
import type { Reading } from '../database/store';

const planRead = prepared((queries: Reading, given) =>
	queries
		.select({ plan: plans.plan })
		.from(plans)
		.where(eq(plans.id, given('planId', plans.id)))
);

/** What a pairing or circle goes by: its version of the plan, or what is usual where it began before there was one. */
export async function planOf(read: Reading, { planId }: { planId: string | null }): Promise<Plan> {
	if (planId === null) return USUAL_PLAN;
	const [row] = await planRead(read, { planId });
	return row?.plan ?? USUAL_PLAN;
}
