import type { Instant } from '$lib/domain/clock/zones';

/** Rings where work has been written down, so that whoever does it need not look all the time. */
export class Bell {
	#listening = new Set<(at: Instant) => void>();

	/** Says that there is something to do from `at` on, or now. */
	wake(at: Instant = 0): void {
		for (const heard of this.#listening) heard(at);
	}

	/** @returns how to stop listening */
	listen(heard: (at: Instant) => void): () => void {
		this.#listening.add(heard);
		return () => this.#listening.delete(heard);
	}
}
