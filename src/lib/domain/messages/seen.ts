import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id, Moment } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Side } from '../pairings/pairing';

/** How far a mentor has read: adults are seen to read; a young person's reading is nobody's business. */
export interface Seen {
	/** The pairing's id: one line a pairing. */
	id: string;
	spaceId: string;
	/** Everything that arrived up to this moment has been on the mentor's screen. */
	upTo: Instant;
}

export const SeenBody = v.object({ pairingId: Id, upTo: Moment });
export type SeenBody = v.InferOutput<typeof SeenBody>;

/** Only mentors leave a reading mark. Source: Children's Code, nudges: no pressure from read receipts on a child. */
export function mayMarkSeen(side: Side | undefined): Verdict {
	if (!side) return refuse('not_found');
	return side === 'mentor' ? send : refuse('not_yours_to_do');
}
