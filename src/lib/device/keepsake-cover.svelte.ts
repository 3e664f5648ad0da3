import type { CoverColour } from '../domain/keepsakes/book';
import { MOST_PICTURES, type KeptPicture } from '../domain/keepsakes/picture';
import { Draft } from './draft.svelte';

/** What stands on the cover, in their own words; empty where they left it as it was. */
export interface KeptCover {
	title: string;
	line: string;
	colour: CoverColour;
	/** Whether it says with whom, and when. */
	says: boolean;
	/** What the file is called. */
	file: string;
}

const NOTHING: KeptCover = { title: '', line: '', colour: 'goals', says: true, file: '' };

/** The parts of a keepsake that never leave this phone but in the file: its cover and their own pictures. */
export class KeepsakeCover {
	readonly #cover: Draft<KeptCover>;
	readonly #pictures: Draft<KeptPicture | null>[];

	constructor(pairingId: string) {
		this.#cover = new Draft(`keepsake ${pairingId}`, NOTHING);
		this.#pictures = Array.from(
			{ length: MOST_PICTURES },
			(_, place) => new Draft<KeptPicture | null>(`keepsake-picture ${pairingId} ${place}`, null)
		);
	}

	get cover(): KeptCover {
		return this.#cover.value;
	}

	/** Changes some of it. */
	write(some: Partial<KeptCover>): void {
		this.#cover.value = { ...this.#cover.value, ...some };
	}

	/** In the order in which they were put in, by the place where each is kept. */
	get pictures(): (KeptPicture & { place: number })[] {
		return this.#pictures.flatMap(({ value }, place) => (value ? [{ ...value, place }] : []));
	}

	/** Whether there is room for another. */
	get full(): boolean {
		return this.#pictures.every(({ value }) => value !== null);
	}

	/** Puts a picture into the first place that is free. */
	add(picture: KeptPicture): void {
		const free = this.#pictures.find(({ value }) => value === null);
		if (free) free.value = picture;
	}

	/** Changes what is written under one, or takes it out. */
	change(place: number, picture: KeptPicture | null): void {
		const kept = this.#pictures[place];
		if (kept) kept.value = picture;
	}
}
