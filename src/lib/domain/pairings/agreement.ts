import * as v from 'valibot';
import { WrittenEnd, WrittenTime, writtenNumber, WrittenZone } from '../clock/written';
import type { Instant, WallTime, Weekday } from '../clock/zones';

/** A weekly stretch of time in which the mentor reads and answers, in the agreement's zone. `to` is after `from`. */
export interface ReadingWindow {
	weekday: Weekday;
	from: WallTime;
	to: WallTime;
}

/** One version of what a pairing agreed about messages. The newest one that has begun is in force. */
export interface Agreement {
	id: string;
	pairingId: string;
	version: number;
	zone: string;
	hours: ReadingWindow[];
	/** How much of the mentor's own reading time may pass before an answer, in minutes. */
	answerWithinMinutes: number;
	/** From when this version counts. */
	from: Instant;
}

/** What a new pairing starts with until the two write their own: Monday to Thursday, 4 to 8 pm, an evening to answer. */
export const USUAL_HOURS: ReadingWindow[] = ([1, 2, 3, 4] as const).map((weekday) => ({
	weekday,
	from: '16:00',
	to: '20:00'
}));
export const USUAL_ANSWER_MINUTES = 240;

/** The version in force at `at`, or undefined before the first one begins. */
export function inForce(agreements: readonly Agreement[], at: Instant): Agreement | undefined {
	return agreements
		.filter((agreement) => agreement.from <= at)
		.reduce<Agreement | undefined>(
			(newest, agreement) => (!newest || agreement.version > newest.version ? agreement : newest),
			undefined
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

/** The hours of an agreement as the desk writes them. At least one window: without any, nobody is ever read. */
export const HoursBody = v.object({
	zone: WrittenZone,
	hours: v.pipe(v.array(Window), v.minLength(1), v.maxLength(MOST_WINDOWS)),
	answerWithinMinutes: writtenNumber(LEAST_ANSWER_MINUTES, MOST_ANSWER_MINUTES)
});
export type HoursBody = v.InferOutput<typeof HoursBody>;
