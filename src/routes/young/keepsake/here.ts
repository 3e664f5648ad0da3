import type { KeepsakeOnPhone } from '$lib/device/keepsake';
import { KeepsakeCover } from '$lib/device/keepsake-cover.svelte';
import type { Day } from '$lib/domain/clock/zones';
import { m } from '$lib/wording/messages';
import type { Picking } from './picking.svelte';

/** What every screen about one keepsake stands on. */
export interface Here {
	kept: KeepsakeOnPhone;
	/** What of it never leaves this phone but in the file. */
	own: KeepsakeCover;
	picking: Picking;
	today: Day;
	/** Where its parts are. */
	base: string;
}

/** What can be put in, each on a screen of its own. */
export const PICKED_PARTS = ['goals', 'messages', 'notes', 'looking-back', 'goodbyes'] as const;
export type PickedPart = (typeof PICKED_PARTS)[number];

export const PARTS = [...PICKED_PARTS, 'cover', 'pictures', 'look', 'take'] as const;
export type Part = (typeof PARTS)[number];

const TITLE: Record<Part, () => string> = {
	goals: m.keepsake_goals,
	messages: m.keepsake_messages,
	notes: m.keepsake_notes,
	'looking-back': m.keepsake_looking_back,
	goodbyes: m.keepsake_goodbyes,
	cover: m.keepsake_cover,
	pictures: m.keepsake_pictures,
	look: m.keepsake_look,
	take: m.keepsake_take
};

/** What a part of the keepsake is called. */
export const sayPart = (part: Part): string => TITLE[part]();

const covers = new Map<string, KeepsakeCover>();

/** One for all screens: what was just put in is there on the next one. */
export function ownOf(pairingId: string): KeepsakeCover {
	const known = covers.get(pairingId) ?? new KeepsakeCover(pairingId);
	covers.set(pairingId, known);
	return known;
}
