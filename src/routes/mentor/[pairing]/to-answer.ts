import type { Item } from '$lib/device/conversation';

/** The newest check-in since the mentor last wrote anything that can still reach the young person. */
export function checkInToAnswer(items: readonly Item[]): Extract<Item, { kind: 'check-in' }> | undefined {
	const lastMine = items.findLastIndex(({ mine, standing }) => mine && standing.is !== 'refused');
	const newest = items.slice(lastMine + 1).findLast(({ kind }) => kind === 'check-in');
	return newest?.kind === 'check-in' ? newest : undefined;
}
