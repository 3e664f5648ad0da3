import type { Instant } from '../clock/zones';
import type { Verdict } from '../entries/verdict';
import type { EntryBodies } from '../entries/kinds';
import { afterCallOff, mayCallOff } from './call-off';
import { NOTHING_CHANGED, type ChangedRows, type Maker, type MeetingFacts } from './facts';
import { maySayHow } from './how';
import type { MeetingRows } from './occurrences';
import { afterMove, mayMove } from './move';
import { afterMoveAnswer, mayAnswerMove } from './move-answer';
import { afterSignal, maySignal } from './signal';
import { afterTelling, mayTell } from './told';
import { afterYes, mayAnswerMeeting } from './yes';

/** Every kind of entry that speaks of one meeting. */
export const ABOUT_MEETINGS = [
	'meeting-yes',
	'meeting-move',
	'move-answer',
	'meeting-call-off',
	'meeting-signal',
	'meeting-happened',
	'meeting-how'
] as const;
export type AboutMeetingKind = (typeof ABOUT_MEETINGS)[number];
export type MeetingSaid = {
	[Kind in AboutMeetingKind]: { kind: Kind; body: EntryBodies[Kind] };
}[AboutMeetingKind];

interface Says<Body> {
	may(facts: MeetingFacts, body: Body, now: Instant): Verdict;
	after(rows: MeetingRows, maker: Maker, body: Body, now: Instant): ChangedRows;
}

/** For each kind the rule, and which rows follow from it: the phone lays over them what the server will write. */
export const SAYINGS: { [Kind in AboutMeetingKind]: Says<EntryBodies[Kind]> } = {
	'meeting-yes': { may: mayAnswerMeeting, after: afterYes },
	'meeting-move': { may: mayMove, after: afterMove },
	'move-answer': { may: mayAnswerMove, after: afterMoveAnswer },
	'meeting-call-off': { may: mayCallOff, after: afterCallOff },
	'meeting-signal': { may: maySignal, after: afterSignal },
	'meeting-happened': { may: mayTell, after: afterTelling },
	// Kept in the young person's own space, beside what both know of the meeting.
	'meeting-how': { may: maySayHow, after: () => NOTHING_CHANGED }
};

const saying = (kind: AboutMeetingKind) => SAYINGS[kind] as Says<MeetingSaid['body']>;

/** Whether this may be said of a meeting. */
export function mayMeet(facts: MeetingFacts, said: MeetingSaid, now: Instant): Verdict {
	return saying(said.kind).may(facts, said.body, now);
}

/** What follows from it, where it may be said. */
export function afterSaying(rows: MeetingRows, maker: Maker, said: MeetingSaid, now: Instant): ChangedRows {
	return saying(said.kind).after(rows, maker, said.body, now);
}

/** Whether an entry speaks of one meeting. */
export function isAboutMeeting<E extends { kind: string }>(entry: E): entry is E & MeetingSaid {
	return (ABOUT_MEETINGS as readonly string[]).includes(entry.kind);
}
