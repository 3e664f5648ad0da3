import { and, eq, lte } from 'drizzle-orm';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import { whatFollows } from '$lib/domain/introductions/course';
import { isOpen, LASTING_DAYS, MOST_OFFERED } from '$lib/domain/introductions/introduction';
import { introductions, mentorCards, pairings, vetoes } from '../database/schema';
import type { House } from '../house';
import { rolesOf } from '../people/role-in';
import { notEnded } from '../pairings/running';
import { Refused } from '../refused';
import { change, personSpace, type Change } from '../spaces';
import { tellOfIntroduction } from '../telling/introductions';
import { introductionRow, isApproved, mentorNow, type IntroductionRow } from './facts';
import { step } from './write';

export interface Offering {
	/** Made by whoever asks, so that asking twice makes one. */
	id: string;
	programmeId: string;
	youngId: string;
	mentorId: string;
}

/**
 * Shows a mentor's approved card to a young person.
 * @throws Refused when the mentor can't be introduced today, when three are shown already, or when the young person
 *   said no thanks to them before (for the desk only: the two are simply not offered again)
 */
export async function offer(making: Change, { id, programmeId, youngId, mentorId }: Offering): Promise<void> {
	if (await introductionRow(making.tx, id)) return;
	if (youngId === mentorId) throw new Refused('same_person');
	const isYoung = (await rolesOf(making.tx, youngId, programmeId)).includes('young');
	const isMentor = (await rolesOf(making.tx, mentorId, programmeId)).includes('mentor');
	if (!isYoung || !isMentor) throw new Refused('not_members');
	const [card] = await making.tx
		.select()
		.from(mentorCards)
		.where(and(eq(mentorCards.programmeId, programmeId), eq(mentorCards.mentorId, mentorId)));
	if (!card?.approved || !(await isApproved(making, programmeId, mentorId)))
		throw new Refused('not_approved');
	await mustBeOfferable(making, programmeId, youngId, mentorId);
	const spaceId = personSpace(youngId);
	const row = {
		...{ id, spaceId, revision: await making.revision(spaceId), programmeId, youngId, mentorId },
		...{ state: 'offered' as const, card: card.approved, offeredById: making.personId },
		...{ offeredAt: making.now, expiresAt: making.now + LASTING_DAYS * DAY }
	};
	if ((await mentorNow(making, row as IntroductionRow)).placesLeft < 1) throw new Refused('mentor_full');
	await making.tx.insert(introductions).values(row);
	await making.tx.update(mentorCards).set({ introducedAt: making.now }).where(eq(mentorCards.id, card.id));
	await making.record(spaceId, 'introduction.offered', id);
	await tellOfIntroduction(
		making,
		{ id, youngId, mentorId, answer: null },
		{ state: 'offered', wasAsked: false, meets: false }
	);
}

async function mustBeOfferable(
	{ tx }: Change,
	programmeId: string,
	youngId: string,
	mentorId: string
): Promise<void> {
	const earlier = await tx
		.select()
		.from(introductions)
		.where(and(eq(introductions.programmeId, programmeId), eq(introductions.youngId, youngId)));
	const theirs = earlier.filter((one) => one.mentorId === mentorId);
	if (theirs.some(({ state }) => state === 'declined')) throw new Refused('declined_before');
	if (theirs.some(isOpen)) throw new Refused('offered_already');
	if (earlier.filter(isOpen).length >= MOST_OFFERED) throw new Refused('three_offered');
	const [apart] = await tx
		.select()
		.from(vetoes)
		.where(
			and(eq(vetoes.programmeId, programmeId), eq(vetoes.youngId, youngId), eq(vetoes.mentorId, mentorId))
		);
	if (apart) throw new Refused('kept_apart');
	const [paired] = await tx
		.select({ id: pairings.id })
		.from(pairings)
		.where(and(eq(pairings.youngId, youngId), eq(pairings.mentorId, mentorId), notEnded()));
	if (paired) throw new Refused('already_paired');
}

/** Takes an introduction back. A mentor who had been asked hears that it goes no further. */
export async function withdraw(making: Change, row: IntroductionRow): Promise<void> {
	if (!isOpen(row)) throw new Refused('offer_over');
	await step(making, row, { state: 'withdrawn', waitsFor: null, whyNot: null });
}

/** Lets a yes that waited go on, or refuses while what it waits for has not come. */
export async function goOn(making: Change, row: IntroductionRow): Promise<void> {
	if (row.state !== 'waiting') throw new Refused('offer_over');
	const next = whatFollows(row, await mentorNow(making, row));
	if (next.state === 'waiting')
		throw new Refused(next.waitsFor === 'approval' ? 'not_approved' : 'mentor_full');
	await step(making, row, next);
}

/** Tells a young person whose yes waited that it can't be this one. */
export async function turnDown(making: Change, row: IntroductionRow): Promise<void> {
	if (row.state !== 'waiting') throw new Refused('offer_over');
	const whyNot = row.waitsFor === 'approval' ? 'not_cleared' : 'full';
	await step(making, row, { state: 'not_possible', waitsFor: null, whyNot });
}

/** Writes when and where the two first meet. Nobody has promised anything by it. */
export async function setFirstMeeting(
	making: Change,
	row: IntroductionRow,
	{ at, place }: { at: Instant; place: string }
): Promise<void> {
	if (row.state !== 'to_meet') throw new Refused('offer_over');
	await step(
		making,
		row,
		{ state: 'to_meet', waitsFor: null, whyNot: null },
		{ firstMeetingAt: at, firstMeetingPlace: place }
	);
}

/** Ends what has been on a phone for too long without an answer. @returns how many */
export async function expireOffers(house: House): Promise<number> {
	const over = (now: Instant) => and(eq(introductions.state, 'offered'), lte(introductions.expiresAt, now));
	const due = await house.store.read
		.select({ id: introductions.id })
		.from(introductions)
		.where(over(house.now()));
	for (const { id } of due)
		await change(house, null, async (making) => {
			const [row] = await making.tx
				.select()
				.from(introductions)
				.where(and(eq(introductions.id, id), over(making.now)));
			if (row) await step(making, row, { state: 'expired', waitsFor: null, whyNot: null });
		});
	return due.length;
}
