import { app } from '$lib/device/app.svelte';
import type { AboutEndingKind } from '$lib/domain/endings/said';
import { UNDO_WINDOW, type EntryBodies } from '$lib/domain/entries/kinds';

/** What somebody writes or taps here, and what they may still undo. */
export class EndingTaps {
	/** The entry that can be undone. */
	undoing = $state<string>();
	/** It could not be kept on this phone. */
	failed = $state(false);
	/** Somebody wanted something back that had left. */
	gone = $state(false);

	/** Of two quick taps, the later one is also written later. */
	#before: Promise<unknown> = Promise.resolve();

	/** Resolves to whether it is safe on this phone. */
	async say<Kind extends AboutEndingKind>(kind: Kind, body: EntryBodies[Kind]): Promise<boolean> {
		const written = this.#before.then(() => app.write(kind, body));
		this.#before = written.catch(() => {});
		this.gone = false;
		try {
			const id = await written;
			this.undoing = UNDO_WINDOW[kind] > 0 ? id : undefined;
			this.failed = false;
		} catch {
			this.failed = true;
		}
		return !this.failed;
	}

	/** Takes back what has not left, or puts away what could not be kept. Resolves to a goodbye's words. */
	async takeBack(id: string): Promise<string | undefined> {
		if (this.undoing === id) this.undoing = undefined;
		const back = await app.takeBack(id);
		this.gone = back === undefined;
		return back?.kind === 'goodbye' ? back.body.words : undefined;
	}
}
