import { app } from '$lib/device/app.svelte';
import type { Conversation } from '$lib/device/conversation';

/**
 * Leaves the reading mark: when something of the young person's that is newer than the last mark is on a screen
 * that somebody can see. Once for each change, whether or not there is signal.
 */
export function markSeen(of: () => Conversation | undefined): void {
	let visible = $state(document.visibilityState === 'visible');
	let marked = 0;

	$effect(() => {
		const look = () => (visible = document.visibilityState === 'visible');
		document.addEventListener('visibilitychange', look);
		return () => document.removeEventListener('visibilitychange', look);
	});

	$effect(() => {
		const talk = of();
		if (!talk || !visible || talk.side === 'young') return;
		const newest = talk.items.findLast(({ mine }) => !mine)?.at ?? 0;
		if (newest <= Math.max(marked, talk.seenUpTo ?? 0)) return;
		marked = newest;
		void mark(talk.pairing.id, newest);
	});
}

async function mark(pairingId: string, upTo: number): Promise<void> {
	const waiting = await app.pending();
	const told = waiting.some(
		({ kind, body }) => kind === 'seen' && body.pairingId === pairingId && body.upTo >= upTo
	);
	if (!told) await app.write('seen', { pairingId, upTo });
}
