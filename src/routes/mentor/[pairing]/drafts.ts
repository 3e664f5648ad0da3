import { Draft } from '$lib/device/draft.svelte';

const begun = new Map<string, Draft<string>>();

/** What is being written to one young person, wherever in the app one goes meanwhile, and after it was closed. */
export function draftTo(pairingId: string): Draft<string> {
	const draft = begun.get(pairingId) ?? new Draft(`message ${pairingId}`, '');
	begun.set(pairingId, draft);
	return draft;
}
