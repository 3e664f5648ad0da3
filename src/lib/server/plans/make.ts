import { desc, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Plan } from '$lib/domain/programmes/plan';
import { plans, programmes } from '../database/schema';
import { programmeSpace, type Change } from '../spaces';

/**
 * Writes a new version of how a programme goes, which pairings that begin from now on go by. Those that have begun
 * keep theirs.
 * @returns the version's id
 */
export async function makePlan(
	change: Change,
	programmeId: string,
	plan: Plan,
	id: string = uuid()
): Promise<string> {
	const spaceId = programmeSpace(programmeId);
	const [newest] = await change.tx
		.select({ version: plans.version })
		.from(plans)
		.where(eq(plans.programmeId, programmeId))
		.orderBy(desc(plans.version))
		.limit(1);
	const revision = await change.revision(spaceId);
	const made = { madeById: change.personId, madeAt: change.now };
	const version = (newest?.version ?? 0) + 1;
	await change.tx.insert(plans).values({ id, spaceId, revision, programmeId, version, plan, ...made });
	await change.tx.update(programmes).set({ planId: id, revision }).where(eq(programmes.id, programmeId));
	await change.record(spaceId, 'programme.plan_made', id);
	return id;
}
