import * as v from 'valibot';
import { dayOf, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import type { Programme } from '../programmes/programme';
import { inForce, isOpen, WrittenAnswerWithin, WrittenHours, type Agreement } from './agreement';
import { sideOf, type Pairing, type Side } from './pairing';
import { limitsOf, TermsBody, termsWithin, WORDS_OF_TERMS, type Terms } from './terms';

/** What one of the two would like to have agreed: all of it, with what is not to change as it stands. */
export const ProposalBody = v.object({
	pairingId: Id,
	/** The version in force as they saw it. */
	basedOn: v.nullable(Id),
	hours: WrittenHours,
	answerWithinMinutes: WrittenAnswerWithin,
	terms: TermsBody
});
export type ProposalBody = v.InferOutput<typeof ProposalBody>;

export const PROPOSAL_ANSWERS = ['yes', 'no', 'withdraw'] as const;

export const ProposalAnswerBody = v.object({
	pairingId: Id,
	/** The proposal that is answered or, by whoever proposed it, withdrawn. */
	agreementId: Id,
	says: v.picklist(PROPOSAL_ANSWERS),
	/** The version in force as they saw it. */
	basedOn: v.nullable(Id)
});
export type ProposalAnswerBody = v.InferOutput<typeof ProposalAnswerBody>;

/** What the rules need to know. `side` is undefined for anybody outside the pairing. */
export interface ProposalFacts {
	pairing: Pick<Pairing, 'state' | 'youngId' | 'mentorId' | 'coverOfferId'> | undefined;
	side: Side | undefined;
	agreements: readonly Agreement[];
	programme: Pick<Programme, 'zone' | 'agreementLimits'> | undefined;
}

/** Whether the two wrote this version themselves, and did not just begin with it. */
export function isTheirOwn({ proposedBy, from }: Pick<Agreement, 'proposedBy' | 'from'>): boolean {
	return proposedBy !== null && from !== null;
}

/** Which side proposed a version; undefined where the programme began with it. */
export function proposerOf(
	pairing: Pick<Pairing, 'youngId' | 'mentorId'>,
	{ proposedBy }: Pick<Agreement, 'proposedBy'>
): 'young' | 'mentor' | undefined {
	return proposedBy === null ? undefined : sideOf(pairing, proposedBy);
}

/** Why nobody on this side may write in the agreement now. */
function shut({ pairing, side, programme }: ProposalFacts): Verdict | undefined {
	if (!pairing || !side || !programme) return refuse('not_found');
	if (side === 'cover') return refuse('not_yours_to_do');
	if (pairing.state === 'ended') return refuse('pairing_ended');
	return side === 'mentor' && pairing.state === 'paused' ? refuse('pairing_paused') : undefined;
}

/**
 * Whether this may be proposed: by one of the two, on top of the version in force, within the programme's limits.
 * Source: product.md, "agreement"; decision 17.
 */
export function mayPropose(facts: ProposalFacts, body: ProposalBody, now: Instant): Verdict {
	const no = shut(facts);
	const { pairing, side, programme, agreements } = facts;
	if (no || !pairing || !programme) return no ?? refuse('not_found');
	const before = inForce(agreements, now);
	if ((before?.id ?? null) !== body.basedOn) return refuse('agreement_changed');
	const today = dayOf(now, before?.zone ?? programme.zone);
	const outside = termsWithin(limitsOf(programme), body, today, before);
	if (outside) return refuse(outside);
	if (!mayCover(pairing, body.terms)) return refuse('cover_changed');
	if (side === 'mentor' && givesDetails(body.terms, before?.terms)) return refuse('contact_details');
	return send;
}

/** Only whoever the desk offers stands in, or nobody. */
function mayCover({ coverOfferId }: Pick<Pairing, 'coverOfferId'>, { coverId }: Pick<Terms, 'coverId'>) {
	return coverId === null || coverId === coverOfferId;
}

/** Whether words that are new give a number or an address away. What stood there before is not the mentor's doing. */
function givesDetails(terms: Terms, before: Terms | undefined): boolean {
	return WORDS_OF_TERMS.some(
		(card) => terms[card] !== before?.[card] && contactDetails(terms[card]).length > 0
	);
}

/**
 * Whether a proposal may be answered so. The other side says yes or no; whoever proposed it withdraws. The same
 * answer again changes nothing and is no error.
 */
export function mayAnswerProposal(facts: ProposalFacts, body: ProposalAnswerBody, now: Instant): Verdict {
	const no = shut(facts);
	const { pairing, side, agreements } = facts;
	if (no || !pairing) return no ?? refuse('not_found');
	const version = agreements.find(({ id }) => id === body.agreementId);
	if (!version) return refuse('not_found');
	const by = proposerOf(pairing, version);
	if (by === undefined || (by === side) !== (body.says === 'withdraw')) return refuse('not_yours_to_do');
	if (body.says !== 'yes') return version.from === null ? send : refuse('agreement_changed');
	if (!mayCover(pairing, version.terms)) return refuse('cover_changed');
	const counts = isOpen(version) || inForce(agreements, now)?.id === version.id;
	return counts || isCrossing(facts, version, body, now) ? send : refuse('agreement_changed');
}

/**
 * Whether this yes and a yes of the other side crossed: each said yes to the other's proposal without knowing.
 * Both agreed to both, so the later proposal counts, whichever yes arrives first.
 */
function isCrossing(
	{ pairing, side, agreements }: ProposalFacts,
	version: Agreement,
	{ basedOn }: ProposalAnswerBody,
	now: Instant
): boolean {
	const counts = inForce(agreements, now);
	return (
		pairing !== undefined &&
		counts !== undefined &&
		version.closedWhy === 'overtaken' &&
		version.closedAt === counts.from &&
		version.version > counts.version &&
		proposerOf(pairing, counts) === side &&
		basedOn !== counts.id
	);
}
