import { standsNow, type AskedNow } from '$lib/device/asked';
import type { Instant } from '$lib/domain/clock/zones';
import type { Asking } from '$lib/domain/introductions/introduction';

/** First meetings to come, soonest first; those without a time yet last. */
export function firstMeetings(asked: readonly AskedNow[], now: Instant): (Asking & { zone: string })[] {
	return asked
		.filter((one) => ['finding', 'to_meet'].includes(standsNow(one, now)))
		.map(({ asking, zone }) => ({ ...asking, zone }))
		.sort((one, other) => (one.firstMeetingAt ?? Infinity) - (other.firstMeetingAt ?? Infinity) || 0);
}
