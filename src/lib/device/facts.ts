import { sideOf, type Pairing, type Side } from '../domain/pairings/pairing';
import type { Agreement } from '../domain/pairings/agreement';
import type { PersonDatabase } from './database';

/** What this phone knows about a pairing: the same facts that the server reads before it decides. */
export interface PairingFacts {
	pairing: Pairing | undefined;
	side: Side | undefined;
	agreements: Agreement[];
}

export async function pairingFacts(rows: PersonDatabase, pairingId: string): Promise<PairingFacts> {
	const [pairing, agreements] = await Promise.all([
		rows.pairings.get(pairingId),
		rows.agreements.where({ pairingId }).toArray()
	]);
	return { pairing, side: pairing && sideOf(pairing, rows.personId), agreements };
}
