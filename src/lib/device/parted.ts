import type { Pairing, PairingState } from '../domain/pairings/pairing';
import type { PartingWants } from '../domain/pairings/parting';
import type { Pending } from './outbox/pending';

/** What the server would not have is not shown as done. */
export const stands = ({ outcome }: Pending) => outcome?.is !== 'refused';

const BECOMES: Record<PartingWants, PairingState | undefined> = {
	pause: 'paused',
	go_on: 'active',
	end: 'ended',
	someone_else: undefined
};

/** A pairing as it stands once what its young person wants has been heard: a pause begins when they say so. */
export function withPartings<P extends Pick<Pairing, 'id' | 'state'>>(
	pairing: P,
	waiting: readonly Pending[]
): P {
	let state = pairing.state;
	for (const one of waiting)
		if (one.kind === 'parting' && one.body.pairingId === pairing.id && stands(one) && state !== 'ended')
			state = BECOMES[one.body.wants] ?? state;
	return state === pairing.state ? pairing : { ...pairing, state };
}
