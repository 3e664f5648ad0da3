import { and, desc, eq, inArray } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { hasGoneQuiet } from '$lib/domain/endings/leading';
import { promiseFor } from '$lib/domain/messages/waiting';
import { inForce } from '$lib/domain/pairings/agreement';
import { isExpected, sideOf } from '$lib/domain/pairings/pairing';
import { looks, pairings } from '../database/schema';
import { goalCounts } from '../goals/at-desk';
import type { Who } from '../guard';
import type { House } from '../house';
import { agreementsOf, awaysOf } from '../pairings/facts';
import { unsealReason } from '../sealed-rows';
import { personSpace } from '../spaces';
import { versionsAtDesk } from './agreements';
import { awaysAtDesk } from './away';
import { whoMayCover } from './cover-offer';
import { howsAtDesk } from './hows';
import { nextMeetingsOf, seriesByPairing } from './meetings';
import { pairingRows } from './pairing-rows';
import { deskProgrammes } from './programmes';
import { withWaits } from './promised';
import { pathAtDesk } from './path';
import { couldBeId, runs, sees } from './scope';

/** A pairing as the desk knows it: what was agreed and promised, never what was said. Null where it isn't theirs. */
export async function pairingAtDesk(house: House, who: Who, pairingId: string) {
	const row = await rowAtDesk(house, who, pairingId);
	const [programme] = row ? await deskProgrammes(house, [row.programmeId]) : [];
	if (!row || !programme) return null;
	const now = house.now();
	const mayChange = runs(who).includes(row.programmeId) && row.state !== 'ended';
	const agreed = await agreementsOf(house.store.read, pairingId);
	const away = await awaysOf(house.store.read, pairingId);
	const [waits] = await withWaits(house, [row.programmeId], [row]);
	const series = (await seriesByPairing(house, [pairingId])).get(pairingId) ?? [];
	const next = isExpected(row) ? (await nextMeetingsOf(house, [pairingId])).get(pairingId) : undefined;
	return {
		...row,
		programme: { id: programme.id, name: programme.name, zone: programme.zone },
		now,
		today: dayOf(now, programme.zone),
		/** Whose side of it the one who asks is on, if they are in it themselves. */
		side: sideOf(row, who.personId) ?? null,
		mayChange,
		agreement: inForce(agreed, now) ?? null,
		...(await versionsAtDesk(house.store.read, agreed)),
		mayCover: mayChange ? await whoMayCover(house, row) : [],
		/** By when somebody hears who writes just now. */
		heardBy: promiseFor(now, agreed, away)?.hearBy ?? null,
		wait: waits?.wait ?? null,
		next: next ? { starts: next.starts, place: next.place, day: next.day } : null,
		series: series.find(({ id }) => id === next?.seriesId) ?? null,
		aways: await awaysAtDesk(house, pairingId),
		hows: await howsAtDesk(house, who, row, series, away),
		goals: await goalCounts(house.store.read, pairingId),
		path: await pathAtDesk(house, row, programme.zone),
		quiet: hasGoneQuiet(waits?.wait ?? null, now),
		looks: await looksAt(house, row)
	};
}
export type PairingAtDesk = NonNullable<Awaited<ReturnType<typeof pairingAtDesk>>>;

/** The pairing's row with both names, or undefined where it isn't theirs to see. */
export async function rowAtDesk(house: House, who: Who, pairingId: string) {
	if (!couldBeId(pairingId)) return undefined;
	const [row] = await pairingRows(
		house.store.read,
		and(eq(pairings.id, pairingId), inArray(pairings.programmeId, sees(who)))
	);
	return row;
}

const MOST_LOOKS = 20;

async function looksAt({ store, secrets }: House, pairing: { id: string; youngId: string }) {
	const rows = await store.read
		.select()
		.from(looks)
		.where(and(eq(looks.spaceId, personSpace(pairing.youngId)), eq(looks.pairingId, pairing.id)))
		.orderBy(desc(looks.at), desc(looks.id))
		.limit(MOST_LOOKS);
	return rows.map(({ id, byName, byRole, at, ...row }) => ({
		...{ id, byName, byRole, at },
		reason: unsealReason(secrets, { id, reason: row.reason })
	}));
}
