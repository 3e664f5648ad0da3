import { app } from '$lib/device/app.svelte';
import { UNDO_WINDOW, type EntryBodies } from '$lib/domain/entries/kinds';
import type { AboutLookBackKind } from '$lib/domain/look-backs/said';

/** What somebody says when they look back, in the order in which they say it, and a sharing that they may undo. */
export class Sayings {
	sharing = $state<string>();
	/** It could not be kept on this phone. */
	failed = $state(false);
	/** Of two quick taps, the later one is also written later. */
	#before: Promise<unknown> = Promise.resolve();

	/** Resolves to whether it is safe on this phone. */
	async say<Kind extends AboutLookBackKind>(kind: Kind, body: EntryBodies[Kind]): Promise<boolean> {
		const written = this.#before.then(() => app.write(kind, body));
		this.#before = written.catch(() => {});
		try {
			const id = await written;
			if (UNDO_WINDOW[kind] > 0) this.sharing = id;
			this.failed = false;
		} catch {
			this.failed = true;
		}
		return !this.failed;
	}

	async takeBack(): Promise<void> {
		const id = this.sharing;
		this.sharing = undefined;
		if (id) await app.takeBack(id);
	}
}
