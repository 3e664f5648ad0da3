import { eq } from 'drizzle-orm';
import { dayOf, type Instant } from '$lib/domain/clock/zones';
import type { GoalFacts } from '$lib/domain/goals/facts';
import { goalPolicyOf, goalsBegin } from '$lib/domain/goals/policy';
import type { GoalSaid } from '$lib/domain/goals/said';
import { goalChanges, goalPromises, goals, goalSteps, programmes } from '../database/schema';
import type { Transaction } from '../database/store';
import type { House } from '../house';
import { pairingFacts, type PairingFacts } from '../pairings/facts';
import { pathFactsOf } from '../plans/path-of';
import { planOf } from '../plans/plan-of';
import {
	unsealGoal,
	unsealGoalChange,
	unsealGoalHigh,
	unsealGoalLow,
	unsealGoalPromise,
	unsealGoalStep
} from '../sealed-rows';

/** What the rules look at before something is said of a goal: the pairing's goals, and all about that one. */
export async function goalFacts(
	{ secrets }: House,
	tx: Transaction,
	said: GoalSaid,
	personId: string,
	now: Instant
): Promise<GoalFacts> {
	const { pairing, side } = await pairingFacts(tx, said.body.pairingId, personId, now);
	const nothing = { goals: [], steps: [], marks: [], promises: [], notes: [], changes: [] };
	if (!pairing) return { ...nothing, pairing, side, personId, policy: goalPolicyOf() };
	const facts = { ...nothing, pairing, side, personId, ...(await policyOf(tx, pairing, now)) };
	const all = await tx.select().from(goals).where(eq(goals.pairingId, pairing.id));
	const opened = all.map(({ revision: _, ...row }) => ({
		...row,
		words: unsealGoal(secrets, row.id, row.words),
		lowWords: unsealGoalLow(secrets, row.id, row.lowWords),
		highWords: unsealGoalHigh(secrets, row.id, row.highWords)
	}));
	const about = 'goalId' in said.body ? said.body.goalId : undefined;
	// A goal of another pairing is not there.
	if (about === undefined || !opened.some(({ id }) => id === about)) return { ...facts, goals: opened };
	const steps = await tx.select().from(goalSteps).where(eq(goalSteps.goalId, about));
	const promises = await tx.select().from(goalPromises).where(eq(goalPromises.goalId, about));
	const changes = await tx.select().from(goalChanges).where(eq(goalChanges.goalId, about));
	return {
		...facts,
		goals: opened,
		steps: steps.map((row) => ({ ...row, words: unsealGoalStep(secrets, row.id, row.words) })),
		promises: promises.map((row) => ({ ...row, words: unsealGoalPromise(secrets, row.id, row.words) })),
		changes: changes.map((row) => ({ ...row, to: unsealGoalChange(secrets, row.id, row.to) }))
	};
}

/** How the pairing's plan works with goals, and when they begin if that is still to come. */
async function policyOf(
	tx: Transaction,
	pairing: NonNullable<PairingFacts['pairing']>,
	now: Instant
): Promise<Pick<GoalFacts, 'policy' | 'notUntil'>> {
	const policy = goalPolicyOf(await planOf(tx, pairing));
	if (policy.from === null) return { policy };
	const [programme] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, pairing.programmeId));
	const zone = programme?.zone ?? 'UTC';
	return { policy, notUntil: goalsBegin(policy, await pathFactsOf(tx, pairing, zone), dayOf(now, zone)) };
}
