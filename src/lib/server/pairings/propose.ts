import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import type { Agreement } from '$lib/domain/pairings/agreement';
import {
	mayAnswerProposal,
	mayPropose,
	type ProposalAnswerBody,
	type ProposalBody,
	type ProposalFacts
} from '$lib/domain/pairings/proposals';
import { afterAnswer, afterProposal } from '$lib/domain/pairings/versions';
import { agreements, programmes } from '../database/schema';
import type { Writing } from '../entries/effect';
import type { Change } from '../spaces';
import { tellOfVersions } from '../telling/agreements';
import { agreementsOf, pairingFacts } from './facts';
import { meetAsAgreed } from './rhythm';

/** Keeps what one of the two would like to have agreed; see decision 17. */
export async function keepProposal(change: Change, entry: Writing<ProposalBody>): Promise<Verdict> {
	const { body, authorId, id } = entry;
	const facts = await proposalFacts(change, body.pairingId, authorId);
	const { pairing, programme } = facts;
	const verdict = mayPropose(facts, body, change.now);
	if (verdict.is !== 'send' || !pairing || !programme) return verdict;
	const by = { id, personId: authorId, zone: programme.zone };
	const changed = afterProposal(pairing, facts.agreements, by, body, change.now);
	await keepVersions(change, pairing.spaceId, facts, changed);
	await tellOfVersions(change, pairing, facts.agreements, changed);
	await meetAsAgreed(change, pairing.id, changed);
	return verdict;
}

/** Keeps a yes, a no or that something is not proposed any more. A yes puts it in force at once. */
export async function keepProposalAnswer(
	change: Change,
	{ body, authorId }: Writing<ProposalAnswerBody>
): Promise<Verdict> {
	const facts = await proposalFacts(change, body.pairingId, authorId);
	const { pairing } = facts;
	const verdict = mayAnswerProposal(facts, body, change.now);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const changed = afterAnswer(pairing, facts.agreements, body, change.now);
	await keepVersions(change, pairing.spaceId, facts, changed);
	await tellOfVersions(change, pairing, facts.agreements, changed);
	await meetAsAgreed(change, pairing.id, changed);
	return verdict;
}

async function proposalFacts({ tx, now }: Change, pairingId: string, personId: string) {
	const { pairing, side } = await pairingFacts(tx, pairingId, personId, now);
	if (!pairing) return { pairing, side, agreements: [], programme: undefined } satisfies ProposalFacts;
	const [programme] = await tx
		.select({ zone: programmes.zone, agreementLimits: programmes.agreementLimits })
		.from(programmes)
		.where(eq(programmes.id, pairing.programmeId));
	return { pairing, side, agreements: await agreementsOf(tx, pairingId), programme } satisfies ProposalFacts;
}

/** Writes versions as they are now: those that were there change, the others are added. */
export async function keepVersions(
	change: Change,
	spaceId: string,
	{ agreements: before }: Pick<ProposalFacts, 'agreements'>,
	changed: readonly Agreement[]
): Promise<void> {
	for (const one of changed) {
		const { id, from, youngYesAt, mentorYesAt, closedAt, closedWhy } = one;
		const revision = await change.revision(spaceId);
		if (before.some((kept) => kept.id === id)) {
			const values = { revision, from, youngYesAt, mentorYesAt, closedAt, closedWhy };
			await change.tx.update(agreements).set(values).where(eq(agreements.id, id));
		} else await change.tx.insert(agreements).values({ ...one, spaceId, revision });
		await change.record(spaceId, `agreement.${actionOf(one)}`, id);
	}
}

function actionOf({ from, closedWhy, proposedBy }: Agreement): string {
	if (closedWhy) return closedWhy;
	if (proposedBy === null) return 'written';
	return from === null ? 'proposed' : 'in_force';
}
