/** Somebody half-written; a ring as a choice has it, or nothing. */
export interface Half {
	name: string;
	who: string;
	ring: string;
}

export const NOBODY: Half = { name: '', who: '', ring: '' };
