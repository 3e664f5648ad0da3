import type { EntryBodies, EntryKind } from '../domain/entries/kinds';
import { app } from './app.svelte';
import type { Written } from './outbox/sealing';

/** What somebody taps on a screen about meetings, one after the other, and what they may still undo. */
export class MeetingTaps {
	/** What was said last and can be undone. */
	undoing = $state<string>();
	/** It could not be kept on this phone. */
	failed = $state(false);
	/** Somebody wanted something back that had left. */
	gone = $state(false);

	#before: Promise<unknown> = Promise.resolve();

	/** Resolves to whether it is safe on this phone. Of two quick taps, the later one is also written later. */
	async say<Kind extends EntryKind>(kind: Kind, body: EntryBodies[Kind]): Promise<boolean> {
		const written = this.#before.then(() => app.write(kind, body));
		this.#before = written.catch(() => {});
		this.gone = false;
		try {
			this.undoing = await written;
			this.failed = false;
		} catch {
			this.failed = true;
		}
		return !this.failed;
	}

	/** Takes back what has not left, or puts away what did not count. Resolves to what it said. */
	async takeBack(id: string): Promise<Written | undefined> {
		if (this.undoing === id) this.undoing = undefined;
		const back = await app.takeBack(id);
		this.gone = back === undefined;
		return back;
	}
}
