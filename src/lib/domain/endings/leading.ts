import * as v from 'valibot';
import { WrittenDay, WrittenTime } from '../clock/written';
import { addDays, DAY, type Day, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { clean } from '../messages/text';
import { AFTERWARDS_KINDS, type EndedHow, type Goodbye } from './ending';

/** How an end that is led from the desk comes about: the mentor stopped answering, said so, or something else. */
export const LED_HOW = ['mentor_gone', 'mentor_left', 'desk_ended'] as const satisfies readonly EndedHow[];
export type LedHow = (typeof LED_HOW)[number];

/** After so many days without an answer that was promised the desk is shown how to lead an honest ending. */
export const SILENT_DAYS = 7;

/** Whole days for which an answer has been owed; 0 while it is not. */
export function daysOwed({ dueBy }: { dueBy: Instant }, now: Instant): number {
	return Math.max(0, Math.floor((now - dueBy) / DAY));
}

/** Whether a mentor has stopped answering, so that nobody should go on hoping. */
export function hasGoneQuiet(wait: { dueBy: Instant; late: boolean } | null, now: Instant): boolean {
	return wait !== null && wait.late && daysOwed(wait, now) >= SILENT_DAYS;
}

export const MOST_DESK_WORDS = 2000;
export const MOST_LETTER = 4000;
export const MOST_NEXT = 200;
export const MOST_NEXTS = 30;
export const MOST_GRADUATION = 200;

const written = (most: number) =>
	v.pipe(v.string(), v.maxLength(100_000), v.transform(clean), v.minLength(1), v.maxLength(most));

/** What the desk tells the young person of an end, and which day is the last. */
export const LedBody = v.object({
	how: v.picklist(LED_HOW),
	words: written(MOST_DESK_WORDS),
	endsOn: WrittenDay
});
export type LedBody = v.InferOutput<typeof LedBody>;

/**
 * A goodbye written at the desk: the mentor's own letter, typed in, or a coordinator's words in their place.
 * Source: seed 003, Annex 1: "At the very least coordinators try to get the mentor to write to the young people".
 */
export const LETTERS = ['typed_in', 'in_their_place'] as const;
export const LetterBody = v.object({ whose: v.picklist(LETTERS), words: written(MOST_LETTER) });
export type LetterBody = v.InferOutput<typeof LetterBody>;

/** What there is afterwards, as the desk writes it down. The form brings its id, so that sent twice it is there once. */
export const NextBody = v.object({ id: Id, kind: v.picklist(AFTERWARDS_KINDS), words: written(MOST_NEXT) });
export type NextBody = v.InferOutput<typeof NextBody>;

export const GraduationBody = v.object({
	day: WrittenDay,
	time: WrittenTime,
	place: written(80),
	about: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean), v.maxLength(MOST_GRADUATION))
});
export type GraduationBody = v.InferOutput<typeof GraduationBody>;

/** Who a goodbye is from: its author, through the desk that typed it in, or the desk in a mentor's place. */
export function goodbyeFrom(
	{ desk, authorId }: Pick<Goodbye, 'desk' | 'authorId'>,
	{ mentorId }: { mentorId: string }
): 'author' | (typeof LETTERS)[number] {
	if (!desk) return 'author';
	return authorId === mentorId ? 'typed_in' : 'in_their_place';
}

/** The last day that the desk can set for an end before its time is at most so many days away. */
export const MOST_DAYS_AHEAD = 183;

/** Whether a pairing can end on that day, early: from today on, and never later than it would have ended. */
export function mayEndOn(day: Day, today: Day, planned: Day | null): boolean {
	return day >= today && day <= addDays(today, MOST_DAYS_AHEAD) && (planned === null || day <= planned);
}

/** An ending is near from so many days before its last day, and stays with the desk as long after it. */
export const ENDING_NEAR_DAYS = 28;

/** Somebody may look in so many days before the day, as it suits the two. */
export const LOOK_IN_EARLY_DAYS = 7;

/** Whether it can be noted that somebody has looked in. */
export function mayLookInNow({ on, doneAt }: { on: Day; doneAt: Instant | null }, today: Day): boolean {
	return doneAt === null && on <= addDays(today, LOOK_IN_EARLY_DAYS);
}

/** The looking in that is due: its day has come, and nobody has done it. */
export function lookInDue(
	times: readonly { on: Day; doneAt: Instant | null }[],
	today: Day
): Day | undefined {
	return times.find(({ on, doneAt }) => doneAt === null && on <= today)?.on;
}
