import { eq } from 'drizzle-orm';
import {
	mayAfterwards,
	mayDropAfterwards,
	type AfterwardsBody,
	type AfterwardsGoneBody
} from '$lib/domain/endings/afterwards';
import type { AfterwardsKind } from '$lib/domain/endings/ending';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { afterwards } from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { sealAfterwards } from '../sealed-rows';
import type { Change } from '../spaces';

/** Keeps one thing that there is afterwards. */
export async function keepAfterwards(change: Change, entry: Writing<AfterwardsBody>): Promise<Verdict> {
	const { id, body, authorId } = entry;
	const facts = await afterwardsFacts(change, body.pairingId, authorId);
	const verdict = mayAfterwards(facts, body);
	if (verdict.is !== 'send' || !facts.pairing) return verdict;
	await writeAfterwards(change, { ...body, id, spaceId: facts.pairing.spaceId, byId: authorId });
	return send;
}

/** Puts one away: again, it changes nothing. */
export async function dropAfterwards(
	change: Change,
	{ body, authorId }: Writing<AfterwardsGoneBody>
): Promise<Verdict> {
	const facts = await afterwardsFacts(change, body.pairingId, authorId);
	const verdict = mayDropAfterwards(facts, body);
	const row = facts.afterwards.find(({ id }) => id === body.afterwardsId);
	if (verdict.is !== 'send' || !row || row.goneAt !== null) return verdict;
	const revision = await change.revision(row.spaceId);
	await change.tx.update(afterwards).set({ goneAt: change.now, revision }).where(eq(afterwards.id, row.id));
	await change.record(row.spaceId, 'afterwards.put_away', row.id);
	return send;
}

export interface NewAfterwards {
	id: string;
	pairingId: string;
	/** The pairing's. */
	spaceId: string;
	kind: AfterwardsKind;
	words: string;
	byId: string;
}

/** Writes one down, for whoever may: the two, or somebody of the desk. */
export async function writeAfterwards(change: Change, { words, ...rest }: NewAfterwards): Promise<void> {
	const revision = await change.revision(rest.spaceId);
	await change.tx.insert(afterwards).values({
		...{ ...rest, revision, at: change.now, goneAt: null },
		words: sealAfterwards(change.house.secrets, rest.id, words)
	});
	await change.record(rest.spaceId, 'afterwards.written', rest.id);
}

async function afterwardsFacts(change: Change, pairingId: string, personId: string) {
	const { pairing, side } = await pairingFacts(change.tx, pairingId, personId, change.now);
	const rows = pairing
		? await change.tx.select().from(afterwards).where(eq(afterwards.pairingId, pairing.id))
		: [];
	return { pairing, side, personId, afterwards: rows };
}
