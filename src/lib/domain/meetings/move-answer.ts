import * as v from 'valibot';
import { WrittenDay, WrittenTime } from '../clock/written';
import { instantAt, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	NOTHING_CHANGED,
	notMeeting,
	sameSide,
	seenMeeting,
	type ChangedRows,
	type Maker,
	type MeetingFacts,
	writtenOfMeeting
} from './facts';
import { meetingId, type Move } from './meeting';
import type { MeetingRows } from './occurrences';
import { sameTime } from './offered';
import { afterTaking } from './taking';

/** One takes one of the times or says that none suits; whoever asked may take it back. */
export const MOVE_ANSWERS = ['take', 'none_suits', 'withdraw'] as const;

export const MoveAnswerBody = v.pipe(
	writtenOfMeeting({
		moveId: Id,
		says: v.picklist(MOVE_ANSWERS),
		taken: v.optional(v.nullable(v.object({ day: WrittenDay, time: WrittenTime })), null)
	}),
	v.check(({ says, taken }) => (says === 'take') === (taken !== null))
);
export type MoveAnswerBody = v.InferOutput<typeof MoveAnswerBody>;

/** Whether somebody may say this to a move. Whoever comes second, on whichever phone, finds the meeting changed. */
export function mayAnswerMove(facts: MeetingFacts, body: MoveAnswerBody, now: Instant): Verdict {
	const never = notMeeting(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	const move = facts.moves.find(({ id }) => id === body.moveId);
	// With "this and later" it may have gone along into another series meanwhile.
	if (move && meetingId(move) !== meetingId(body)) return refuse('meeting_changed');
	if (!move) return refuse('not_found');
	if (sameSide(move.by, facts.side) !== (body.says === 'withdraw')) return refuse('not_yours_to_do');
	if (move.state !== 'open') return refuse('meeting_changed');
	return body.says === 'take' ? mayTake(facts, body, move, now) : send;
}

function mayTake(facts: MeetingFacts, body: MoveAnswerBody, move: Move, now: Instant): Verdict {
	const meeting = seenMeeting(facts, body);
	if (!('standing' in meeting)) return meeting;
	const { taken } = body;
	if (!taken || !move.times.some((time) => sameTime(time, taken))) return refuse('not_found');
	const { is } = meeting.standing;
	if (is === 'happened' || is === 'missed') return refuse('meeting_over');
	if (is !== 'called_off' && meeting.ends <= now) return refuse('meeting_over');
	return instantAt(taken.day, taken.time, meeting.zone) > now ? send : refuse('time_over');
}

/** What follows: the meeting is moved, or nothing is asked any more. */
export function afterMoveAnswer(
	rows: MeetingRows,
	{ id }: Maker,
	{ moveId, says, taken }: MoveAnswerBody,
	now: Instant
): ChangedRows {
	const move = rows.moves.find((one) => one.id === moveId);
	if (!move) return NOTHING_CHANGED;
	if (says === 'take' && taken) return afterTaking(rows, move, taken, id, now);
	const state = says === 'withdraw' ? 'withdrawn' : 'none_suits';
	return { ...NOTHING_CHANGED, moves: [{ ...move, state, settledAt: now }] };
}
