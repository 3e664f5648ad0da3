import * as v from 'valibot';
import { ShownKeys } from '../about/about';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import { isOpen, type Course, type IntroductionState } from './introduction';

export const MOST_WHY_CHARACTERS = 400;

const Why = v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), '');

/** What a young person says to a card, or after a first meeting. A reason is never needed. */
export const IntroductionAnswerBody = v.object({
	introductionId: Id,
	says: v.picklist(['yes', 'no_thanks', 'meet_first', 'after_yes', 'after_no']),
	/** Reaches only the coordinator. */
	why: Why,
	/** Which lines about themself the mentor may see, should it be a yes. */
	show: v.optional(ShownKeys, [])
});
export type IntroductionAnswerBody = v.InferOutput<typeof IntroductionAnswerBody>;

/** What a mentor says when a young person would like them, or after a first meeting. */
export const AskingAnswerBody = v.object({
	introductionId: Id,
	says: v.picklist(['yes', 'no', 'after_yes', 'after_no']),
	/** Reaches only the coordinator. */
	why: Why
});
export type AskingAnswerBody = v.InferOutput<typeof AskingAnswerBody>;

/**
 * Whether a young person may say this to an introduction of theirs. Until it has begun a "no thanks" always may be
 * said; a yes cannot be said to what is over.
 * @param course undefined when it is not theirs or not there
 */
export function mayAnswerIntroduction(
	course: Course | undefined,
	{ says, why }: IntroductionAnswerBody,
	now: Instant
): Verdict {
	if (!course) return refuse('not_found');
	if (why.length > MOST_WHY_CHARACTERS) return refuse('too_long');
	if (!isOpen(course) || (course.state === 'offered' && now >= course.expiresAt)) return refuse('offer_over');
	if (says === 'no_thanks') return send;
	if (says === 'yes' || says === 'meet_first')
		return course.state === 'offered' ? send : refuse('answered_already');
	return mayAnswerAfter(course, course.youngAfter, now);
}

/** As much of the course as a mentor's phone knows, or the server. */
type AskedCourse = Pick<Course, 'mentorSaid' | 'mentorAfter' | 'firstMeetingAt'> & {
	state: IntroductionState | 'over';
};

/** Whether a mentor may say this to somebody who would like them. */
export function mayAnswerAsking(
	course: AskedCourse | undefined,
	{ says, why }: AskingAnswerBody,
	now: Instant
): Verdict {
	if (!course) return refuse('not_found');
	if (why.length > MOST_WHY_CHARACTERS) return refuse('too_long');
	if (course.state !== 'asked' && course.state !== 'to_meet') return refuse('offer_over');
	if (says === 'yes' || says === 'no') return course.mentorSaid ? refuse('answered_already') : send;
	return mayAnswerAfter(course, course.mentorAfter, now);
}

/** After a first meeting means after it began: who leaves early may say so. */
function mayAnswerAfter(
	course: Pick<AskedCourse, 'state' | 'firstMeetingAt'>,
	said: 'yes' | 'no' | null,
	now: Instant
): Verdict {
	if (course.state !== 'to_meet' || course.firstMeetingAt === null || now < course.firstMeetingAt)
		return refuse('not_met_yet');
	return said ? refuse('answered_already') : send;
}
