import { DAY, type Instant } from '../clock/zones';
import type { TellChoices, Told } from './kinds';

/** Something a person was told of, in their own space. What it is about comes by its own rows. */
export interface Notice {
	/** Made from what it tells of and whom, so that nobody is told of one thing twice. */
	id: string;
	spaceId: string;
	kind: Told;
	pairingId: string | null;
	/**
	 * The id of what it is about. A `proposal` is about a meeting (see `whichMeeting`) or a version of the agreement;
	 * `cover` about days away; `review` about a version; `ending` about the pairing. Null for when people meet at all.
	 */
	subjectId: string | null;
	/** For `waiting`, by when an answer is promised; for `cover`, from when somebody stands in: null if they don't. */
	until: Instant | null;
	at: Instant;
	/** When they looked, on any of their devices. */
	seenAt: Instant | null;
}

/** How a person wants to be told; in their own space. */
export interface KeptChoices {
	/** The person's id. */
	id: string;
	spaceId: string;
	choices: TellChoices;
}

/** Phones show what somebody was told of for so many days. */
export const SHOWN_DAYS = 30;
/** The server keeps it for so many. */
export const KEPT_DAYS = 90;

/** Whether a phone still shows it at `now`. */
export function isShown({ at }: Pick<Notice, 'at'>, now: Instant): boolean {
	return now - at <= SHOWN_DAYS * DAY;
}
