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
import { withNews, type WithNews } from '../whats-new';

type AboutGoals = Pick<
	SyncedRows,
	'goals' | 'goalSteps' | 'goalMarks' | 'goalPromises' | 'goalNotes' | 'goalChanges'
>;

type Opening = typeof unsealGoalStep;

/** All that is new about goals, as phones keep it. */
export async function aboutGoals(
	{ store: { read }, secrets }: House,
	shared: WithNews[]
): Promise<AboutGoals> {
	const asked = async <Row>(name: keyof AboutGoals, ask: (behind: Behind[]) => PromiseLike<Row[]>) => {
		const behind = withNews(shared, name);
		return behind.length === 0 ? [] : ask(behind);
	};
	const opened = <Row extends { id: string; revision: number; words: string }>(rows: Row[], open: Opening) =>
		rows.map(({ revision: _, ...row }) => ({ ...row, words: open(secrets, row.id, row.words) }));
	const own = await asked('goals', (behind) => read.select().from(goals).where(changed(goals, behind)));
	const steps = await asked('goalSteps', (behind) =>
		read.select().from(goalSteps).where(changed(goalSteps, behind))
	);
	const marks = await asked('goalMarks', (behind) =>
		read.select().from(goalMarks).where(changed(goalMarks, behind))
	);
	const promises = await asked('goalPromises', (behind) =>
		read.select().from(goalPromises).where(changed(goalPromises, behind))
	);
	const notes = await asked('goalNotes', (behind) =>
		read.select().from(goalNotes).where(changed(goalNotes, behind))
	);
	const changes = await asked('goalChanges', (behind) =>
		read.select().from(goalChanges).where(changed(goalChanges, behind))
	);
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
