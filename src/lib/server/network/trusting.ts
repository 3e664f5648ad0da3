import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import type { TrustedPerson } from '$lib/domain/network/network';
import {
	afterTrust,
	afterUntrust,
	mayTrust,
	mayUntrust,
	type TrustedPersonBody,
	type TrustedPersonGoneBody,
	type TrustFacts
} from '$lib/domain/network/trusting';
import { trustedPeople } from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { planOf } from '../plans/plan-of';
import { sealTrustedName, sealTrustedWho, unsealTrustedName, unsealTrustedWho } from '../sealed-rows';
import type { Change } from '../spaces';

/** Keeps somebody of their map whom a young person shares with a pairing. */
export async function keepTrusted(change: Change, entry: Writing<TrustedPersonBody>): Promise<Verdict> {
	const facts = await factsOf(change, entry.body.pairingId, entry.authorId);
	const verdict = mayTrust(facts, entry.body);
	if (verdict.is === 'send')
		await write(change, facts, afterTrust(facts, entry.body, change.now), 'trusted.shared');
	return verdict;
}

/** Takes somebody back: nobody can read of them any more, in the database either. */
export async function keepTrustedGone(
	change: Change,
	entry: Writing<TrustedPersonGoneBody>
): Promise<Verdict> {
	const facts = await factsOf(change, entry.body.pairingId, entry.authorId);
	const verdict = mayUntrust(facts);
	if (verdict.is === 'send')
		await write(change, facts, afterUntrust(facts, entry.body, change.now), 'trusted.taken_back');
	return verdict;
}

async function factsOf({ tx, now, house }: Change, pairingId: string, personId: string): Promise<TrustFacts> {
	const { pairing, side } = await pairingFacts(tx, pairingId, personId, now);
	const plan = await planOf(tx, { planId: pairing?.planId ?? null });
	if (!pairing) return { pairing, side, plan, people: [] };
	const rows = await tx.select().from(trustedPeople).where(eq(trustedPeople.pairingId, pairing.id));
	const people = rows.map((row) => ({
		...row,
		name: unsealTrustedName(house.secrets, row.id, row.name),
		who: unsealTrustedWho(house.secrets, row.id, row.who)
	}));
	return { pairing, side, plan, people };
}

async function write(
	change: Change,
	{ people }: TrustFacts,
	row: TrustedPerson | undefined,
	action: string
): Promise<void> {
	if (!row) return;
	const { id, spaceId, pairingId, ring, at, goneAt } = row;
	const { secrets } = change.house;
	const words = { name: sealTrustedName(secrets, id, row.name), who: sealTrustedWho(secrets, id, row.who) };
	const now = { ...words, ring, at, goneAt, revision: await change.revision(spaceId) };
	if (people.some((one) => one.id === id))
		await change.tx.update(trustedPeople).set(now).where(eq(trustedPeople.id, id));
	else await change.tx.insert(trustedPeople).values({ id, spaceId, pairingId, ...now });
	await change.record(spaceId, action, id);
}
