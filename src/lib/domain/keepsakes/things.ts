import type { Goodbye, KeepsakePick, KeepsakeThing } from '../endings/ending';
import type { Goal, GoalMark, GoalNote, GoalStep } from '../goals/goal';
import type { LookBack } from '../look-backs/look-back';
import type { MeetingNote } from '../meetings/meeting';
import type { Message } from '../messages/message';
import type { Pairing } from '../pairings/pairing';
import { isIn } from './pick';

/** A goal with what stands in it, the oldest first. */
export interface KeepsakeGoal extends Goal {
	steps: readonly GoalStep[];
	marks: readonly GoalMark[];
	notes: readonly GoalNote[];
}

/** Everything of one pairing that can go into a keepsake, or that is in it; the oldest first. */
export interface KeepsakeThings {
	goals: KeepsakeGoal[];
	messages: Message[];
	notes: MeetingNote[];
	lookBacks: LookBack[];
	goodbyes: Goodbye[];
}

type Rows = { [Name in keyof KeepsakeThings]: readonly KeepsakeThings[Name][number][] };

/**
 * What a young person can pick of the rows that their phone holds: goals that are done, what the two and whoever stood
 * in wrote and meant, what was shared, goodbyes of the two. Nothing that waits to be shown is on their phone; none of
 * it goes into a keepsake all the same.
 */
export function offeredOf(rows: Rows, pairing: Pick<Pairing, 'youngId' | 'mentorId'>): KeepsakeThings {
	const { youngId, mentorId } = pairing;
	const at = <Row extends { at: number; id: string }>(all: Row[]) =>
		all.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
	return {
		goals: rows.goals
			.filter(({ state }) => state === 'done')
			.sort((one, other) => one.stateAt - other.stateAt || (one.id < other.id ? -1 : 1)),
		messages: rows.messages
			.filter(({ heldUntil, notSentWhy, notMeantAt }) => !heldUntil && !notSentWhy && notMeantAt === null)
			.filter(({ body, tap }) => body !== '' || tap !== null)
			.sort((one, other) => one.sentAt - other.sentAt || (one.id < other.id ? -1 : 1)),
		notes: at(rows.notes.filter(({ words }) => words !== '')),
		lookBacks: at(
			rows.lookBacks.filter(
				({ personId, sharedAt, answers }) =>
					(personId === youngId || sharedAt !== null) && Object.values(answers).some((words) => words !== '')
			)
		),
		goodbyes: at(
			rows.goodbyes.filter(
				({ authorId, shownAt, words }) =>
					words !== '' && (authorId === youngId || (authorId === mentorId && shownAt !== null))
			)
		)
	};
}

/** What is in it, by thing and id; a note of a goal goes by the note's id. */
export function pickedIn(
	picks: readonly Pick<KeepsakePick, 'thing' | 'subjectId' | 'goneAt'>[]
): (thing: KeepsakeThing, subjectId: string) => boolean {
	const ids = new Set(picks.filter(isIn).map(({ thing, subjectId }) => `${thing} ${subjectId}`));
	return (thing, subjectId) => ids.has(`${thing} ${subjectId}`);
}

/** Of what can be picked, what was: exactly that goes into the file. */
export function chosenOf(
	offered: KeepsakeThings,
	isPicked: (thing: KeepsakeThing, subjectId: string) => boolean
): KeepsakeThings {
	return {
		goals: offered.goals
			.filter(({ id }) => isPicked('goal', id))
			.map((goal) => ({ ...goal, notes: goal.notes.filter(({ id }) => isPicked('goal', id)) })),
		messages: offered.messages.filter(({ id }) => isPicked('message', id)),
		notes: offered.notes.filter(({ id }) => isPicked('meeting_note', id)),
		lookBacks: offered.lookBacks.filter(({ id }) => isPicked('look_back', id)),
		goodbyes: offered.goodbyes.filter(({ id }) => isPicked('goodbye', id))
	};
}
