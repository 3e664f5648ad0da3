import type { Day, Instant } from '../clock/zones';

/** Days on which a mentor is away, and who stands in, as one pairing knows it. */
export interface Away {
	id: string;
	spaceId: string;
	pairingId: string;
	mentorId: string;
	/** The first and the last day, both whole days in the agreement's zone. */
	from: Day;
	until: Day;
	/** The same as moments: from the first day's beginning to the last day's end. */
	starts: Instant;
	ends: Instant;
	/** Who was agreed to stand in, by the version in force when it was marked; null for nobody. */
	coverId: string | null;
	coverName: string | null;
	at: Instant;
	/** When the young person said no thanks to the cover, if they did. */
	noThanksAt: Instant | null;
	/** When the mentor said that they are not away after all. */
	cancelledAt: Instant | null;
}

/** What of it says who stands in when. */
export type Covering = Pick<Away, 'starts' | 'ends' | 'cancelledAt' | 'coverId' | 'noThanksAt'>;

/** Whether the mentor is away at `now`: from the first moment, up to and not at the last. */
export function isAway({ starts, ends, cancelledAt }: Covering, now: Instant): boolean {
	return cancelledAt === null && starts <= now && now < ends;
}

/** Whether `personId` stands in at `now`. */
export function isCovering(away: Covering, personId: string, now: Instant): boolean {
	return away.coverId === personId && away.noThanksAt === null && isAway(away, now);
}
