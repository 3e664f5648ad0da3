import type { Instant } from '../clock/zones';
import type { Role } from '../people/roles';

/** Someone outside a pairing opened something of the young person's. Told to them, always. */
export interface Look {
	id: string;
	spaceId: string;
	pairingId: string;
	byName: string;
	byRole: Role;
	what: 'conversation';
	reason: string;
	at: Instant;
}

/** A reason shorter than this says nothing. Characters. */
export const LEAST_REASON = 10;
export const MOST_REASON = 500;
