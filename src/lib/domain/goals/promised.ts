import { dayOf, type Day } from '../clock/zones';
import type { GoalPromise } from './goal';

/** Neither kept nor taken back. */
export const isOpen = ({ keptAt, goneAt }: Pick<GoalPromise, 'keptAt' | 'goneAt'>): boolean =>
	keptAt === null && goneAt === null;

/** How a promise stands on a day: `late` from the day after the one it was promised for. */
export type PromiseStanding = 'open' | 'late' | 'kept' | 'kept_late' | 'taken_back';

/** @param zone of the programme, by whose days it is due */
export function promiseStanding(
	promise: Pick<GoalPromise, 'dueOn' | 'keptAt' | 'goneAt'>,
	today: Day,
	zone: string
): PromiseStanding {
	const { dueOn, keptAt, goneAt } = promise;
	if (keptAt !== null) return dueOn !== null && dayOf(keptAt, zone) > dueOn ? 'kept_late' : 'kept';
	if (goneAt !== null) return 'taken_back';
	return dueOn !== null && today > dueOn ? 'late' : 'open';
}
