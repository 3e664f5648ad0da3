import type { Instant } from '../clock/zones';
import type { TellChoices, Told } from './kinds';

/** Something a person was told of, in their own space. What it is about comes by its own rows. */
export interface Notice {
	/** Made from what it tells of and whom, so that nobody is told of one thing twice. */
	id: string;
	spaceId: string;
	kind: Told;
	pairingId: string | null;
	/** The id of what it is about: a message, a meeting, a proposal … */
	subjectId: string | null;
	/** What the kind needs besides, such as by when an answer is promised. */
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
