import { dayOf, type Day } from '../domain/clock/zones';
import type { GoalPromise } from '../domain/goals/goal';
import { promiseStanding } from '../domain/goals/promised';
import { asTitle, sayCalendarDay, sayDate } from './dates';
import { m } from './messages';

/** "by Thursday", "was for Monday", "kept on Tuesday, a day later than promised": nothing where there is no day. */
export function sayPromise(promise: GoalPromise, today: Day, zone: string): string {
	const { dueOn, keptAt } = promise;
	// Of a day that is over, its date: "Thursday" is the next one.
	const say = dueOn !== null && dueOn < today ? sayDate : sayCalendarDay;
	const due = dueOn === null ? '' : say(dueOn, today);
	const kept = keptAt === null ? '' : sayCalendarDay(dayOf(keptAt, zone), today);
	switch (promiseStanding(promise, today, zone)) {
		case 'open':
			return due === '' ? m.goals_promise_no_day() : asTitle(m.goals_promise_by({ day: due }));
		case 'late':
			return m.goals_promise_late({ day: due });
		case 'kept':
			return m.goals_promise_kept({ day: kept });
		case 'kept_late':
			return m.goals_promise_kept_late({ day: kept, due });
		case 'taken_back':
			return m.goals_promise_gone();
	}
}
