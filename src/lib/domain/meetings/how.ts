import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import { closed, seenMeeting, writtenOfMeeting, type MeetingFacts } from './facts';
import { HOWS } from './meeting';

/** "How was it?", in one tap. */
export const MeetingHowBody = writtenOfMeeting({ how: v.picklist(HOWS) });
export type MeetingHowBody = v.InferOutput<typeof MeetingHowBody>;

/** Whether it may be said: by the young person, once it has begun, called off or not. Saying it again replaces it. */
export function maySayHow(facts: MeetingFacts, body: MeetingHowBody, now: Instant): Verdict {
	const never = closed(facts);
	if (never) return never;
	if (facts.side !== 'young') return refuse('not_yours_to_do');
	const meeting = seenMeeting(facts, body);
	if (!('standing' in meeting)) return meeting;
	return meeting.starts <= now ? send : refuse('meeting_not_yet');
}
