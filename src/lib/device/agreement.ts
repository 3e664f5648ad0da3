import { dayOf, type Day, type Instant } from '../domain/clock/zones';
import { inForce, isOpen, isToReview, type Agreement } from '../domain/pairings/agreement';
import type { Pairing } from '../domain/pairings/pairing';
import { proposerOf, type ProposalAnswerBody, type ProposalBody } from '../domain/pairings/proposals';
import { withChanged } from '../domain/pairings/versions';
import type { Programme } from '../domain/programmes/programme';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import { proposalFacts } from './facts';
import { isAbout, laidOver, type AboutAgreement } from './laid-agreements';
import type { Pending } from './outbox/pending';
import { withPartings } from './partings';

/** Something said about an agreement that is not among the rows yet. */
export type Going = { id: string; standing: Standing } & (
	{ kind: 'proposal'; body: ProposalBody } | { kind: 'answer'; body: ProposalAnswerBody }
);

/** The agreement of a pairing on this phone, what was just said laid over what came by sync. */
export interface AgreementNow {
	pairing: Pairing;
	side: 'young' | 'mentor';
	programme: Programme;
	/** Newest first. */
	versions: Agreement[];
	counts: Agreement | undefined;
	/** The proposal that waits for the other side, and the one that waits for this one. */
	mine: Agreement | undefined;
	theirs: Agreement | undefined;
	/** What this person said last, until it is among the rows. */
	going: Going | undefined;
	/** The moment at which all this is so: see `noEarlier`. */
	at: Instant;
	/** In the agreement's zone. */
	today: Day;
	toReview: boolean;
}

/**
 * What two people agreed and propose; undefined for anybody but the two.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function agreementOn(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<AgreementNow | undefined> {
	const [facts, waiting] = await Promise.all([proposalFacts(rows, pairingId, now), pending]);
	const { side, programme } = facts;
	if (!facts.pairing || !programme || (side !== 'young' && side !== 'mentor')) return undefined;
	const pairing = withPartings(facts.pairing, waiting);
	const about = waiting.filter(isAbout(pairingId));
	const known = noEarlier(now, facts.agreements);
	const versions = about.reduce(
		(before, one) => laidOver({ pairing, side, programme, agreements: before }, one, rows.personId, known),
		withChanged(facts.agreements, [])
	);
	const at = noEarlier(known, versions);
	const counts = inForce(versions, at);
	const today = dayOf(at, counts?.zone ?? programme.zone);
	const open = (by: 'young' | 'mentor') =>
		versions.find((one) => isOpen(one) && proposerOf(pairing, one) === by);
	return {
		...{ pairing, side, programme: programme as Programme, versions, counts, at, today },
		mine: open(side),
		theirs: open(side === 'young' ? 'mentor' : 'young'),
		going: about.flatMap(going).at(-1),
		toReview: counts !== undefined && isToReview(counts.terms, today)
	};
}

/**
 * What the server said counts does count, on a phone whose clock is a little behind or looked at a while ago too:
 * nothing is ever agreed for later.
 */
function noEarlier(now: Instant, versions: readonly Agreement[]): Instant {
	return Math.max(now, ...versions.map(({ from }) => from ?? 0));
}

function going(one: AboutAgreement): Going[] {
	const said = { id: one.id, standing: standingOf(one) };
	return one.kind === 'agreement-proposal'
		? [{ ...said, kind: 'proposal', body: one.body }]
		: [{ ...said, kind: 'answer', body: one.body }];
}

/** Whoever is named in a version to stand in; undefined for nobody. */
export function coverNameIn(
	pairing: Pick<Pairing, 'coverOfferId' | 'coverOfferName'>,
	version: Pick<Agreement, 'terms'> & { coverName?: string | null }
): string | undefined {
	const { coverId } = version.terms;
	if (coverId === null) return undefined;
	return (coverId === pairing.coverOfferId ? pairing.coverOfferName : version.coverName) ?? undefined;
}
