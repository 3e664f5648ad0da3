import { eq, ne, notInArray } from 'drizzle-orm';
import { pairings } from '../database/schema';
import type { Transaction } from '../database/store';
import { Refused } from '../refused';

/** The condition under which a pairing is running. */
export const notEnded = () => ne(pairings.state, 'ended');

/** The condition under which answers are expected and meetings happen: running, and not paused. */
export const expected = () => notInArray(pairings.state, ['ended', 'paused']);

/** @throws Refused when the pairing has ended or is not there */
export async function running(
	tx: Pick<Transaction, 'select'>,
	pairingId: string
): Promise<typeof pairings.$inferSelect> {
	const [pairing] = await tx.select().from(pairings).where(eq(pairings.id, pairingId));
	if (!pairing || pairing.state === 'ended') throw new Refused('pairing_ended');
	return pairing;
}
