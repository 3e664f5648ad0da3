import * as v from 'valibot';
import { WrittenDay, WrittenEnd, writtenNumber, WrittenTime } from '../clock/written';
import { addDays, type Day, type WallTime, type Weekday } from '../clock/zones';
import { Id } from '../entries/entry';
import type { Reason } from '../entries/verdict';
import type { Repeats } from '../meetings/series';
import { clean } from '../messages/text';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS, type ReadingWindow } from './agreement';

/**
 * What the two of a pairing promised one another beside the hours for messages: plain cards, one a question.
 * Source: product.md, "agreement"; seed 003, "Consistency and frequency"; seed 000, section 3.1.
 */
export interface Terms {
	/** What we are for. */
	purpose: string;
	/** Where and how we like to meet. */
	where: string;
	/** Days on which we may meet, and between which times on the wall. */
	days: Weekday[];
	earliest: WallTime;
	latest: WallTime;
	/** How often we meet, once the two have agreed on it; until then as the programme planned it. */
	meets?: Exclude<Repeats, 'once'> | undefined;
	/** How long a meeting is at most, in minutes. */
	mostMinutes: number;
	/** Whoever can't come says so this long before, in hours. */
	noticeHours: number;
	/** How and when the young person may reach the mentor, and the mentor the young person, beside messages here. */
	youngReaches: string;
	mentorReaches: string;
	/** What is passed on to others, and what never is, beside what everybody's safety asks for. */
	shared: string;
	never: string;
	/** What we do if one of us can't come. */
	cannotCome: string;
	/** When we look at it again, or null. */
	reviewOn: Day | null;
	/** Who stands in while the mentor is away, or null for nobody. */
	coverId: string | null;
}

/** What a programme lets its agreements hold, and what a new one begins with. */
export interface AgreementLimits {
	earliest: WallTime;
	latest: WallTime;
	mostMinutes: number;
	/** The longest time a mentor may take to answer, in minutes of their reading time. */
	mostAnswerMinutes: number;
	/** An agreement is looked at again after this many days at the latest. */
	reviewWithinDays: number;
	/** What a new agreement begins with. */
	begins: Pick<
		Terms,
		'purpose' | 'where' | 'youngReaches' | 'mentorReaches' | 'shared' | 'never' | 'cannotCome' | 'noticeHours'
	> & { hours: ReadingWindow[]; answerWithinMinutes: number };
}

/** What a programme lets its agreements hold until it writes its own. */
export const USUAL_LIMITS: AgreementLimits = {
	earliest: '09:00',
	latest: '21:00',
	mostMinutes: 240,
	mostAnswerMinutes: 960,
	reviewWithinDays: 182,
	begins: {
		purpose: 'Time together, and somebody to rely on. We decide together what we do.',
		where: 'Somewhere we both feel fine, with other people around.',
		youngReaches: 'By message here, at any time of day or night.',
		mentorReaches: 'By message here. No calls, unless we planned one.',
		shared: 'When we met, and for how long. Anything else only if we both say yes.',
		never: 'What we talk about, as long as nobody could get hurt.',
		cannotCome: 'We say so here as soon as we know, and find another time.',
		noticeHours: 24,
		hours: USUAL_HOURS,
		answerWithinMinutes: USUAL_ANSWER_MINUTES
	}
};

/** What this programme's agreements may hold. */
export function limitsOf(programme: { agreementLimits: AgreementLimits | null }): AgreementLimits {
	return programme.agreementLimits ?? USUAL_LIMITS;
}

/** What a new pairing's agreement says, from `today` on, until the two write their own. */
export function firstTerms(limits: AgreementLimits, today: Day): Terms {
	return { ...begunWith(limits), reviewOn: addDays(today, limits.reviewWithinDays) };
}

function begunWith(limits: AgreementLimits): Terms {
	const { hours: _, answerWithinMinutes: __, ...words } = limits.begins;
	return {
		...words,
		days: [1, 2, 3, 4, 5, 6, 7],
		earliest: limits.earliest,
		latest: limits.latest,
		mostMinutes: limits.mostMinutes,
		reviewOn: null,
		coverId: null
	};
}

/** What holds where nothing was ever agreed. */
export const USUAL_TERMS: Terms = begunWith(USUAL_LIMITS);

/** The cards on which people write words of their own. */
export const WORDS_OF_TERMS = [
	'purpose',
	'where',
	'youngReaches',
	'mentorReaches',
	'shared',
	'never',
	'cannotCome'
] as const satisfies readonly (keyof Terms)[];

export const MOST_TERM_CHARACTERS = 400;
/** Meetings shorter than this are not worth the way there. */
export const LEAST_MEETING_MINUTES = 15;
export const MOST_MEETING_MINUTES = 480;
/** Four weeks: nobody knows it longer before. */
export const MOST_NOTICE_HOURS = 672;

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));
const Weekdays = v.pipe(
	v.array(writtenNumber(1, 7)),
	v.maxLength(28),
	v.transform((days) => [...new Set(days)].sort((a, b) => a - b) as Weekday[])
);

/** All cards as a phone writes them. Whether they keep within a programme's limits is for `termsWithin` to say. */
export const TermsBody = v.object({
	purpose: Words,
	where: Words,
	days: Weekdays,
	earliest: WrittenTime,
	latest: WrittenEnd,
	// Phones from before there was such a card leave it out.
	meets: v.optional(v.picklist(['weekly', 'fortnightly', 'monthly'])),
	mostMinutes: writtenNumber(LEAST_MEETING_MINUTES, MOST_MEETING_MINUTES),
	noticeHours: writtenNumber(0, MOST_NOTICE_HOURS),
	youngReaches: Words,
	mentorReaches: Words,
	shared: Words,
	never: Words,
	cannotCome: Words,
	reviewOn: v.nullable(WrittenDay),
	coverId: v.nullable(Id)
});

/** Cards and hours together: all that a version says. */
export interface Says {
	terms: Terms;
	hours: ReadingWindow[];
	answerWithinMinutes: number;
}

/**
 * Why a programme does not let an agreement hold this, or undefined when it does.
 * @param today in the agreement's zone: it must be looked at again within so many days of it
 * @param before what is in force: hours that stood there already may stay
 */
export function termsWithin(
	limits: AgreementLimits,
	{ terms, hours, answerWithinMinutes }: Says,
	today: Day,
	before?: Pick<Says, 'hours'>
): Reason | undefined {
	if (WORDS_OF_TERMS.some((card) => terms[card].length > MOST_TERM_CHARACTERS)) return 'too_long';
	const stood = ({ weekday, from, to }: ReadingWindow) =>
		before?.hours.some((one) => one.weekday === weekday && one.from <= from && to <= one.to) ?? false;
	const within = ({ earliest, latest }: Pick<Terms, 'earliest' | 'latest'>) =>
		limits.earliest <= earliest && earliest < latest && latest <= limits.latest;
	const fits =
		terms.days.length > 0 &&
		within(terms) &&
		terms.mostMinutes <= limits.mostMinutes &&
		answerWithinMinutes <= limits.mostAnswerMinutes &&
		hours.every((window) => stood(window) || within({ earliest: window.from, latest: window.to }));
	if (!fits) return 'outside_limits';
	const { reviewOn } = terms;
	return reviewOn !== null && reviewOn <= addDays(today, limits.reviewWithinDays)
		? undefined
		: 'review_too_late';
}
