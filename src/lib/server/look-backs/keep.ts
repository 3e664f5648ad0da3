import { eq } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import type { EntryBodies } from '$lib/domain/entries/kinds';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { lookBackId, type LookBack } from '$lib/domain/look-backs/look-back';
import {
	afterLookBack,
	mayLookBack,
	type AboutLookBackKind,
	type LookBackFacts,
	type LookBackSaid
} from '$lib/domain/look-backs/said';
import { lookBacks, programmes } from '../database/schema';
import { closeSaid, openLookBack } from '../endings/look-back-row';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { pathFactsOf } from '../plans/path-of';
import { personSpace, type Change } from '../spaces';
import { settle, tell } from '../telling/tell';

/** How each kind of entry is told in the audit. */
const ACTION: Record<AboutLookBackKind, string> = {
	'look-back': 'look_back.written',
	'look-back-outcome': 'look_back.outcome',
	'look-back-share': 'look_back.shared',
	'look-back-count': 'look_back.counted'
};

/** Keeps what somebody says when they look back. What changes nothing writes nothing. */
export const keepLookBack =
	<Kind extends AboutLookBackKind>(kind: Kind) =>
	async (change: Change, entry: Writing<EntryBodies[Kind]>): Promise<Verdict> => {
		const said = { kind, body: entry.body } as unknown as LookBackSaid;
		const facts = await lookBackFacts(change, said, entry.authorId);
		const verdict = mayLookBack(facts, said);
		if (verdict.is !== 'send' || !facts.pairing) return verdict;
		const ownSpaceId = personSpace(entry.authorId);
		const row = afterLookBack(facts, said, { at: change.now, ownSpaceId });
		if (!row || row === facts.own) return send;
		await write(change, facts.own, row);
		await change.record(row.spaceId, ACTION[kind], row.id);
		await settle(change, { personIds: [entry.authorId], kinds: ['look_back'], subjectId: row.which });
		if (kind === 'look-back-share') await tellOfSharing(change, facts.pairing, row);
		return send;
	};

async function lookBackFacts(
	{ tx, house, now }: Change,
	{ body }: LookBackSaid,
	personId: string
): Promise<LookBackFacts & { pairing: Pairing | undefined }> {
	const { pairing, side } = await pairingFacts(tx, body.pairingId, personId, now);
	if (!pairing) return { pairing, side, personId, path: undefined, today: '', own: undefined };
	const [programme] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, pairing.programmeId));
	const zone = programme?.zone ?? 'UTC';
	const [row] = await tx
		.select()
		.from(lookBacks)
		.where(eq(lookBacks.id, lookBackId(pairing.id, body.which, personId)));
	const own = row && openLookBack(house.secrets, row);
	const path = await pathFactsOf(tx, pairing, zone);
	return { pairing, side, personId, path, today: dayOf(now, zone), own };
}

type Pairing = NonNullable<Awaited<ReturnType<typeof pairingFacts>>['pairing']>;

async function write(change: Change, before: LookBack | undefined, row: LookBack): Promise<void> {
	const { tx, house } = change;
	const { id, spaceId, counted, sharedAt, at } = row;
	const revision = await change.revision(spaceId);
	const said = closeSaid(house.secrets, id, row);
	if (!before) {
		const { answers: _, outcomes: __, ...columns } = row;
		await tx.insert(lookBacks).values({ ...columns, said, revision });
		return;
	}
	// It leaves its author's space for the pairing's: both have moved.
	if (before.spaceId !== spaceId) await change.revision(before.spaceId);
	await tx
		.update(lookBacks)
		.set({ spaceId, said, counted, sharedAt, at, revision })
		.where(eq(lookBacks.id, id));
}

/** The other of the two learns that there is something to read; whoever stands in does not. */
async function tellOfSharing(change: Change, pairing: Pairing, row: LookBack): Promise<void> {
	const { youngId, mentorId, id: pairingId } = pairing;
	const personId = row.personId === youngId ? mentorId : youngId;
	const key = `look_back_shared:${row.id}`;
	await tell(change, { personId, kind: 'look_back', pairingId, subjectId: row.id, key });
}
