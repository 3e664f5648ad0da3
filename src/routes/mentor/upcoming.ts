import { meetingsBetween, type MeetingOnPhone } from '$lib/device/meetings';
import type { Reply } from '$lib/device/replies';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import { withClashes } from '$lib/domain/meetings/ahead';
import { isUntold } from '$lib/domain/meetings/occurrences';
import { awayAt } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import { betweenOf } from '../meeting/here';
import type { Between } from '$lib/wording/meetings';
import type { People } from './people';

const AHEAD = 42 * DAY;
/** Older meetings are not asked about on the first screen: nobody is sent back through months. */
const ASKED_BACK = 14 * DAY;

/** A meeting, with whom it is and who else it clashes with, by first names. */
export interface Upcoming extends MeetingOnPhone {
	name: string;
	between: Between;
	clash: string | undefined;
	/** The mentor is away then. */
	away: boolean;
}

/** Everybody they meet just now, and on which side they stand: their own, and those for whom they stand in. */
export function everybody({ replies, standIns }: People): { reply: Reply; side: 'mentor' | 'cover' }[] {
	return [
		...replies.map((reply) => ({ reply, side: 'mentor' as const })),
		...standIns.map((reply) => ({ reply, side: 'cover' as const }))
	];
}

/** Meetings of everybody between two moments, soonest first. */
export function meetingsOfPeople(people: People, from: Instant, until: Instant): Upcoming[] {
	const known = new Map(everybody(people).map((one) => [one.reply.pairing.id, one]));
	const theirs = meetingsBetween(people.meetings, from, until).filter(({ pairingId }) =>
		known.has(pairingId)
	);
	return withClashes(theirs).flatMap(({ clashesWith, ...meeting }) => {
		const found = known.get(meeting.pairingId);
		if (!found) return [];
		const { reply, side } = found;
		return [
			{
				...meeting,
				name: reply.pairing.youngName,
				between: betweenOf(reply.pairing, side),
				clash: clashesWith && known.get(clashesWith)?.reply.pairing.youngName,
				away: side === 'mentor' && awayAt(reply.aways, meeting.starts) !== undefined
			}
		];
	});
}

/** The meetings of the next six weeks across everybody, soonest first, the one under way included. */
export function upcoming(people: People, now: Instant): Upcoming[] {
	const running = new Set(
		everybody(people).flatMap(({ reply: { pairing } }) => (isExpected(pairing) ? [pairing.id] : []))
	);
	return meetingsOfPeople(people, now, now + AHEAD).filter(
		({ pairingId, ends }) => ends > now && running.has(pairingId)
	);
}

/** What the mentor is asked about meetings, the soonest first: another time, and whether one happened. */
export interface Needs {
	moves: Upcoming[];
	/** The latest first. */
	told: Upcoming[];
}

export function meetingNeeds(people: People, now: Instant): Needs {
	const moves = upcoming(people, now).filter((meeting) => meeting.moves.some(({ by }) => by === 'young'));
	const told = meetingsOfPeople(people, now - ASKED_BACK, now).filter((one) => isUntold(one, now));
	return { moves, told: told.reverse() };
}
