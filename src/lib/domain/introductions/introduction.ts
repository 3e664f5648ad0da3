import type { Instant } from '../clock/zones';
import type { ShownLine } from '../about/about';
import type { MentorCard } from '../mentors/card';

/**
 * Where an introduction stands. Only `asked`, `to_meet` and `begun` are ever known to the mentor.
 * `waiting`: the young person said yes, and there is no free place, or the mentor's approval has run out; the
 * coordinator decides. `to_meet`: a first meeting without commitment is being found or has been set.
 */
export const INTRODUCTION_STATES = [
	'offered',
	'asked',
	'waiting',
	'to_meet',
	'begun',
	'declined',
	'not_possible',
	'withdrawn',
	'expired'
] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/** Why it did not come to anything, as the young person may be told. Nobody is blamed. */
export const WHY_NOT = ['full', 'mentor_cannot', 'not_after', 'not_cleared', 'began_elsewhere'] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** Why a yes waits for the coordinator. */
export const WAITS_FOR = ['place', 'approval'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

export const LASTING_DAYS = 21;
/** How many people a young person is shown at once. Source: product.md, "Two or three real people as cards". */
export const MOST_OFFERED = 3;

/** Everything that decides what may happen next. */
export interface Course {
	state: IntroductionState;
	expiresAt: Instant;
	/** What the young person answered to the card. */
	answer: 'yes' | 'meet_first' | null;
	mentorSaid: 'yes' | 'no' | null;
	firstMeetingAt: Instant | null;
	youngAfter: 'yes' | 'no' | null;
	mentorAfter: 'yes' | 'no' | null;
}

/** An introduction as the young person's own phones keep it. */
export interface Introduction extends Course {
	id: string;
	spaceId: string;
	programmeId: string;
	/** As it was approved when it was offered. */
	card: MentorCard;
	whyNot: WhyNot | null;
	waitsFor: WaitsFor | null;
	offeredAt: Instant;
	answeredAt: Instant | null;
	firstMeetingPlace: string | null;
	/** What the mentor was shown, once there was a yes. */
	shown: ShownLine[];
	pairingId: string | null;
}

/** What a mentor's phone keeps of an introduction: nothing at all before a yes, and nothing of a "no thanks". */
export interface Asking {
	id: string;
	spaceId: string;
	programmeId: string;
	youngName: string;
	answer: 'yes' | 'meet_first';
	/** `over` says no more than that it goes no further. */
	state: 'asked' | 'to_meet' | 'begun' | 'over';
	mentorSaid: 'yes' | 'no' | null;
	mentorAfter: 'yes' | 'no' | null;
	firstMeetingAt: Instant | null;
	firstMeetingPlace: string | null;
	shown: ShownLine[];
	askedAt: Instant;
	pairingId: string | null;
}

/** Whether a place is kept for this young person while both make up their minds. */
export function holdsPlace({ state, answer }: Pick<Course, 'state' | 'answer'>): boolean {
	return state === 'asked' && answer === 'yes';
}

/** How many more young people a mentor can begin with: never below nothing. */
export function placesLeft(capacity: number, running: number, held: number): number {
	return Math.max(0, capacity - running - held);
}

/** Whether it is still open to anybody: nothing more can be said to one that is settled. */
export function isOpen({ state }: Pick<Course, 'state'>): boolean {
	return state === 'offered' || state === 'asked' || state === 'waiting' || state === 'to_meet';
}

/** What the mentor is told of a state. @returns undefined when they must not know of it at all */
export function askingState(
	course: Pick<Course, 'state' | 'answer'>,
	wasAsked: boolean
): Asking['state'] | undefined {
	if (course.state === 'asked' || course.state === 'to_meet' || course.state === 'begun') return course.state;
	return wasAsked ? 'over' : undefined;
}
