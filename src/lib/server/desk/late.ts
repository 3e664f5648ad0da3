import type { DeskSays } from '$lib/domain/pairings/pairing';
import type { Who } from '../guard';
import type { House } from '../house';
import { Refused } from '../refused';
import { noteDeskSays } from '../telling/late';
import { waitIn } from '../telling/wait-facts';
import { inTheirs } from './pair-up';

/**
 * Tells a young person what a coordinator did about an answer that does not come. Saying it again replaces it.
 * @throws 404, and Refused when nobody waits there any more, or by a mentor of themself
 */
export async function sayLookedInto(
	house: House,
	who: Who,
	pairingId: string,
	says: DeskSays
): Promise<void> {
	await inTheirs(house, who, pairingId, async (making) => {
		const known = await waitIn(making.tx, pairingId);
		if (!known) throw new Refused('not_waiting');
		if ([known.pairing.mentorId, known.pairing.youngId].includes(who.personId))
			throw new Refused('in_it_yourself');
		await noteDeskSays(making, known, says);
	});
}
