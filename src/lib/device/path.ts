import { dayOf } from '../domain/clock/zones';
import type { Pairing } from '../domain/pairings/pairing';
import type { PathFacts } from '../domain/pairings/path';
import { USUAL_PLAN } from '../domain/programmes/usual-plan';
import type { PersonDatabase } from './database';

/** What says where a pairing is on its path, as far as this phone knows; in its programme's zone. */
export async function pathFactsOn(rows: PersonDatabase, pairing: Pairing): Promise<PathFacts> {
	const { id, programmeId, planId, startedAt, endsOn } = pairing;
	const [programme, kept, starts] = await Promise.all([
		rows.programmes.get(programmeId),
		planId ? rows.plans.get(planId) : undefined,
		rows.stageStarts.where('pairingId').equals(id).toArray()
	]);
	return {
		plan: kept?.plan ?? USUAL_PLAN,
		startsOn: dayOf(startedAt, programme?.zone ?? 'UTC'),
		endsOn,
		starts
	};
}
