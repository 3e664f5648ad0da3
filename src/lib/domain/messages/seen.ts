import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { endOf, type Covering } from '../pairings/away';
import { Id, Moment } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Side } from '../pairings/pairing';

/** How far a mentor has read: adults are seen to read; a young person's reading is nobody's business. */
export interface Seen {
	/** The pairing's id: one line a pairing. */
	id: string;
	spaceId: string;
	/** Everything that arrived up to this moment has been on the screen of the mentor or of who stood in. */
	upTo: Instant;
}

export const SeenBody = v.object({ pairingId: Id, upTo: Moment });
export type SeenBody = v.InferOutput<typeof SeenBody>;

/** Only mentors, and whoever stands in for one, leave a reading mark. Source: Children's Code, nudges: no pressure from read receipts on a child. */
export function mayMarkSeen(side: Side | undefined): Verdict {
	if (!side) return refuse('not_found');
	return side === 'young' ? refuse('not_yours_to_do') : send;
}

/**
 * Whoever else may have left the mark that covers something of `at`: one mark serves both, so a name alone would not
 * be sure. Once the mentor has read something newer than the days away, it is theirs.
 */
export function perhapsSeenBy<Row extends Covering>(
	aways: readonly Row[],
	{ at, upTo }: { at: Instant; upTo: Instant },
	now: Instant
): Row | undefined {
	return aways.find(
		(away) =>
			away.coverId !== null &&
			away.starts <= now &&
			at < endOf(away) &&
			upTo < endOf(away) &&
			away.starts < endOf(away)
	);
}
