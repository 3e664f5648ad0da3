import * as v from 'valibot';
import { instantAt, type Instant } from '../clock/zones';
import { writtenNumber } from '../clock/written';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import {
	isAdult,
	NOTHING_CHANGED,
	notMeeting,
	recordOf,
	sameSide,
	seenMeeting,
	withChanges,
	type ChangedRows,
	type Maker,
	type MeetingFacts,
	writtenOfMeeting
} from './facts';
import { meetingId, SCOPES, type Move, type OfferedTime } from './meeting';
import type { MeetingRows } from './occurrences';
import { OfferedTimes, sameTime, wrongOffer } from './offered';
import { MOST_PLACE_CHARACTERS } from './series';
import { afterTaking } from './taking';

/** What may go with a move, in characters. */
export const MOST_MOVE_CHARACTERS = 280;

/** "Can we move it?" */
export const MeetingMoveBody = writtenOfMeeting({
	scope: v.picklist(SCOPES),
	times: v.pipe(OfferedTimes, v.minLength(1)),
	/** How long and where: as it is, or otherwise. */
	minutes: writtenNumber(15, 480),
	place: v.pipe(
		v.string(),
		v.maxLength(10_000),
		v.transform(clean),
		v.minLength(1),
		v.maxLength(MOST_PLACE_CHARACTERS)
	),
	note: v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), ''),
	/** Its author saw that it was called off, and asks for another time for it. */
	calledOff: v.optional(v.boolean(), false)
});
export type MeetingMoveBody = v.InferOutput<typeof MeetingMoveBody>;

/**
 * Whether somebody may ask to move a meeting: either side, with times that the agreement has room for. Nobody has to
 * say why; an adult's words hold no contact details.
 */
export function mayMove(facts: MeetingFacts, body: MeetingMoveBody, now: Instant): Verdict {
	const never = notMeeting(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	const meeting = seenMeeting(facts, body);
	if (!('standing' in meeting)) return meeting;
	const { is } = meeting.standing;
	if ((is === 'called_off') !== body.calledOff) return refuse('meeting_changed');
	if (is === 'happened' || is === 'missed' || (!body.calledOff && meeting.ends <= now))
		return refuse('meeting_over');
	if (body.calledOff && body.scope !== 'this') return refuse('meeting_changed');
	if (body.note.length > MOST_MOVE_CHARACTERS) return refuse('too_long');
	const words = body.place === meeting.place ? body.note : `${body.place}\n${body.note}`;
	if (isAdult(facts.side) && contactDetails(words).length > 0) return refuse('contact_details');
	const wrong = wrongOffer(facts, meeting, body, now);
	return wrong ? refuse(wrong) : send;
}

/**
 * Keeps the times. Whatever the same side asked about this meeting before is withdrawn; where the other side offers
 * one of the very same times, it is agreed at once.
 */
export function afterMove(rows: MeetingRows, maker: Maker, body: MeetingMoveBody, now: Instant): ChangedRows {
	return afterOffer(rows, maker, { ...body, at: now });
}

type Offered = Pick<
	Move,
	'seriesId' | 'day' | 'scope' | 'times' | 'minutes' | 'place' | 'note' | 'at' | 'pairingId'
>;

/** The same for times that come with a meeting called off. */
export function afterOffer(
	rows: MeetingRows,
	{ id, personId, side }: Maker,
	{ seriesId, day, scope, times, minutes, place, note, at, pairingId }: Offered
): ChangedRows {
	const { spaceId } = recordOf(rows, { seriesId, day });
	const move: Move = {
		...{ id, spaceId, pairingId, seriesId, day, scope, byId: personId, by: side },
		...{ times, minutes, place, note, at, state: 'open', taken: null, settledAt: null }
	};
	const open = rows.moves.filter((one) => one.state === 'open' && meetingId(one) === meetingId(move));
	const replaced = open
		.filter((one) => sameSide(one.by, side))
		.map((one): Move => ({ ...one, state: 'withdrawn', settledAt: at }));
	const kept: ChangedRows = { ...NOTHING_CHANGED, moves: [...replaced, move] };
	const agreed = agreedAtOnce(rows, move, at);
	if (!agreed) return kept;
	const after = afterTaking(withChanges(rows, kept), agreed.move, agreed.time, id, at);
	const settled = after.moves.map((one): Move =>
		one.id === id ? { ...one, state: 'taken', taken: agreed.time } : one
	);
	return { ...after, moves: [...replaced, ...settled] };
}

/**
 * What both sides offer for the same meeting: the earliest such time, and the move that offered it first. Only where
 * they mean the same in all else: as many meetings, as long, at the same place.
 */
export function agreedAtOnce(
	rows: MeetingRows,
	move: Move,
	now: Instant
): { move: Move; time: OfferedTime } | undefined {
	const zone = rows.series.find(({ id }) => id === move.seriesId)?.zone ?? 'UTC';
	const startsAt = ({ day, time }: OfferedTime) => instantAt(day, time, zone);
	return rows.moves
		.filter((other) => other.state === 'open' && !sameSide(other.by, move.by) && isAlike(other, move))
		.flatMap((other) =>
			other.times
				.filter((time) => startsAt(time) > now && move.times.some((one) => sameTime(one, time)))
				.map((time) => ({ move: other, time }))
		)
		.sort((a, b) => startsAt(a.time) - startsAt(b.time))[0];
}

const isAlike = (one: Move, other: Move) =>
	meetingId(one) === meetingId(other) &&
	one.scope === other.scope &&
	one.minutes === other.minutes &&
	one.place === other.place;
