import * as v from 'valibot';
import { WrittenEnd, writtenNumber, WrittenTime } from '../clock/written';
import { NATIONS } from '../meetings/bank-holidays';
import { clean } from '../messages/text';
import { LEAST_ANSWER_MINUTES, MOST_ANSWER_MINUTES, type HoursBody } from './agreement';
import {
	LEAST_MEETING_MINUTES,
	MOST_MEETING_MINUTES,
	MOST_NOTICE_HOURS,
	MOST_TERM_CHARACTERS,
	type AgreementLimits
} from './terms';

export const LEAST_REVIEW_DAYS = 14;
export const MOST_REVIEW_DAYS = 366;
export const MOST_CALENDAR_TITLE = 40;

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean), v.maxLength(MOST_TERM_CHARACTERS));

/** What a programme lets its agreements hold, as the desk writes it; the hours it begins with are read beside it. */
export const LimitsBody = v.pipe(
	v.object({
		earliest: WrittenTime,
		// A box for times knows no 24:00.
		latest: v.pipe(
			WrittenEnd,
			v.transform((time) => (time === '00:00' ? '24:00' : time))
		),
		mostMinutes: writtenNumber(LEAST_MEETING_MINUTES, MOST_MEETING_MINUTES),
		mostAnswerMinutes: writtenNumber(LEAST_ANSWER_MINUTES, MOST_ANSWER_MINUTES),
		reviewWithinDays: writtenNumber(LEAST_REVIEW_DAYS, MOST_REVIEW_DAYS),
		purpose: Words,
		where: Words,
		youngReaches: Words,
		mentorReaches: Words,
		shared: Words,
		never: Words,
		cannotCome: Words,
		noticeHours: writtenNumber(0, MOST_NOTICE_HOURS),
		nation: v.picklist(NATIONS),
		calendarTitle: v.pipe(
			v.string(),
			v.maxLength(10_000),
			v.transform(clean),
			v.minLength(1),
			v.maxLength(MOST_CALENDAR_TITLE),
			v.regex(/^\P{C}+$/u)
		),
		// A box that is not ticked sends nothing.
		placeInCalendar: v.pipe(
			v.optional(v.string(), ''),
			v.transform((ticked) => ticked !== '')
		)
	}),
	v.forward(
		v.check(({ earliest, latest }) => earliest < latest),
		['latest']
	)
);
export type LimitsBody = v.InferOutput<typeof LimitsBody>;

/**
 * The limits that were written, or which of their boxes do not go together: what an agreement begins with must
 * itself keep within them.
 */
export function limitsWith(
	body: LimitsBody,
	{ hours, answerWithinMinutes }: Pick<HoursBody, 'hours' | 'answerWithinMinutes'>
): { limits: AgreementLimits } | { wrong: string[] } {
	const { earliest, latest, mostMinutes, mostAnswerMinutes, reviewWithinDays } = body;
	const outside = hours.some(({ from, to }) => from < earliest || to > latest);
	const late = answerWithinMinutes > mostAnswerMinutes;
	if (outside || late)
		return { wrong: [...(outside ? ['hours'] : []), ...(late ? ['answerWithinMinutes'] : [])] };
	const { purpose, where, youngReaches, mentorReaches, shared, never, cannotCome, noticeHours } = body;
	return {
		limits: {
			...{ earliest, latest, mostMinutes, mostAnswerMinutes, reviewWithinDays },
			begins: {
				...{ purpose, where, youngReaches, mentorReaches, shared, never, cannotCome, noticeHours },
				...{ hours, answerWithinMinutes }
			}
		}
	};
}
