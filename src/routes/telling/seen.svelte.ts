import { app } from '$lib/device/app.svelte';
import type { Notice } from '$lib/domain/telling/notice';
import { screenOf, type Looker } from '$lib/domain/telling/where';

/** Notes that somebody has looked at these, on this and all their phones. */
export async function seen(ids: readonly string[]): Promise<void> {
	// The first screen opens without the rules about entries.
	const [{ seenBodies }, waiting] = await Promise.all([import('$lib/device/seen-bodies'), app.pending()]);
	const noted = waiting.flatMap((one) => (one.kind === 'notices-seen' ? one.body.ids : []));
	for (const body of seenBodies(ids.filter((id) => !noted.includes(id))))
		await app.write('notices-seen', body);
}

/**
 * Whatever leads to the screen at `path` is looked at once that screen is before somebody's eyes.
 * @param notices undefined while nobody knows
 */
export function seeOnScreens(
	notices: () => readonly Notice[] | undefined,
	path: () => string,
	lookerAt: (pairingId: string | null) => Looker
): void {
	let visible = $state(document.visibilityState === 'visible');
	const marked: string[] = [];

	$effect(() => {
		const look = () => (visible = document.visibilityState === 'visible');
		document.addEventListener('visibilitychange', look);
		return () => document.removeEventListener('visibilitychange', look);
	});

	$effect(() => {
		if (!visible) return;
		const here = path();
		const ids = (notices() ?? []).flatMap((notice) =>
			notice.seenAt === null &&
			!marked.includes(notice.id) &&
			screenOf(notice, lookerAt(notice.pairingId)) === here
				? [notice.id]
				: []
		);
		if (ids.length === 0) return;
		marked.push(...ids);
		void seen(ids);
	});
}
