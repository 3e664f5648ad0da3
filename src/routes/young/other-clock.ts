import { dayOf, type Instant } from '$lib/domain/clock/zones';
import { sayTime, sayWeekday } from '$lib/wording/dates';
import { weekdayOf } from '$lib/domain/clock/zones';

/** What this phone's own clock shows at `at`, where it shows something else than clocks in `zone`. */
export function otherClock(at: Instant, zone: string): string | undefined {
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const [day, dayHere] = [dayOf(at, zone), dayOf(at, here)];
	const [time, timeHere] = [sayTime(at, zone), sayTime(at, here)];
	if (day === dayHere && time === timeHere) return undefined;
	return day === dayHere ? timeHere : `${sayWeekday(weekdayOf(dayHere))} ${timeHere}`;
}
