import { eq } from 'drizzle-orm';
import type { Day } from '$lib/domain/clock/zones';
import type { SeriesBody } from '$lib/domain/meetings/series';
import type { HoursBody } from '$lib/domain/pairings/agreement';
import { pairings, programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { settleByHand } from '../introductions/write';
import { writeHours } from '../pairings/agreement';
import { pair, pairingOf, planEnd, type NewPairing } from '../pairings/pair';
import { running } from '../pairings/running';
import { endSeries, writeSeries } from '../pairings/series';
import { change, type Change } from '../spaces';
import { couldBeId, runs } from './scope';

/*
 * What a coordinator writes about pairings. Each is one change in a programme that they run; anybody else, and
 * anybody else's pairing, finds nothing there.
 */

/** Hours as the desk asks for them: their zone is always the programme's. */
export type Hours = Omit<HoursBody, 'zone'>;

/** @returns the pairing's id @throws 404, and Refused as `pair` does */
export async function pairUp(house: House, who: Who, asked: Omit<NewPairing, 'zone'>): Promise<string> {
	if (!runs(who).includes(asked.programmeId)) notThere();
	return change(house, who.personId, async (making) => {
		const zone = await zoneOf(making, asked.programmeId);
		const before = await pairingOf(making, asked.youngId, asked.mentorId);
		const pairingId = await pair(making, { ...asked, zone });
		if (pairingId !== before) await settleByHand(making, { ...asked, pairingId });
		return pairingId;
	});
}

/** @throws 404, and Refused when the pairing has ended */
export async function setHours(house: House, who: Who, pairingId: string, hours: Hours): Promise<void> {
	await inTheirs(house, who, pairingId, async (making, programmeId) => {
		await writeHours(making, pairingId, { ...hours, zone: await zoneOf(making, programmeId) });
	});
}

/** @throws 404, and Refused when the pairing has ended */
export async function setMeeting(
	house: House,
	who: Who,
	pairingId: string,
	asked: SeriesBody
): Promise<void> {
	await inTheirs(house, who, pairingId, async (making) => {
		await writeSeries(making, pairingId, asked);
	});
}

/** @throws 404, and Refused when the pairing has ended */
export async function stopMeeting(house: House, who: Who, pairingId: string): Promise<void> {
	await inTheirs(house, who, pairingId, (making) => endSeries(making, pairingId));
}

/** @throws 404, and Refused when the pairing has ended */
export async function setEnd(house: House, who: Who, pairingId: string, endsOn: Day | null): Promise<void> {
	await inTheirs(house, who, pairingId, async (making) => {
		await planEnd(making, await running(making.tx, pairingId), endsOn);
	});
}

/** One change to a pairing of a programme that somebody runs. @throws 404 */
export async function inTheirs(
	house: House,
	who: Who,
	pairingId: string,
	work: (making: Change, programmeId: string) => Promise<void>
): Promise<void> {
	if (!couldBeId(pairingId)) notThere();
	await change(house, who.personId, async (making) => {
		const [row] = await making.tx
			.select({ programmeId: pairings.programmeId })
			.from(pairings)
			.where(eq(pairings.id, pairingId));
		if (!row || !runs(who).includes(row.programmeId)) notThere();
		await work(making, row.programmeId);
	});
}

async function zoneOf({ tx }: Change, programmeId: string): Promise<string> {
	const [programme] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	return programme.zone;
}
