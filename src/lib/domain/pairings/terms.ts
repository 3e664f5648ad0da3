import type { Day, WallTime, Weekday } from '../clock/zones';
import type { ReadingWindow } from './agreement';

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

/** What a new pairing's agreement says until the two write their own. */
export const USUAL_TERMS: Terms = {
	purpose: '',
	where: '',
	days: [1, 2, 3, 4, 5, 6, 7],
	earliest: '09:00',
	latest: '21:00',
	mostMinutes: 240,
	noticeHours: 24,
	youngReaches: '',
	mentorReaches: '',
	shared: '',
	never: '',
	cannotCome: '',
	reviewOn: null,
	coverId: null
};
