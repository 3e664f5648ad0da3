import { and, eq, inArray } from 'drizzle-orm';
import type { Step } from '$lib/domain/introductions/course';
import { whenMentorBegan, whenPairedByHand, whenYoungPersonBegan } from '$lib/domain/introductions/course';
import { INTRODUCTION_STATES, isOpen } from '$lib/domain/introductions/introduction';
import { limitsOf } from '$lib/domain/pairings/terms';
import { askings, introductions, programmes } from '../database/schema';
import { pair, pairingOf } from '../pairings/pair';
import { personSpace, type Change } from '../spaces';
import { tellOfIntroduction } from '../telling/introductions';
import { mentorNow, type IntroductionRow } from './facts';

type More = Partial<typeof introductions.$inferInsert>;

/**
 * Writes where an introduction goes next, and everything that follows: the mentor's side of it from the first yes
 * on, the pairing once both are sure, and an honest end for whoever else was waiting for the same place.
 */
export async function step(change: Change, row: IntroductionRow, next: Step, more: More = {}): Promise<void> {
	await write(change, row, { ...next, ...more });
	if (next.state === 'begun') await begin(change, row);
}

async function write(change: Change, row: IntroductionRow, values: Step & More): Promise<void> {
	const revision = await change.revision(row.spaceId);
	await change.tx
		.update(introductions)
		.set({ ...values, revision })
		.where(eq(introductions.id, row.id));
	await change.record(row.spaceId, `introduction.${values.state}`, row.id);
	const wasAsked = await showMentor(change, row, values.state);
	await tellOfIntroduction(change, row, { state: values.state, wasAsked, meets: 'firstMeetingAt' in values });
}

/**
 * The mentor's side exists from the moment they are asked, and moves with every change after it.
 * @returns whether it was there before
 */
async function showMentor(change: Change, row: IntroductionRow, state: Step['state']): Promise<boolean> {
	const spaceId = personSpace(row.mentorId);
	const asked = state === 'asked' || state === 'to_meet';
	const [known] = await change.tx.select({ id: askings.id }).from(askings).where(eq(askings.id, row.id));
	if (!asked && !known) return false;
	const revision = await change.revision(spaceId);
	await change.tx
		.insert(askings)
		.values({ id: row.id, spaceId, revision, askedAt: change.now })
		.onConflictDoUpdate({ target: askings.id, set: { revision } });
	return known !== undefined;
}

/** Begins the pairing with the programme's usual hours: the two write their own agreement when they meet. */
async function begin(change: Change, row: IntroductionRow): Promise<void> {
	const { id, programmeId, youngId, mentorId } = row;
	const [programme] = await change.tx
		.select({ zone: programmes.zone, agreementLimits: programmes.agreementLimits })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	const { hours, answerWithinMinutes } = limitsOf(programme ?? { agreementLimits: null }).begins;
	// A coordinator may have paired the two by hand while an answer was on its way.
	const pairingId =
		(await pairingOf(change, youngId, mentorId)) ??
		(await pair(change, {
			...{ programmeId, youngId, mentorId, endsOn: null, zone: programme?.zone ?? 'UTC' },
			...{ hours, answerWithinMinutes }
		}));
	await change.tx.update(introductions).set({ pairingId }).where(eq(introductions.id, id));
	await letOthersKnow(change, row);
}

/** Settles what was still open between two people who have just been paired by hand, and around them. */
export async function settleByHand(change: Change, pairing: Begun & { pairingId: string }): Promise<void> {
	const { programmeId, youngId, mentorId, pairingId } = pairing;
	const theirs = await change.tx
		.select()
		.from(introductions)
		.where(
			and(
				eq(introductions.programmeId, programmeId),
				eq(introductions.youngId, youngId),
				eq(introductions.mentorId, mentorId)
			)
		);
	for (const row of theirs) {
		const next = whenPairedByHand(row);
		if (next) await write(change, row, { ...next, pairingId });
	}
	await letOthersKnow(change, pairing);
}

type Begun = Pick<IntroductionRow, 'programmeId' | 'youngId' | 'mentorId'>;

/** An honest end for every other open introduction of two people who have just begun. */
async function letOthersKnow(change: Change, begun: Begun): Promise<void> {
	const open = INTRODUCTION_STATES.filter((state) => isOpen({ state }));
	const openOf = (whose: 'youngId' | 'mentorId') =>
		change.tx
			.select()
			.from(introductions)
			.where(
				and(
					eq(introductions.programmeId, begun.programmeId),
					eq(introductions[whose], begun[whose]),
					inArray(introductions.state, open)
				)
			);
	for (const row of await openOf('youngId')) {
		const next = whenYoungPersonBegan(row);
		if (next) await write(change, row, next);
	}
	for (const row of await openOf('mentorId')) {
		const { placesLeft } = await mentorNow(change, row);
		const next = whenMentorBegan(row, placesLeft);
		if (next) await write(change, row, next);
	}
}
