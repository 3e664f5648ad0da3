import type { Instant } from '../../domain/clock/zones';
import type { Outcome } from '../../domain/entries/entry';
import type { SealedEntry } from '../database';
import { identityOn, type Phone } from '../phone';
import { open, type Written } from './sealing';

/** Something on this phone that is not yet among the synced rows, as its author sees it. */
export type Pending = Written & {
	id: string;
	state: SealedEntry['state'];
	writtenAt: Instant;
	leavesAt: Instant;
	outcome: Outcome | undefined;
};

const alreadyOpened = new Map<string, Written>();

/** Everything of the signed-in person that is waiting, on its way, just kept or refused, in the order of writing. */
export async function pendingOn(phone: Phone): Promise<Pending[]> {
	const me = await identityOn(phone);
	if (!me) return [];
	const entries = await phone.kept.outbox.where({ person: me.person.id }).sortBy('order');
	return Promise.all(
		entries.map(async (entry) => {
			const written = alreadyOpened.get(entry.id) ?? (await open<Written>(me.key, entry));
			alreadyOpened.set(entry.id, written);
			const { id, state, writtenAt, leavesAt, outcome } = entry;
			return { ...written, id, state, writtenAt, leavesAt, outcome };
		})
	);
}

/** Forgets every opened entry: for when someone leaves. */
export function forgetOpened(): void {
	alreadyOpened.clear();
}
