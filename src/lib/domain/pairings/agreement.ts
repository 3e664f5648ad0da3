import * as v from 'valibot';
import { WrittenEnd, WrittenTime, writtenNumber, WrittenZone } from '../clock/written';
import { addDays, dayOf, type Day, type Instant, type WallTime, type Weekday } from '../clock/zones';
import type { Terms } from './terms';

/** A weekly stretch of time in which the mentor reads and answers, in the agreement's zone. `to` is after `from`. */
export interface ReadingWindow {
	weekday: Weekday;
	from: WallTime;
	to: WallTime;
}

/** What a version says of messages, and from when it counts. The newest one that has begun is in force. */
export interface AgreedHours {
	id: string;
	pairingId: string;
	version: number;
	zone: string;
	hours: ReadingWindow[];
	/** How much of the mentor's own reading time may pass before an answer, in minutes. */
	answerWithinMinutes: number;
	/** Null while it is a proposal. */
	from: Instant | null;
}

/** One version of everything that the two of a pairing promised one another. */
export interface Agreement extends AgreedHours {
	/** Everything beside messages. */
	terms: Terms;
	/** Whoever proposed it; null where the programme began with it. */
	proposedBy: string | null;
	proposedAt: Instant;
	youngYesAt: Instant | null;
	mentorYesAt: Instant | null;
	/** When it was over as a proposal or no longer counted, and why. */
	closedAt: Instant | null;
	closedWhy: ClosedWhy | null;
}

/** Why a version is a matter of the past: a newer one counts, or as a proposal it came to nothing. */
export const CLOSED = ['replaced', 'no_thanks', 'withdrawn', 'overtaken'] as const;
export type ClosedWhy = (typeof CLOSED)[number];

/** What a new pairing starts with until the two write their own: Monday to Thursday, 4 to 8 pm, an evening to answer. */
export const USUAL_HOURS: ReadingWindow[] = ([1, 2, 3, 4] as const).map((weekday) => ({
	weekday,
	from: '16:00',
	to: '20:00'
}));
export const USUAL_ANSWER_MINUTES = 240;

/** The version in force at `at`, or undefined before the first one begins. */
export function inForce<Version extends AgreedHours>(
	agreements: readonly Version[],
	at: Instant
): Version | undefined {
	return agreements
		.filter(({ from }) => from !== null && from <= at)
		.reduce<Version | undefined>(
			(newest, agreement) => (!newest || agreement.version > newest.version ? agreement : newest),
			undefined
		);
}

/** Whether a version is a proposal that nobody has settled. Open ones are always based on the version in force. */
export function isOpen({ from, closedAt }: Pick<Agreement, 'from' | 'closedAt'>): boolean {
	return from === null && closedAt === null;
}

/** Whether the day to look at an agreement again has come, or comes within so many days. */
export function isToReview({ reviewOn }: Pick<Terms, 'reviewOn'>, today: Day, within = 0): boolean {
	return reviewOn !== null && reviewOn <= addDays(today, within);
}

/** Whether one of the two has something to say to an agreement: a proposal is open, or it is to be looked at again. */
export function wantsALook(agreements: readonly Agreement[], now: Instant): boolean {
	const counts = inForce(agreements, now);
	return (
		agreements.some(isOpen) || (counts !== undefined && isToReview(counts.terms, dayOf(now, counts.zone)))
	);
}

/** Four windows a day is as fine as anybody's week is cut. */
export const MOST_WINDOWS = 28;
/** A promise shorter than this cannot be kept, and one longer says nothing. Minutes of reading time. */
export const LEAST_ANSWER_MINUTES = 30;
export const MOST_ANSWER_MINUTES = 2880;

const Window = v.pipe(
	v.object({
		weekday: v.pipe(
			writtenNumber(1, 7),
			v.transform((day) => day as Weekday)
		),
		from: WrittenTime,
		to: WrittenEnd
	}),
	v.check(({ from, to }) => from < to)
);

/** At least one window: without any, nobody is ever read. */
export const WrittenHours = v.pipe(v.array(Window), v.minLength(1), v.maxLength(MOST_WINDOWS));
export const WrittenAnswerWithin = writtenNumber(LEAST_ANSWER_MINUTES, MOST_ANSWER_MINUTES);

/** The hours of an agreement as the desk writes them. */
export const HoursBody = v.object({
	zone: WrittenZone,
	hours: WrittenHours,
	answerWithinMinutes: WrittenAnswerWithin
});
export type HoursBody = v.InferOutput<typeof HoursBody>;
