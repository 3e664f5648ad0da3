import type { Instant } from '$lib/domain/clock/zones';
import type { NewJob } from '../jobs/enqueue';

/** The job that lets a held message go. */
export const releaseJob = (messageId: string, heldUntil: Instant): NewJob<'release'> => ({
	kind: 'release',
	body: { messageId },
	dedupe: `release:${messageId}`,
	runAt: heldUntil
});
