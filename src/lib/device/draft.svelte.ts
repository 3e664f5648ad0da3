import { app } from './app.svelte';
import { KeptDraft } from './drafts';

/** Something half-written: on screen at once, kept sealed on this phone beside it, gone when it is emptied. */
export class Draft<T> {
	#value: T;
	#empty: string;
	#touched = false;
	#kept: KeptDraft<T>;

	/** @param box which box it stands in; with the pairing, for words that are meant for one person */
	constructor(box: string, empty: T) {
		this.#value = $state.raw(empty);
		this.#empty = JSON.stringify(empty);
		this.#kept = new KeptDraft(app.phone, box);
		void this.#bringBack();
	}

	get value(): T {
		return this.#value;
	}

	set value(value: T) {
		this.#touched = true;
		this.#value = value;
		const nothing = JSON.stringify(value) === this.#empty;
		// Where nothing can be kept, the words are still on the screen.
		this.#kept.keep(nothing ? undefined : value).catch(() => {});
	}

	/** Whoever has begun to write meanwhile is not interrupted. */
	async #bringBack(): Promise<void> {
		const words = await this.#kept.words().catch(() => undefined);
		if (words !== undefined && !this.#touched) this.#value = words;
	}
}
