import type { Item } from '$lib/device/conversation';

/** The newest check-in since the mentor, or whoever stands in, last wrote anything that can still reach the young person. */
export function checkInToAnswer(items: readonly Item[]): Extract<Item, { kind: 'check-in' }> | undefined {
	const lastMine = items.findLastIndex(({ by, standing }) => by !== 'young' && standing.is !== 'refused');
	const newest = items.slice(lastMine + 1).findLast(({ kind }) => kind === 'check-in');
	return newest?.kind === 'check-in' ? newest : undefined;
}
