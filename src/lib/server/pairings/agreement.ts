import { v7 as uuid } from 'uuid';
import type { HoursBody, ReadingWindow } from '$lib/domain/pairings/agreement';
import { USUAL_TERMS } from '$lib/domain/pairings/terms';
import { agreements } from '../database/schema';
import type { Change } from '../spaces';
import { agreementsOf } from './facts';
import { running } from './running';

interface Where {
	id: string;
	spaceId: string;
}

/** Writes the first version of a new pairing's hours. */
export async function firstHours(change: Change, pairing: Where, hours: HoursBody): Promise<void> {
	await addVersion(change, pairing, hours, 1);
}

/**
 * Writes new hours for a pairing, in force from now; the earlier versions stay. The same hours again change nothing.
 * @returns the version in force
 * @throws Refused when the pairing has ended
 */
export async function writeHours(change: Change, pairingId: string, asked: HoursBody): Promise<number> {
	const pairing = await running(change.tx, pairingId);
	const [newest] = await agreementsOf(change.tx, pairingId);
	if (newest && told(newest) === told(asked)) return newest.version;
	const version = (newest?.version ?? 0) + 1;
	await addVersion(change, pairing, asked, version);
	return version;
}

async function addVersion(change: Change, pairing: Where, asked: HoursBody, version: number): Promise<void> {
	const id = uuid();
	await change.tx.insert(agreements).values({
		id,
		spaceId: pairing.spaceId,
		revision: await change.revision(pairing.spaceId),
		pairingId: pairing.id,
		version,
		zone: asked.zone,
		hours: inOrder(asked.hours),
		answerWithinMinutes: asked.answerWithinMinutes,
		terms: USUAL_TERMS,
		from: change.now,
		proposedBy: null,
		proposedAt: change.now
	});
	await change.record(pairing.spaceId, 'agreement.written', id);
}

function inOrder(hours: readonly ReadingWindow[]): ReadingWindow[] {
	return hours
		.map(({ weekday, from, to }) => ({ weekday, from, to }))
		.sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
}

const told = ({ zone, hours, answerWithinMinutes }: HoursBody) =>
	JSON.stringify([zone, inOrder(hours), answerWithinMinutes]);
