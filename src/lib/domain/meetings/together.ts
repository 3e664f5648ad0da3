import { dayOf, MINUTE, type Instant } from '../clock/zones';

/** One meeting as a programme counts it. Neither who nor with whom is part of it. */
export interface Counted {
	/** When it began, or would have. */
	starts: Instant;
	/** `called_off` by a mentor or whoever stood in. */
	is: 'happened' | 'called_off';
	/** How long the two had together, in minutes; where nobody said, how long was planned. */
	minutes: number;
}

/** What one month came to, for a whole programme. */
export interface MonthTogether {
	/** `YYYY-MM`, in the programme's zone. */
	month: string;
	happened: number;
	/** Of those that happened, in minutes. */
	minutes: number;
	calledOff: number;
}

/** The months up to that of `now`, newest first, those in which nothing was counted too. */
export function byMonth(
	counted: readonly Counted[],
	now: Instant,
	zone: string,
	months: number
): MonthTogether[] {
	const [year, month] = dayOf(now, zone).split('-').map(Number) as [number, number];
	const found = Array.from({ length: months }, (_, back) => ({
		month: new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
		...{ happened: 0, minutes: 0, calledOff: 0 }
	}));
	for (const { starts, is, minutes } of counted) {
		const row = found.find((one) => one.month === dayOf(starts, zone).slice(0, 7));
		if (!row) continue;
		if (is === 'called_off') row.calledOff += 1;
		else [row.happened, row.minutes] = [row.happened + 1, row.minutes + minutes];
	}
	return found;
}

/** The first moment of the oldest of those months, or a little before: where a count has to begin. */
export function countsFrom(now: Instant, months: number): Instant {
	return now - (months * 31 + 1) * 24 * 60 * MINUTE;
}
