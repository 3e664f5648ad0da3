import { app } from './app.svelte';
import { KeptDraft } from './drafts';

/** Up to when each goal was looked at on this phone, kept as sealed as what is half-written. */
export class GoalsSeen {
	#upTo = $state.raw<Record<string, number>>();
	#kept = new KeptDraft<Record<string, number>>(app.phone, 'goals-seen');

	constructor() {
		void this.#kept.words().then(
			(upTo) => (this.#upTo = { ...upTo, ...this.#upTo }),
			() => (this.#upTo ??= {})
		);
	}

	/** Whether the other side did something since. Nothing is new until that is known. */
	isNew({ id, newsAt }: { id: string; newsAt: number | undefined }): boolean {
		return newsAt !== undefined && this.#upTo !== undefined && newsAt > (this.#upTo[id] ?? 0);
	}

	/** It is on the screen: what is there is new no more. */
	look({ id, newsAt }: { id: string; newsAt: number | undefined }): void {
		if (newsAt === undefined || this.#upTo === undefined || newsAt <= (this.#upTo[id] ?? 0)) return;
		this.#upTo = { ...this.#upTo, [id]: newsAt };
		this.#kept.keep(this.#upTo).catch(() => {});
	}
}
