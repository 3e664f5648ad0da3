import { app } from '$lib/device/app.svelte';
import type { KeepsakeThing } from '$lib/domain/endings/ending';

/** What somebody ticks for their keepsake. */
export class Picking {
	/** It could not be kept on this phone. */
	failed = $state(false);

	/** Of two quick taps, the later one is also written later. */
	#before: Promise<unknown> = Promise.resolve();

	constructor(readonly pairingId: string) {}

	async pick(thing: KeepsakeThing, subjectId: string, picked: boolean): Promise<void> {
		const body = { pairingId: this.pairingId, thing, subjectId, picked };
		const written = this.#before.then(() => app.write('keepsake-pick', body));
		this.#before = written.catch(() => {});
		this.failed = await written.then(
			() => false,
			() => true
		);
	}
}
