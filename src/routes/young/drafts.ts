import { Draft } from '$lib/device/draft.svelte';
import type { Feeling, Hope } from '$lib/domain/check-ins/check-in';

interface HalfCheckIn {
	feeling?: Feeling;
	line: string;
	hope: Hope;
}

const NOTHING_SAID: HalfCheckIn = { line: '', hope: 'reply' };

/** What is being written to one mentor, wherever in the app one goes meanwhile, and after it was closed. */
class Drafts {
	#message: Draft<string>;
	#checkIn: Draft<HalfCheckIn>;

	constructor(pairingId: string) {
		this.#message = new Draft(`message ${pairingId}`, '');
		this.#checkIn = new Draft(`check-in ${pairingId}`, NOTHING_SAID);
	}

	get message(): string {
		return this.#message.value;
	}
	set message(message: string) {
		this.#message.value = message;
	}

	get feeling(): Feeling | undefined {
		return this.#checkIn.value.feeling;
	}
	set feeling(feeling: Feeling | undefined) {
		this.#checkIn.value = { ...this.#checkIn.value, feeling };
	}

	get line(): string {
		return this.#checkIn.value.line;
	}
	set line(line: string) {
		this.#checkIn.value = { ...this.#checkIn.value, line };
	}

	get hope(): Hope {
		return this.#checkIn.value.hope;
	}
	set hope(hope: Hope) {
		this.#checkIn.value = { ...this.#checkIn.value, hope };
	}

	/** Puts a check-in that was taken back where it came from. */
	putBack({ feeling, line, hope }: Required<HalfCheckIn>): void {
		this.#checkIn.value = { feeling, line, hope };
	}

	clearCheckIn(): void {
		this.#checkIn.value = NOTHING_SAID;
	}
}

const begun = new Map<string, Drafts>();

/** The drafts of a pairing: the same ones on every screen. */
export function draftsOf(pairingId: string): Drafts {
	const drafts = begun.get(pairingId) ?? new Drafts(pairingId);
	begun.set(pairingId, drafts);
	return drafts;
}
