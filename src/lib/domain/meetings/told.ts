import * as v from 'valibot';
import { DAY, type Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import {
	closed,
	isAdult,
	meetingOnPlan,
	NOTHING_CHANGED,
	recordOf,
	type ChangedRows,
	type Maker,
	type MeetingFacts,
	writtenOfMeeting
} from './facts';
import { MISSED_BY } from './meeting';
import type { MeetingRows } from './occurrences';

/** After this nobody remembers rightly. Milliseconds. */
export const TOLD_WITHIN = 60 * DAY;
export const MOST_NOTE_CHARACTERS = 1000;
export const MOST_MINUTES_TOGETHER = 720;

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MINUTES_TOGETHER));

/** "Did it happen?": yes and for how long, or no and who could not come. With a note to the young person. */
export const MeetingHappenedBody = v.pipe(
	writtenOfMeeting({
		happened: v.boolean(),
		minutes: v.optional(v.nullable(Minutes), null),
		missedBy: v.optional(v.nullable(v.picklist(MISSED_BY)), null),
		note: v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), '')
	}),
	v.check(({ happened, minutes, missedBy }) =>
		happened ? minutes !== null && missedBy === null : minutes === null && missedBy !== null
	)
);
export type MeetingHappenedBody = v.InferOutput<typeof MeetingHappenedBody>;

/**
 * Whether somebody may tell: the mentor or whoever stood in, once it has begun, within sixty days. A young person is
 * never asked, so that nothing about them hangs on it. Telling again puts it right.
 */
export function mayTell(facts: MeetingFacts, body: MeetingHappenedBody, now: Instant): Verdict {
	const never = closed(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	if (!isAdult(facts.side)) return refuse('not_yours_to_do');
	const meeting = meetingOnPlan(facts, body);
	if (!('standing' in meeting)) return meeting;
	if (now < meeting.starts) return refuse('meeting_not_yet');
	if (now > meeting.starts + TOLD_WITHIN) return refuse('meeting_over');
	if (body.note.length > MOST_NOTE_CHARACTERS) return refuse('too_long');
	return contactDetails(body.note).length > 0 ? refuse('contact_details') : send;
}

/** What follows, beside the note. */
export function afterTelling(
	rows: MeetingRows,
	_: Maker,
	body: MeetingHappenedBody,
	now: Instant
): ChangedRows {
	const { happened, minutes, missedBy } = body;
	const record = {
		...recordOf(rows, body),
		...{ happened, missedBy, minutesTogether: minutes, toldAt: now }
	};
	return { ...NOTHING_CHANGED, records: [record] };
}
