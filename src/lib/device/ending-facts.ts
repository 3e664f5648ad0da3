import { dayOf, type Instant } from '../domain/clock/zones';
import type { AfterwardsFacts } from '../domain/endings/afterwards';
import type { EndingFacts } from '../domain/endings/goodbye';
import { lastDayOf } from '../domain/endings/over';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';

/** The same facts that the server reads before it decides, as far as this phone knows; `zone` is the programme's. */
export type EndingKept = EndingFacts & AfterwardsFacts & { zone: string };

/** What this phone knows of how a pairing ends. A goodbye of the other's is not on it before it is shown. */
export async function endingFacts(
	rows: PersonDatabase,
	pairingId: string,
	now: Instant
): Promise<EndingKept> {
	const [{ pairing, side }, ending, goodbyes, afterwards] = await Promise.all([
		pairingFacts(rows, pairingId, now),
		rows.endings.get(pairingId),
		rows.goodbyes.where({ pairingId }).toArray(),
		rows.afterwards.where({ pairingId }).toArray()
	]);
	const programme = pairing && (await rows.programmes.get(pairing.programmeId));
	const zone = programme?.zone ?? 'UTC';
	const endedAt = ending?.endedAt ?? null;
	const endedOn = endedAt === null ? null : lastDayOf(pairing?.endsOn ?? null, dayOf(endedAt, zone));
	return {
		...{ pairing, side, personId: rows.personId, goodbyes, afterwards, zone, today: dayOf(now, zone) },
		ending: ending && { ...ending, endedOn }
	};
}
