import type { MeetingOnPhone, MeetingsKept } from '$lib/device/meetings';
import type { Instant } from '$lib/domain/clock/zones';
import type { AboutMeeting, MeetingFacts } from '$lib/domain/meetings/facts';
import type { Agreement } from '$lib/domain/pairings/agreement';
import type { Pairing, Side } from '$lib/domain/pairings/pairing';
import type { Between } from '$lib/wording/meetings';

/** One meeting, and all that a screen about it stands on. */
export interface Here {
	meeting: MeetingOnPhone;
	kept: MeetingsKept;
	facts: MeetingFacts;
	between: Between;
	now: Instant;
	/** False when the server did not answer when last asked. */
	signal: boolean | undefined;
}

/** Between whom it is, as one side of it reads. */
export function betweenOf(pairing: Pairing, side: Side): Between {
	const { youngName, mentorName, coverOfferName: coverName } = pairing;
	return { side, youngName, mentorName, coverName };
}

/** What the rules about a pairing's meetings look at. */
export function factsOf(
	kept: MeetingsKept,
	pairing: Pairing,
	agreements: readonly Agreement[],
	side: Side
): MeetingFacts {
	return { ...kept.rows, pairing, agreements, side };
}

/** What every word about a meeting says of it. */
export const aboutOf = ({ pairingId, seriesId, day, starts }: MeetingOnPhone): AboutMeeting => ({
	pairingId,
	seriesId,
	day,
	starts
});

/** Whether a move or a call-off was by the one who reads or by somebody on their side. */
export const isOwn = (by: Side, { side }: Between): boolean => (by === 'young') === (side === 'young');
