import { open, seal } from './outbox/sealing';
import { identityOn, type Phone } from './phone';

/**
 * What stands half-written in one box: sealed, like what is unsent, so that it outlives a reload or an empty battery
 * and is read by nobody after its author has left.
 */
export class KeptDraft<T> {
	#phone: Phone;
	#box: string;
	#newest: { words: T | undefined } | undefined;
	#keeping: Promise<void> | undefined;

	/** @param box which box it stands in; the same for everybody who uses this phone */
	constructor(phone: Phone, box: string) {
		this.#phone = phone;
		this.#box = box;
	}

	/** What stood there when its author was last here, or undefined. */
	async words(): Promise<T | undefined> {
		const me = await identityOn(this.#phone);
		const row = me && (await this.#phone.kept.drafts.get([me.person.id, this.#box]));
		// What cannot be opened any more is no use to anybody.
		return row && open<T>(me.key, row).catch(() => undefined);
	}

	/**
	 * Keeps the newest words; undefined when the box is empty or its words are on their way. Resolves once they are
	 * kept, or newer ones: whoever types fast does not wait for each letter.
	 */
	keep(words: T | undefined): Promise<void> {
		this.#newest = { words };
		this.#keeping ??= this.#rounds().finally(() => (this.#keeping = undefined));
		return this.#keeping;
	}

	async #rounds(): Promise<void> {
		while (this.#newest) {
			const { words } = this.#newest;
			this.#newest = undefined;
			const me = await identityOn(this.#phone);
			if (!me) continue;
			const [person, id] = [me.person.id, this.#box];
			if (words === undefined) await this.#phone.kept.drafts.delete([person, id]);
			else
				await this.#phone.kept.drafts.put({
					person,
					id,
					...(await seal(me.key, person, id, words))
				});
		}
	}
}
