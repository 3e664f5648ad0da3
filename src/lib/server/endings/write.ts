import type { Day, Instant } from '$lib/domain/clock/zones';
import type { EndedHow, Graduation } from '$lib/domain/endings/ending';
import { endings } from '../database/schema';
import { sealDeskWords } from '../sealed-rows';
import type { Change } from '../spaces';

/** What can be said of how a pairing ends. */
export interface EndingSaid {
	how?: EndedHow;
	endedAt?: Instant;
	readableUntil?: Day;
	/** A coordinator's, whose change it is, to the young person. */
	words?: string;
	graduation?: Graduation | null;
}

/** Writes the one row that says how a pairing ends; what is not said stays as it was. */
export async function writeEnding(
	change: Change,
	{ id, spaceId }: { id: string; spaceId: string },
	{ words, ...rest }: EndingSaid
): Promise<void> {
	const { secrets } = change.house;
	const desk =
		words === undefined
			? {}
			: { deskWords: sealDeskWords(secrets, id, words), deskById: change.personId, deskAt: change.now };
	const values = { ...rest, ...desk, revision: await change.revision(spaceId) };
	const nothing = {
		...{ how: null, endedAt: null, readableUntil: null, deskById: null, deskAt: null, graduation: null },
		deskWords: sealDeskWords(secrets, id, '')
	};
	await change.tx
		.insert(endings)
		.values({ ...nothing, id, spaceId, pairingId: id, ...values })
		.onConflictDoUpdate({ target: endings.id, set: values });
}
