import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import { goalChanges, goalMarks, goalNotes, goalPromises, goals, goalSteps } from '../database/schema';
import type { House } from '../house';
import {
	unsealGoal,
	unsealGoalChange,
	unsealGoalHigh,
	unsealGoalLow,
	unsealGoalMark,
	unsealGoalNote,
	unsealGoalPromise,
	unsealGoalStep
} from '../sealed-rows';

type AboutGoals = Pick<
	SyncedRows,
	'goals' | 'goalSteps' | 'goalMarks' | 'goalPromises' | 'goalNotes' | 'goalChanges'
>;

type Opening = typeof unsealGoalStep;

/** All that is new about goals, as phones keep it. */
export async function aboutGoals({ store: { read }, secrets }: House, shared: Behind[]): Promise<AboutGoals> {
	const nothing = {
		goals: [],
		goalSteps: [],
		goalMarks: [],
		goalPromises: [],
		goalNotes: [],
		goalChanges: []
	};
	if (shared.length === 0) return nothing;
	const opened = <Row extends { id: string; revision: number; words: string }>(rows: Row[], open: Opening) =>
		rows.map(({ revision: _, ...row }) => ({ ...row, words: open(secrets, row.id, row.words) }));
	const own = await read.select().from(goals).where(changed(goals, shared));
	const steps = await read.select().from(goalSteps).where(changed(goalSteps, shared));
	const marks = await read.select().from(goalMarks).where(changed(goalMarks, shared));
	const promises = await read.select().from(goalPromises).where(changed(goalPromises, shared));
	const notes = await read.select().from(goalNotes).where(changed(goalNotes, shared));
	const changes = await read.select().from(goalChanges).where(changed(goalChanges, shared));
	return {
		goals: opened(own, unsealGoal).map((row) => ({
			...row,
			lowWords: unsealGoalLow(secrets, row.id, row.lowWords),
			highWords: unsealGoalHigh(secrets, row.id, row.highWords)
		})),
		goalSteps: opened(steps, unsealGoalStep),
		goalMarks: opened(marks, unsealGoalMark),
		goalPromises: opened(promises, unsealGoalPromise),
		goalNotes: opened(notes, unsealGoalNote),
		goalChanges: changes.map(({ revision: _, ...row }) => ({
			...row,
			to: unsealGoalChange(secrets, row.id, row.to)
		}))
	};
}
