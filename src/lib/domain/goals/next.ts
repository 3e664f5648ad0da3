import type { Goal, GoalPromise, GoalStep } from './goal';
import { isOpen } from './promised';

type Going = Pick<Goal, 'state' | 'createdAt'> & {
	promises: readonly Pick<GoalPromise, 'dueOn' | 'keptAt' | 'goneAt'>[];
	steps: readonly Pick<GoalStep, 'doneAt'>[];
};

/**
 * The goal to show where there is room for one: that of the soonest open promise, else one with a step still to do,
 * else any that is going; of several, the one begun last.
 */
export function nextGoal<G extends Going>(goals: readonly G[]): G | undefined {
	const due = ({ promises }: Going) =>
		promises
			.filter(isOpen)
			.map(({ dueOn }) => dueOn ?? '9')
			.sort()[0] ?? '99';
	const toDo = ({ steps }: Going) => Number(steps.some(({ doneAt }) => doneAt === null));
	return goals
		.filter(({ state }) => state === 'going')
		.sort((a, b) => due(a).localeCompare(due(b)) || toDo(b) - toDo(a) || b.createdAt - a.createdAt)[0];
}
