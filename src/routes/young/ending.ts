import { dayOf, daysBetween, type Instant } from '$lib/domain/clock/zones';
import type { Pairing } from '$lib/domain/pairings/pairing';
import { sayDate } from '$lib/wording/dates';
import { zoneOf } from '$lib/wording/standing';
import type { Corner } from './corner';

/** From eight weeks before, the end is said on Home, so that it cannot come as a surprise. */
const SOON_DAYS = 56;

/** The planned last day in words, when it is near or winding down has begun. */
export function endingSoon(corner: Corner, pairing: Pairing, now: Instant): string | undefined {
	if (pairing.state === 'ended' || pairing.endsOn === null) return undefined;
	const today = dayOf(now, zoneOf(corner.agreements, now));
	const near = pairing.state === 'winding-down' || daysBetween(today, pairing.endsOn) <= SOON_DAYS;
	return near ? sayDate(pairing.endsOn, today) : undefined;
}
