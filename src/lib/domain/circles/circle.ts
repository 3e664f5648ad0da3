import type { Day, Instant } from '../clock/zones';

/** A small group of young people with one worker, for a while. Source: seed 004, "Family Focus Transition". */
export interface Circle {
	id: string;
	spaceId: string;
	programmeId: string;
	name: string;
	workerId: string;
	workerName: string;
	planId: string | null;
	startsOn: Day;
	endsOn: Day | null;
	endedAt: Instant | null;
}

/** Somebody who is in a circle. The others see their first name and nothing else. */
export interface CircleMember {
	/** `<circle>:<person>`. */
	id: string;
	spaceId: string;
	circleId: string;
	personId: string;
	firstName: string;
	joinedAt: Instant;
	leftAt: Instant | null;
}
