import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { dayOf, type Instant } from '$lib/domain/clock/zones';
import { isOpen, isToReview, type Agreement } from '$lib/domain/pairings/agreement';
import { agreements, pairings } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { expected } from '../pairings/running';
import { namesOf } from '../people/names';
import { ofProgrammes } from './of-programmes';
import { pairingRows } from './pairing-rows';

/** How long before its day the desk says that an agreement is to be looked at again. */
export const REVIEW_SOON_DAYS = 14;

const countingNow = ofProgrammes('desk_agreements_counting', (read, ids) =>
	read
		.select({ pairingId: agreements.pairingId, terms: agreements.terms, zone: agreements.zone })
		.from(agreements)
		.innerJoin(pairings, eq(pairings.id, agreements.pairingId))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				expected(),
				isNotNull(agreements.from),
				isNull(agreements.closedAt)
			)
		)
);

/** Agreements of these programmes that are to be looked at again by now, or soon; the first first. */
export async function agreementsToReview({ store }: House, programmeIds: string[], now: Instant) {
	const due = (await countingNow(store.read, programmeIds)).flatMap(({ pairingId, terms, zone }) => {
		const today = dayOf(now, zone);
		if (terms.reviewOn === null || !isToReview(terms, today, REVIEW_SOON_DAYS)) return [];
		return [{ pairingId, reviewOn: terms.reviewOn, past: terms.reviewOn <= today }];
	});
	if (due.length === 0) return [];
	const ids = due.map(({ pairingId }) => pairingId);
	const rows = new Map(
		(await pairingRows(store.read, inArray(pairings.id, ids))).map((row) => [row.id, row])
	);
	return due
		.flatMap(({ pairingId, ...review }) => {
			const row = rows.get(pairingId);
			return row ? [{ ...row, ...review }] : [];
		})
		.sort((one, other) => (one.reviewOn < other.reviewOn ? -1 : one.reviewOn > other.reviewOn ? 1 : 0));
}

/** The versions that counted, newest first, and what is proposed, as the desk may know of both. */
export async function versionsAtDesk(read: Reading, all: readonly Agreement[]) {
	const ids = all.flatMap(({ proposedBy, terms }) => [proposedBy, terms.coverId].filter((id) => id !== null));
	const names = await namesOf(read, ids);
	const nameOf = (id: string | null) => (id && names.get(id)) || null;
	return {
		versions: all
			.filter(({ from }) => from !== null)
			.map((version) => ({ ...version, coverName: nameOf(version.terms.coverId) })),
		proposals: all.filter(isOpen).map(({ id, proposedAt, proposedBy }) => ({
			...{ id, proposedAt },
			byName: nameOf(proposedBy) ?? ''
		}))
	};
}
