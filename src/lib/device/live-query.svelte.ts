import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/** A question to this phone's databases whose answer stays right, whichever tab or worker changes it. */
export class Live<T> {
	#value = $state.raw<T>();
	#error = $state.raw<unknown>();
	#subscribe: () => void;

	constructor(question: () => Promise<T>) {
		this.#subscribe = createSubscriber(() => {
			const subscription = liveQuery(question).subscribe({
				next: (value) => {
					this.#value = value;
					this.#error = undefined;
				},
				error: (error: unknown) => (this.#error = error)
			});
			return () => subscription.unsubscribe();
		});
	}

	/** Undefined until the first answer. */
	get current(): T | undefined {
		this.#subscribe();
		return this.#value;
	}

	get error(): unknown {
		this.#subscribe();
		return this.#error;
	}
}
