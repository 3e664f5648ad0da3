import { eq } from 'drizzle-orm';
import type { Plan } from '../../../src/lib/domain/programmes/plan';
import { USUAL_PLAN } from '../../../src/lib/domain/programmes/usual-plan';
import { pairings } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { makePlan } from '../../../src/lib/server/plans/make';
import { change } from '../../../src/lib/server/spaces';
import { PAIRING } from '../meetings/two';
import { RIVERSIDE } from '../pairing';

/** Everything that a family network coordinator works with. */
export const NETWORK_PLAN: Plan = {
	...USUAL_PLAN,
	model: 'family_network',
	features: ['messages', 'check_ins', 'trusted_people', 'network_meetings', 'safety_plan']
};

/** The programme goes by this plan, and so does the pairing of the two, where there is one. */
export async function goesBy(house: House, plan: Plan, id = 'plan-of-riverside'): Promise<void> {
	await change(house, null, async (making) => {
		const planId = await makePlan(making, RIVERSIDE, plan, id);
		const spaceId = `pairing:${PAIRING}`;
		const revision = await making.revision(spaceId);
		await making.tx.update(pairings).set({ planId, revision }).where(eq(pairings.id, PAIRING));
	});
}
