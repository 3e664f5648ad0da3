import type { Instant } from '$lib/domain/clock/zones';
import type { MeetingFacts } from '$lib/domain/meetings/facts';
import type { Occurrence } from '$lib/domain/meetings/occurrences';
import { inForce } from '$lib/domain/pairings/agreement';
import { USUAL_TERMS } from '$lib/domain/pairings/terms';

const USUAL = [30, 45, 60, 90, 120, 150, 180, 240, 360, 480];

/** How long a meeting may be, in minutes: what people usually choose, up to what was agreed, and as long as it is. */
export function lengthsOf(meeting: Occurrence, { agreements }: MeetingFacts, now: Instant): number[] {
	const { mostMinutes } = inForce(agreements, now)?.terms ?? USUAL_TERMS;
	const within = [...USUAL, mostMinutes].filter((minutes) => minutes <= mostMinutes);
	return [...new Set([...within, meeting.minutes])].sort((one, other) => one - other);
}
