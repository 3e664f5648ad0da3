import { eq } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import type { GoalFacts } from '$lib/domain/goals/facts';
import { goalPolicyOf } from '$lib/domain/goals/policy';
import type { GoalSaid } from '$lib/domain/goals/said';
import { goalChanges, goalPromises, goals, goalSteps } from '../database/schema';
import type { Transaction } from '../database/store';
import type { House } from '../house';
import { pairingFacts } from '../pairings/facts';
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
	const policy = goalPolicyOf(undefined);
	const facts = { ...nothing, pairing, side, personId, policy };
	if (!pairing) return facts;
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
