import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	ABOUT_MEETING,
	isAdult,
	meetingOnPlan,
	NOTHING_CHANGED,
	notMeeting,
	recordOf,
	sameSide,
	type ChangedRows,
	type Maker,
	type MeetingFacts
} from './facts';
import type { MeetingRows } from './occurrences';

/** "I'll be there", for the time that the meeting has. */
export const MeetingYesBody = v.object(ABOUT_MEETING);
export type MeetingYesBody = v.InferOutput<typeof MeetingYesBody>;

/** Whether somebody may say so: either side, until it is over. Again changes nothing. */
export function mayAnswerMeeting(facts: MeetingFacts, body: MeetingYesBody, now: Instant): Verdict {
	const never = notMeeting(facts);
	if (never) return never;
	const meeting = meetingOnPlan(facts, body);
	if (!('standing' in meeting)) return meeting;
	return meeting.ends > now ? send : refuse('meeting_over');
}

/** Whoever will be there no longer asks for another time. */
export function afterYes(
	rows: MeetingRows,
	{ side }: Maker,
	body: MeetingYesBody,
	now: Instant
): ChangedRows {
	const record = recordOf(rows, body);
	const said = isAdult(side)
		? { mentorYesAt: record.mentorYesAt ?? now }
		: { youngYesAt: record.youngYesAt ?? now };
	const own = rows.moves.filter(
		(move) =>
			move.state === 'open' &&
			move.scope === 'this' &&
			move.seriesId === body.seriesId &&
			move.day === body.day &&
			sameSide(move.by, side)
	);
	return {
		...NOTHING_CHANGED,
		records: [{ ...record, ...said }],
		moves: own.map((move) => ({ ...move, state: 'withdrawn', settledAt: now }))
	};
}
