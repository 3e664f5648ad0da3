import type { Instant } from '../domain/clock/zones';
import { coversUntil, type Away } from '../domain/pairings/away';
import { sideAt, type Pairing, type Side } from '../domain/pairings/pairing';
import type { Plan } from '../domain/programmes/plan';
import type { Programme } from '../domain/programmes/programme';
import type { SyncedRows } from '../domain/entries/synced';
import type { PersonDatabase } from './database';

/** What this phone knows about a pairing: the same facts that the server reads before it decides. */
export interface PairingFacts {
	pairing: Pairing | undefined;
	side: Side | undefined;
	agreements: SyncedRows['agreements'];
	aways: Away[];
	/** What the pairing goes by, as far as this phone knows. */
	plan: Plan | undefined;
	/** For whoever stands in: until when. */
	coversUntil?: Instant | undefined;
}

export async function pairingFacts(
	rows: PersonDatabase,
	pairingId: string,
	now: Instant
): Promise<PairingFacts> {
	const [pairing, agreements, aways] = await Promise.all([
		rows.pairings.get(pairingId),
		rows.agreements.where({ pairingId }).toArray(),
		rows.aways.where({ pairingId }).toArray()
	]);
	const side = pairing && sideAt(pairing, rows.personId, aways, now);
	const until = side === 'cover' ? coversUntil(aways, rows.personId, now) : undefined;
	const plan = pairing?.planId ? (await rows.plans.get(pairing.planId))?.plan : undefined;
	return { pairing, side, agreements, aways, plan, coversUntil: until };
}

/** As `pairingFacts`, with what the programme of the pairing lets agreements hold. */
export async function proposalFacts(
	rows: PersonDatabase,
	pairingId: string,
	now: Instant
): Promise<PairingFacts & { programme: Programme | undefined }> {
	const facts = await pairingFacts(rows, pairingId, now);
	const programme = facts.pairing && (await rows.programmes.get(facts.pairing.programmeId));
	return { ...facts, programme };
}
