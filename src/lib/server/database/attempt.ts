import { AsyncLocalStorage } from 'node:async_hooks';
import { told } from './conflict';

const underWay = new AsyncLocalStorage<Attempt>();

/**
 * One try at a transaction, with the rules that both engines then share: none inside another, nothing after
 * the end, and nothing after a statement has failed, not even when the work caught the failure.
 */
export class Attempt {
	#open = true;
	/** What the first failed statement threw, if one did. */
	failure: unknown;

	/** @throws when the work of a transaction that is still under way calls it: that one would wait for itself */
	static refuseNested(): void {
		const attempt = underWay.getStore();
		if (attempt && attempt.#open) throw new Error('A transaction can’t be opened inside another.');
	}

	/** The attempt whose work is calling. @throws when there is none, or when it can take no more statements */
	static current(): Attempt {
		const attempt = underWay.getStore();
		if (!attempt) throw new Error('A transaction is used outside its work.');
		attempt.mustBeOpen();
		return attempt;
	}

	/** @throws what the work throws, or what a statement of it met and the work kept quiet about */
	async run<R>(work: () => Promise<R>): Promise<R> {
		try {
			// A bare query only starts when it is awaited: that too belongs inside.
			const result = await underWay.run(this, async () => await work());
			if (this.failure !== undefined) throw this.failure;
			return result;
		} finally {
			this.#open = false;
		}
	}

	/** @throws when the work is over or a statement of it has failed */
	mustBeOpen(): void {
		if (!this.#open) throw new Error('This transaction is over.');
		if (this.failure !== undefined)
			throw new Error('A statement failed, so this transaction can only end.', { cause: this.failure });
	}

	/** Remembers the first failure, and returns it told alike on both engines. */
	fail(error: unknown): unknown {
		const failure = told(error);
		this.failure ??= failure;
		return failure;
	}
}
