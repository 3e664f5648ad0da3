import { and, eq, isNull } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { nightOf, wakeAt, type Night } from '$lib/domain/telling/night';
import { memberships, programmes } from '../database/schema';
import type { Reading } from '../database/store';

/** The first moment from `at` on that is in none of these nights; where they leave none, not in the last of them. */
export function wakesAt(at: Instant, nights: readonly { night: Night; zone: string }[]): Instant {
	let wakes = at;
	for (let round = 0; round <= nights.length; round++)
		wakes = nights.reduce((soonest, { night, zone }) => wakeAt(soonest, night, zone), wakes);
	return wakes;
}

/** The first moment from `at` on at which somebody may be woken: it is night in no programme that they are in. */
export async function wakesPersonAt(read: Reading, personId: string, at: Instant): Promise<Instant> {
	const rows = await read
		.selectDistinct({
			zone: programmes.zone,
			nightFrom: programmes.nightFrom,
			nightUntil: programmes.nightUntil
		})
		.from(memberships)
		.innerJoin(programmes, eq(programmes.id, memberships.programmeId))
		.where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
	return wakesAt(
		at,
		rows.map((row) => ({ zone: row.zone, night: nightOf(row) }))
	);
}
