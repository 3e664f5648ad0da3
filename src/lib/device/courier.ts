import { drain, type Drained } from './outbox/drain';
import type { Phone } from './phone';
import type { Cursors } from '../domain/entries/synced';
import { hasRead, sync, type Synced } from './sync';

/**
 * Carries what was written out and brings what changed in: at once, and again for as long as something is waiting.
 * Calling it often costs nothing; rounds never overlap.
 */
export class Courier {
	#phone: Phone;
	#ended: (why: 'signed-out' | 'someone-else') => void;
	#signal: (there: boolean) => void;
	#running: Promise<void> | undefined;
	#again = false;
	#failures = 0;
	/** How the last round went. */
	#last: Synced | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		phone: Phone,
		told: { ended: (why: 'signed-out' | 'someone-else') => void; signal: (there: boolean) => void }
	) {
		this.#phone = phone;
		this.#ended = told.ended;
		this.#signal = told.signal;
	}

	/** Something was written, or changed elsewhere, or the signal is back. */
	nudge(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#rounds().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** The server says where every space stands: asks for what is new, if anything is or might be. */
	async catchUp(spaces: Cursors): Promise<void> {
		await this.#running;
		const fine = this.#last === 'synced' && this.#failures === 0;
		if (!fine || !(await hasRead(this.#phone, spaces))) await this.nudge();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#again = false;
	}

	async #rounds(): Promise<void> {
		while (this.#again) {
			this.#again = false;
			clearTimeout(this.#timer);
			const drained = await drain(this.#phone, this.#failures);
			const synced = await sync(this.#phone);
			this.#look(drained, synced);
		}
	}

	#look(drained: Drained, synced: Synced): void {
		this.#last = synced;
		this.#signal(synced !== 'no-signal');
		if (synced === 'signed-out') return this.#ended('signed-out');
		if (drained.is === 'stopped') {
			if (drained.because !== 'nobody') this.#ended(drained.because);
			return;
		}
		const failed = synced === 'no-signal' || (drained.is === 'later' && drained.because === 'failed');
		this.#failures = failed ? this.#failures + 1 : 0;
		if (drained.is === 'later') this.#timer = setTimeout(() => void this.nudge(), Math.max(drained.wait, 50));
	}
}
