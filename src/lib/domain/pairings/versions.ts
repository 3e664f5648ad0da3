import type { Instant } from '../clock/zones';
import { inForce, isOpen, type Agreement, type ClosedWhy, type ReadingWindow } from './agreement';
import type { Pairing } from './pairing';
import { proposerOf, type ProposalAnswerBody, type ProposalBody } from './proposals';
import type { Says } from './terms';

/*
 * What becomes of the versions of an agreement once a proposal or an answer has been let through by its rule. The
 * server writes what is returned here; a phone lays it over what it knows.
 */

type Two = Pick<Pairing, 'id' | 'youngId' | 'mentorId'>;

/** Who proposes, and as which version's id. */
export interface Proposing {
	id: string;
	personId: string;
	/** In which a first version is written; later ones keep the zone they stand in. */
	zone: string;
}

/**
 * The versions that a proposal adds or changes. Whatever the same side proposed before is withdrawn; where the other
 * side proposes the very same, it is agreed at once.
 */
export function afterProposal(
	pairing: Two,
	agreements: readonly Agreement[],
	{ id, personId, zone }: Proposing,
	body: ProposalBody,
	now: Instant
): Agreement[] {
	const open = agreements.filter(isOpen);
	const mine = open.filter(({ proposedBy }) => proposedBy === personId);
	const withdrawn = mine.map((one) => closed(one, 'withdrawn', now));
	const same = open.find((one) => one.proposedBy !== personId && saysTheSame(one, body));
	if (same) {
		const others = agreements.filter((one) => !mine.includes(one));
		return [...withdrawn, ...counting(others, same, now)];
	}
	const before = inForce(agreements, now);
	const isYoung = personId === pairing.youngId;
	const added: Agreement = {
		...{ id, pairingId: pairing.id, version: nextVersion(agreements) },
		zone: before?.zone ?? zone,
		...{ hours: inOrder(body.hours), answerWithinMinutes: body.answerWithinMinutes },
		// A phone that knows nothing of how often leaves it as it is.
		terms: before?.terms.meets ? { meets: before.terms.meets, ...body.terms } : body.terms,
		...{ from: null, proposedBy: personId, proposedAt: now, closedAt: null, closedWhy: null },
		...{ youngYesAt: isYoung ? now : null, mentorYesAt: isYoung ? null : now }
	};
	return [...withdrawn, added];
}

/** The versions that an answer changes: none when it says again what has been said. */
export function afterAnswer(
	pairing: Two,
	agreements: readonly Agreement[],
	{ agreementId, says }: Pick<ProposalAnswerBody, 'agreementId' | 'says'>,
	now: Instant
): Agreement[] {
	const version = agreements.find(({ id }) => id === agreementId);
	if (!version || version.from !== null || !proposerOf(pairing, version)) return [];
	if (says === 'yes') return counting(agreements, version, now);
	if (!isOpen(version)) return [];
	return [closed(version, says === 'no' ? 'no_thanks' : 'withdrawn', now)];
}

/** The versions that change when `version` begins to count: itself, the one that counted, and every open proposal. */
export function counting(agreements: readonly Agreement[], version: Agreement, now: Instant): Agreement[] {
	const agreed: Agreement = {
		...version,
		...{ from: now, closedAt: null, closedWhy: null },
		youngYesAt: version.youngYesAt ?? now,
		mentorYesAt: version.mentorYesAt ?? now
	};
	return [
		...overBy(
			agreements.filter((one) => one.id !== version.id),
			now
		),
		agreed
	];
}

/** What is over once something else counts from `now` on. */
export function overBy(agreements: readonly Agreement[], now: Instant): Agreement[] {
	const before = inForce(agreements, now);
	const replaced = before && before.closedAt === null ? [closed(before, 'replaced', now)] : [];
	return [...replaced, ...agreements.filter(isOpen).map((one) => closed(one, 'overtaken', now))];
}

/** All versions with those that changed in their places. */
export function withChanged(agreements: readonly Agreement[], changed: readonly Agreement[]): Agreement[] {
	const kept = agreements.filter(({ id }) => !changed.some((one) => one.id === id));
	return [...kept, ...changed].sort((one, other) => other.version - one.version);
}

export function nextVersion(agreements: readonly Agreement[]): number {
	return Math.max(0, ...agreements.map(({ version }) => version)) + 1;
}

function closed(version: Agreement, closedWhy: ClosedWhy, closedAt: Instant): Agreement {
	return { ...version, closedAt, closedWhy };
}

/** Whether two versions hold the same, whatever order it was written in. */
export function saysTheSame(one: Says, other: Says): boolean {
	return told(one) === told(other);
}

const told = ({ terms, hours, answerWithinMinutes }: Says) =>
	JSON.stringify([Object.entries(terms).sort(), inOrder(hours), answerWithinMinutes]);

/** Windows as a week has them. */
export function inOrder(hours: readonly ReadingWindow[]): ReadingWindow[] {
	return hours
		.map(({ weekday, from, to }) => ({ weekday, from, to }))
		.sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
}
