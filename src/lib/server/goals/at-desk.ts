import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { GoalKind, GoalState } from '$lib/domain/goals/goal';
import { goalMarks, goalNotes, goalPromises, goals, goalSteps } from '../database/schema';
import type { Reading, Transaction } from '../database/store';
import type { House } from '../house';
import {
	unsealGoal,
	unsealGoalMark,
	unsealGoalNote,
	unsealGoalPromise,
	unsealGoalStep
} from '../sealed-rows';

/** How many goals of a kind stand how. */
export interface GoalCount {
	kind: GoalKind;
	state: GoalState;
	count: number;
}

/** What the desk sees of a pairing's goals without a reason. What was only suggested and refused is nobody's goal. */
export async function goalCounts(read: Reading, pairingId: string): Promise<GoalCount[]> {
	const count = sql<number>`count(*)`.mapWith(Number);
	return read
		.select({ kind: goals.kind, state: goals.state, count })
		.from(goals)
		.where(and(eq(goals.pairingId, pairingId), ne(goals.state, 'no_thanks')))
		.groupBy(goals.kind, goals.state);
}

/** A goal with everything in it, for whoever opened it with a reason. */
export interface OpenedGoal {
	id: string;
	kind: GoalKind;
	state: GoalState;
	words: string;
	steps: string[];
	promises: { id: string; byId: string; words: string }[];
	/** Notes, and what was written beside the line, the oldest first. Where the line was put is not shown. */
	notes: { id: string; byId: string; words: string }[];
}

/** Everything that is written in a pairing's goals. Only ever after a reason, in the transaction that tells of it. */
export async function openGoals(
	{ secrets }: House,
	tx: Transaction,
	pairing: { id: string; youngId: string }
): Promise<OpenedGoal[]> {
	const of = <T extends typeof goalSteps | typeof goalMarks | typeof goalPromises | typeof goalNotes>(
		table: T
	) => eq(table.pairingId, pairing.id);
	const all = await tx
		.select()
		.from(goals)
		.where(eq(goals.pairingId, pairing.id))
		.orderBy(asc(goals.createdAt), asc(goals.id));
	const steps = await tx.select().from(goalSteps).where(of(goalSteps)).orderBy(asc(goalSteps.at));
	const marks = await tx.select().from(goalMarks).where(of(goalMarks)).orderBy(asc(goalMarks.at));
	const promises = await tx.select().from(goalPromises).where(of(goalPromises)).orderBy(asc(goalPromises.at));
	const notes = await tx.select().from(goalNotes).where(of(goalNotes)).orderBy(asc(goalNotes.at));
	const written = [
		...marks.map(({ id, goalId, at, words }) => ({
			...{ id, goalId, at, byId: pairing.youngId, words: unsealGoalMark(secrets, id, words) }
		})),
		...notes.map(({ id, goalId, at, authorId, words }) => ({
			...{ id, goalId, at, byId: authorId, words: unsealGoalNote(secrets, id, words) }
		}))
	]
		.filter(({ words }) => words !== '')
		.sort((a, b) => a.at - b.at);
	return all.map(({ id, kind, state, words }) => ({
		...{ id, kind, state, words: unsealGoal(secrets, id, words) },
		steps: steps
			.filter(({ goalId }) => goalId === id)
			.map((row) => unsealGoalStep(secrets, row.id, row.words)),
		promises: promises
			.filter(({ goalId }) => goalId === id)
			.map((row) => ({ id: row.id, byId: row.byId, words: unsealGoalPromise(secrets, row.id, row.words) })),
		notes: written.filter(({ goalId }) => goalId === id).map(({ id, byId, words }) => ({ id, byId, words }))
	}));
}
