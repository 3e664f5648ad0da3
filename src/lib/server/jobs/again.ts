import { HOUR, type Instant } from '$lib/domain/clock/zones';

const FIRST_PAUSE = 2_000;
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = HOUR;
/** So often a job is tried: with the pauses between, for a good hour as a rule. */
export const MOST_TRIES = 14;

/**
 * When a job that went wrong is tried again: after a pause of any length up to a bound that doubles each time, so
 * that those which failed together don't come back together. Null when it has been tried often enough.
 * @param attempts how often it was tried, at least 1
 * @param chance from 0 up to but not including 1
 */
export function nextTry(attempts: number, now: Instant, chance: number): Instant | null {
	if (attempts >= MOST_TRIES) return null;
	return (
		now + Math.floor(chance * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1))) + SHORTEST_PAUSE
	);
}
