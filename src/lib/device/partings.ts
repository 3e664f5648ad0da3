import type { Instant } from '../domain/clock/zones';
import type { Parting } from '../domain/pairings/parting';
import type { PersonDatabase } from './database';
import type { Pairing } from '../domain/pairings/pairing';
import { standingAfter, type Standing } from '../domain/pairings/parting';
import type { Pending } from './outbox/pending';

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

/** What the server would not have is not shown as done. */
export const stands = ({ outcome }: Pending) => outcome?.is !== 'refused';

/** A pairing as it stands once what its young person wants has been heard: a pause begins when they say so. */
export function withPartings<P extends Pick<Pairing, 'id' | 'state' | 'pausedFrom'>>(
	pairing: P,
	waiting: readonly Pending[]
): P {
	let standing: Standing = pairing;
	for (const one of waiting)
		if (one.kind === 'parting' && one.body.pairingId === pairing.id && stands(one))
			standing = standingAfter(standing, one.body.wants);
	return standing.state === pairing.state ? pairing : { ...pairing, ...standing };
}
