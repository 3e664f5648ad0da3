import { eq } from 'drizzle-orm';
import type { ChangedGoals } from '$lib/domain/goals/facts';
import type { Goal, GoalPromise, GoalStep } from '$lib/domain/goals/goal';
import { inserting } from '../database/prepared';
import { goalChanges, goalMarks, goalNotes, goalPromises, goals, goalSteps } from '../database/schema';
import type { Secrets } from '../secrets';
import {
	sealGoal,
	sealGoalChange,
	sealGoalHigh,
	sealGoalLow,
	sealGoalMark,
	sealGoalNote,
	sealGoalPromise,
	sealGoalStep
} from '../sealed-rows';
import type { Change } from '../spaces';

const insertGoal = inserting(goals);
const insertStep = inserting(goalSteps);
const insertMark = inserting(goalMarks);
const insertPromise = inserting(goalPromises);
const insertNote = inserting(goalNotes);
const insertChange = inserting(goalChanges);

/**
 * Writes what follows from something said of a goal, all in the pairing's space.
 * @param entryId rows that bear it are new: where there is one already, the id stands for something else
 */
export async function writeGoalRows(
	change: Change,
	spaceId: string,
	entryId: string,
	changed: ChangedGoals
): Promise<void> {
	const { tx, house } = change;
	const { secrets } = house;
	const revision = await change.revision(spaceId);
	// A new goal first: everything else refers to it.
	for (const goal of changed.goals ?? [])
		if (goal.id === entryId) await insertGoal(tx, { ...goal, ...sealed(secrets, goal), revision });
		else await changeGoal(change, goal, revision);
	for (const step of changed.steps ?? [])
		if (step.id === entryId)
			change.write(insertStep(tx, { ...step, words: sealGoalStep(secrets, step.id, step.words), revision }));
		else await touchStep(change, step, revision);
	for (const promise of changed.promises ?? [])
		if (promise.id === entryId) {
			const words = sealGoalPromise(secrets, promise.id, promise.words);
			change.write(insertPromise(tx, { ...promise, words, revision }));
		} else await touchPromise(change, promise, revision);
	for (const mark of changed.marks ?? [])
		change.write(insertMark(tx, { ...mark, words: sealGoalMark(secrets, mark.id, mark.words), revision }));
	for (const note of changed.notes ?? [])
		change.write(insertNote(tx, { ...note, words: sealGoalNote(secrets, note.id, note.words), revision }));
	for (const one of changed.changes ?? [])
		change.write(insertChange(tx, { ...one, to: sealGoalChange(secrets, one.id, one.to), revision }));
}

const sealed = (secrets: Secrets, { id, words, lowWords, highWords }: Goal) => ({
	words: sealGoal(secrets, id, words),
	lowWords: sealGoalLow(secrets, id, lowWords),
	highWords: sealGoalHigh(secrets, id, highWords)
});

async function changeGoal({ tx, house }: Change, goal: Goal, revision: number): Promise<void> {
	const { id, kind, state, stateAt, term, domain } = goal;
	const now = {
		kind,
		state,
		stateAt,
		term: term ?? null,
		domain: domain ?? null,
		...sealed(house.secrets, goal),
		revision
	};
	await tx.update(goals).set(now).where(eq(goals.id, id));
}

async function touchStep({ tx }: Change, step: GoalStep, revision: number): Promise<void> {
	const { id, doneAt, goneAt } = step;
	await tx.update(goalSteps).set({ doneAt, goneAt, revision }).where(eq(goalSteps.id, id));
}

async function touchPromise({ tx }: Change, promise: GoalPromise, revision: number): Promise<void> {
	const { id, keptAt, goneAt } = promise;
	await tx.update(goalPromises).set({ keptAt, goneAt, revision }).where(eq(goalPromises.id, id));
}
