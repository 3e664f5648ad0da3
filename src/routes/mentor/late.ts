import { app } from '$lib/device/app.svelte';
import type { Reply } from '$lib/device/replies';
import type { Instant } from '$lib/domain/clock/zones';
import { sayLateForReader } from '$lib/wording/late-mentor';
import { zoneOf } from '$lib/wording/standing';

/** What was done about a late answer, and what comes next, in words for whoever reads here. */
export function sayLateFor(reply: Reply, now: Instant): string | undefined {
	const { agreements, promise, waiting } = reply;
	if (waiting.length === 0) return undefined;
	const zone = zoneOf(agreements, now);
	return sayLateForReader({ ...reply, hearBy: promise?.hearBy }, { me: app.me?.person.id, now, zone });
}
