import type { Instant } from '../domain/clock/zones';
import type { Parting } from '../domain/pairings/parting';
import type { PersonDatabase } from './database';

/** The newest thing that a young person asked of a pairing, as far as this phone may know of it. */
export async function newestParting(rows: PersonDatabase, pairingId: string): Promise<Parting | undefined> {
	const all = await rows.partings.filter((one) => one.pairingId === pairingId).sortBy('at');
	return all.at(-1);
}

/** When a pause last ended, or 0: whoever waited during it waits from then. */
export async function goneOnAt(rows: PersonDatabase, pairingId: string): Promise<Instant> {
	const all = await rows.partings
		.filter((one) => one.pairingId === pairingId && one.wants === 'go_on')
		.toArray();
	return Math.max(0, ...all.map(({ at }) => at));
}
