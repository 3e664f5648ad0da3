import { app } from '$lib/device/app.svelte';
import type { Written } from '$lib/device/outbox/sealing';
import { UNDO_WINDOW, type EntryBodies } from '$lib/domain/entries/kinds';
import type { AboutGoalKind } from '$lib/domain/goals/said';

/** What somebody taps on the page of one goal, and what they may still undo. */
export class GoalTaps {
	/** What was said last and can be undone. */
	undoing = $state<{ id: string; kind: AboutGoalKind }>();
	/** It could not be kept on this phone. */
	failed = $state(false);
	/** Somebody wanted something back that had left. */
	gone = $state(false);

	/** Of two quick taps, the later one is also written later. */
	#before: Promise<unknown> = Promise.resolve();

	/** Resolves to whether it is safe on this phone. */
	async say<Kind extends AboutGoalKind>(kind: Kind, body: EntryBodies[Kind]): Promise<boolean> {
		const written = this.#before.then(() => app.write(kind, body));
		this.#before = written.catch(() => {});
		this.gone = false;
		try {
			const id = await written;
			if (UNDO_WINDOW[kind] > 0) this.undoing = { id, kind };
			this.failed = false;
		} catch {
			this.failed = true;
		}
		return !this.failed;
	}

	/** Takes back what has not left, or puts away what could not be kept. Resolves to what it said. */
	async takeBack(id: string): Promise<Written | undefined> {
		if (this.undoing?.id === id) this.undoing = undefined;
		const back = await app.takeBack(id);
		this.gone = back === undefined;
		return back;
	}
}
