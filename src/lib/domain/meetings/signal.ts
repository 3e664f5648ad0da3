import * as v from 'valibot';
import { HOUR, type Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import {
	isAdult,
	meetingOnPlan,
	NOTHING_CHANGED,
	notMeeting,
	recordOf,
	type ChangedRows,
	type Maker,
	type MeetingFacts,
	writtenOfMeeting
} from './facts';
import type { MeetingRows } from './occurrences';

/** "Running late" and "I'm here". */
export const SIGNALS = ['late', 'here'] as const;
export type Signal = (typeof SIGNALS)[number];

/** How long before a meeting somebody may know that they are late, or be there. Milliseconds. */
export const SIGNALS_FROM = 2 * HOUR;
export const LEAST_LATE = 5;
export const MOST_LATE = 60;

export const MeetingSignalBody = writtenOfMeeting({
	says: v.picklist(SIGNALS),
	/** By how many minutes a mentor is late. A young person does not have to say. */
	minutes: v.optional(
		v.nullable(v.pipe(v.number(), v.integer(), v.minValue(LEAST_LATE), v.maxValue(MOST_LATE))),
		null
	)
});
export type MeetingSignalBody = v.InferOutput<typeof MeetingSignalBody>;

type Times = { starts: Instant; ends: Instant };
const isTooSoon = ({ starts }: Times, now: Instant) => now < starts - SIGNALS_FROM;
const isOver = ({ ends }: Times, now: Instant) => ends <= now;

/** Whether now is the time to say so: from two hours before a meeting until it ends. */
export function isSignalTime(meeting: Times, now: Instant): boolean {
	return !isTooSoon(meeting, now) && !isOver(meeting, now);
}

/** Whether it may be said: from two hours before the meeting until it ends. */
export function maySignal(facts: MeetingFacts, body: MeetingSignalBody, now: Instant): Verdict {
	const never = notMeeting(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	const meeting = meetingOnPlan(facts, body);
	if (!('standing' in meeting)) return meeting;
	if (isTooSoon(meeting, now)) return refuse('meeting_not_yet');
	if (isOver(meeting, now)) return refuse('meeting_over');
	const says = isAdult(facts.side) && body.says === 'late';
	if (says) return body.minutes === null ? refuse('nothing_written') : send;
	return body.minutes === null ? send : refuse('not_yours_to_do');
}

/** The last word about being late counts; whoever is there stays there. */
export function afterSignal(
	rows: MeetingRows,
	{ side }: Maker,
	body: MeetingSignalBody,
	now: Instant
): ChangedRows {
	const record = recordOf(rows, body);
	const { says, minutes } = body;
	const said = isAdult(side)
		? says === 'late'
			? { mentorLateAt: now, mentorLateMinutes: minutes }
			: { mentorHereAt: record.mentorHereAt ?? now }
		: says === 'late'
			? { youngLateAt: now }
			: { youngHereAt: record.youngHereAt ?? now };
	return { ...NOTHING_CHANGED, records: [{ ...record, ...said }] };
}
