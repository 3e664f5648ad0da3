import type { Instant } from '../domain/clock/zones';
import type { SyncedRows } from '../domain/entries/synced';
import type { Agreement } from '../domain/pairings/agreement';
import type { Pairing, Side } from '../domain/pairings/pairing';
import { mayAnswerProposal, mayPropose, type ProposalFacts } from '../domain/pairings/proposals';
import { afterAnswer, afterProposal, withChanged } from '../domain/pairings/versions';
import type { Programme } from '../domain/programmes/programme';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';

export type AboutAgreement = Pending & { kind: 'agreement-proposal' | 'agreement-answer' };

/** What waits to leave about the agreement of one pairing. */
export const isAbout =
	(pairingId: string) =>
	(one: Pending): one is AboutAgreement =>
		(one.kind === 'agreement-proposal' || one.kind === 'agreement-answer') &&
		one.body.pairingId === pairingId;

/** What the rules would let through is shown as done; anything else waits for what the server says. */
export function laidOver(
	facts: ProposalFacts & { pairing: Pairing; programme: Pick<Programme, 'zone'> },
	one: AboutAgreement,
	personId: string,
	now: Instant
): Agreement[] {
	const agreements = [...facts.agreements];
	if (!stands(one) || agreements.some(({ id }) => id === one.id)) return agreements;
	const at = Math.min(one.writtenAt, now);
	if (one.kind === 'agreement-answer')
		return mayAnswerProposal(facts, one.body, now).is === 'send'
			? withChanged(agreements, afterAnswer(facts.pairing, agreements, one.body, at))
			: agreements;
	const by = { id: one.id, personId, zone: facts.programme.zone };
	return mayPropose(facts, one.body, now).is === 'send'
		? withChanged(agreements, afterProposal(facts.pairing, agreements, by, one.body, at))
		: agreements;
}

/** What says what counts. */
export interface AgreementFacts {
	pairing: Pairing | undefined;
	side: Side | undefined;
	agreements: SyncedRows['agreements'];
	programme: Pick<Programme, 'zone' | 'agreementLimits'> | undefined;
}

/**
 * What counts once everything that was said before has been heard: entries leave in the order in which they were
 * written, so that a message goes by an agreement to which its author said yes first.
 */
export function withAgreed(
	{ pairing: kept, side, agreements, programme }: AgreementFacts,
	waiting: readonly Pending[],
	personId: string
): SyncedRows['agreements'] {
	if (!kept || !programme) return agreements;
	const about = waiting.filter(isAbout(kept.id));
	if (about.length === 0) return agreements;
	const pairing = withPartings(kept, waiting);
	const versions = about.reduce<Agreement[]>((before, one) => {
		// What the server said counts did count, on a phone whose clock is a little behind too.
		const at = Math.max(one.writtenAt, ...before.map(({ from }) => from ?? 0));
		return laidOver({ pairing, side, programme, agreements: before }, one, personId, at);
	}, agreements);
	// Only what came by sync can count, and has its row's columns still.
	return versions.map((one) => ({ spaceId: pairing.spaceId, coverName: null, ...one }));
}
