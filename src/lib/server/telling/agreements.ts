import { isOpen, type Agreement } from '$lib/domain/pairings/agreement';
import type { Change } from '../spaces';
import { planNow } from './plan';
import { settle, tell } from './tell';

/** Tells whoever must answer of a proposal, and nobody any more of one that is answered, withdrawn or overtaken. */
export async function tellOfVersions(
	change: Change,
	pairing: { id: string; youngId: string; mentorId: string },
	before: readonly Agreement[],
	changed: readonly Agreement[]
): Promise<void> {
	const { id: pairingId, youngId, mentorId } = pairing;
	const two = [youngId, mentorId];
	for (const one of changed) {
		const { id: subjectId, proposedBy } = one;
		const wasOpen = before.some((kept) => kept.id === subjectId && isOpen(kept));
		if (wasOpen && !isOpen(one))
			await settle(change, { personIds: two, kinds: ['proposal'], pairingId, subjectId });
		if (wasOpen || !isOpen(one)) continue;
		for (const personId of two.filter((id) => id !== proposedBy))
			await tell(change, { personId, kind: 'proposal', pairingId, subjectId, key: `proposal:${subjectId}` });
	}
	if (changed.some(({ from }) => from === change.now)) await planNow(change, pairingId);
}
