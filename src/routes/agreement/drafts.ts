import { Draft } from '$lib/device/draft.svelte';
import type { Changes } from '$lib/domain/pairings/cards';

const begun = new Map<string, Draft<Changes>>();

/** What somebody would like to change of one agreement, before they ask: kept sealed on this phone. */
export function changesTo(pairingId: string): Draft<Changes> {
	const draft = begun.get(pairingId) ?? new Draft<Changes>(`agreement ${pairingId}`, {});
	begun.set(pairingId, draft);
	return draft;
}
