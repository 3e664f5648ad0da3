import { isCovering, type Covering } from './away';
import type { Day, Instant } from '../clock/zones';

/**
 * `paused` by the young person: the mentor does not write until they say go on. `winding-down` is the last stage of
 * a pairing with an end; `ended` keeps everything readable and closes messages.
 */
export const PAIRING_STATES = ['active', 'paused', 'winding-down', 'ended'] as const;
export type PairingState = (typeof PAIRING_STATES)[number];

/** One young person and one mentor, as both of them see it. */
export interface Pairing {
	id: string;
	spaceId: string;
	programmeId: string;
	youngId: string;
	youngName: string;
	mentorId: string;
	mentorName: string;
	state: PairingState;
	/** What it was when it was paused; null, or not yet known to this phone, while it is not. */
	pausedFrom?: PairingState | null;
	startedAt: Instant;
	/** The planned last day, or null for "no end date". */
	endsOn: Day | null;
	/** The plan it goes by: see `USUAL_PLAN` for none. */
	planId?: string | null;
	/** Who may stand in while the mentor is away, if the two agree to it. */
	coverOfferId: string | null;
	coverOfferName: string | null;
	/** When, in the wait that lasts, the mentor was reminded that an answer is late; null when all is answered. */
	nudgedAt?: Instant | null;
	/** When, in the wait that lasts, somebody else was asked to look into it, and who. */
	lookedIntoAt?: Instant | null;
	lookedIntoBy?: LookerIn | null;
	/** What a coordinator who looked into it says of it, when, and their first name. */
	deskSays?: DeskSays | null;
	deskSaidAt?: Instant | null;
	deskSaidByName?: string | null;
}

/** Who is asked when a mentor does not answer: whoever stands in, or else a coordinator. */
export const LOOKERS_IN = ['cover', 'coordinator'] as const;
export type LookerIn = (typeof LOOKERS_IN)[number];

/** What a coordinator can tell a young person of a late answer: one of these, so that nothing is promised by mistake. */
export const DESK_SAYS = ['spoken_to_mentor', 'somebody_else_writes', 'when_you_meet'] as const;
export type DeskSays = (typeof DESK_SAYS)[number];

/** Whether the mentor is expected to answer, and the two to meet: nobody is late in what is paused or over. */
export function isExpected({ state }: Pick<Pairing, 'state'>): boolean {
	return state === 'active' || state === 'winding-down';
}

/** Which side of a pairing a person is on; `cover` stands in while the mentor is away. */
export const SIDES = ['young', 'mentor', 'cover'] as const;
export type Side = (typeof SIDES)[number];

/** The side of `personId`, or undefined for anybody else. */
export function sideOf(
	pairing: Pick<Pairing, 'youngId' | 'mentorId'>,
	personId: string
): 'young' | 'mentor' | undefined {
	if (personId === pairing.youngId) return 'young';
	if (personId === pairing.mentorId) return 'mentor';
	return undefined;
}

/** The same at `now`, for whoever stands in as well: they are nobody before and after. */
export function sideAt(
	pairing: Pick<Pairing, 'youngId' | 'mentorId'>,
	personId: string,
	aways: readonly Covering[],
	now: Instant
): Side | undefined {
	const covers = () => (aways.some((away) => isCovering(away, personId, now)) ? 'cover' : undefined);
	return sideOf(pairing, personId) ?? covers();
}
