import type { ShownLine } from '$lib/domain/about/about';
import { askingState, type Asking, type Introduction } from '$lib/domain/introductions/introduction';
import type { askings } from '../database/schema';
import type { House } from '../house';
import { unsealShown } from '../sealed-rows';
import type { IntroductionRow } from './facts';

type Keys = Pick<House, 'secrets'>;

/** An introduction as the young person's phones keep it. Whom it is with is in the card, and why is nobody's. */
export function forYoungPerson(house: Keys, row: IntroductionRow): Introduction {
	const { id, spaceId, programmeId, state, whyNot, waitsFor, card, offeredAt, expiresAt } = row;
	const { answer, answeredAt, firstMeetingAt, firstMeetingPlace, youngAfter, pairingId } = row;
	return {
		...{ id, spaceId, programmeId, state, whyNot, waitsFor, card, offeredAt, expiresAt, answer, answeredAt },
		...{
			mentorSaid: row.mentorSaid,
			mentorAfter: null,
			youngAfter,
			firstMeetingAt,
			firstMeetingPlace,
			pairingId
		},
		shown: shownOn(house, row)
	};
}

/** The mentor's side: a first name, what they were shown, and where it stands. Never the wish, never a reason. */
export function forMentor(
	house: Keys,
	{ id, spaceId, askedAt }: typeof askings.$inferSelect,
	row: IntroductionRow,
	youngName: string
): Asking {
	const { programmeId, mentorSaid, mentorAfter, firstMeetingAt, firstMeetingPlace, pairingId } = row;
	const state = askingState(row, true) ?? 'over';
	return {
		...{ id, spaceId, programmeId, youngName, answer: row.answer ?? 'yes', state, mentorSaid, mentorAfter },
		...{ firstMeetingAt, firstMeetingPlace, askedAt, pairingId },
		// Once it goes no further, they need no longer know.
		shown: state === 'over' ? [] : shownOn(house, row)
	};
}

function shownOn({ secrets }: Keys, { id, shown }: IntroductionRow): ShownLine[] {
	return shown ? (JSON.parse(unsealShown(secrets, id, shown)) as ShownLine[]) : [];
}
