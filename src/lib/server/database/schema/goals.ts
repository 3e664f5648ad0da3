import { GOAL_KINDS, GOAL_PARTS, GOAL_STATES, GOAL_TERMS } from '../../../domain/goals/goal';
import { check, index, instant, int, table, text } from '../columns';
import { inSpace, person } from './belongs';
import { pairings } from './pairings';
import { id, oneOf } from './parts';
import { people } from './spaces';

const ofPairing = () => ({
	pairingId: text('pairing_id')
		.notNull()
		.references(() => pairings.id)
});

const ofGoal = () => ({
	...ofPairing(),
	goalId: text('goal_id')
		.notNull()
		.references(() => goals.id)
});

/** What a young person wants to get on with. Words are sealed: see server/sealing.ts. */
export const goals = table(
	'goals',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		kind: text('kind', { enum: GOAL_KINDS }).notNull(),
		state: text('state', { enum: GOAL_STATES }).notNull(),
		stateAt: instant('state_at').notNull(),
		/** Sealed, as are the words at both ends of the line. */
		words: text('words').notNull(),
		lowWords: text('low_words').notNull(),
		highWords: text('high_words').notNull(),
		suggestedById: text('suggested_by_id').references(() => people.id),
		term: text('term', { enum: GOAL_TERMS }),
		domain: text('domain'),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		index('goals_changed').on(t.spaceId, t.revision),
		index('goals_pairing').on(t.pairingId),
		check('goals_kind', oneOf(t.kind, GOAL_KINDS)),
		check('goals_state', oneOf(t.state, GOAL_STATES))
	]
);

export const goalSteps = table(
	'goal_steps',
	{
		id: id(),
		...inSpace(),
		...ofGoal(),
		/** Sealed. */
		words: text('words').notNull(),
		at: instant('at').notNull(),
		doneAt: instant('done_at'),
		goneAt: instant('gone_at')
	},
	(t) => [index('goal_steps_changed').on(t.spaceId, t.revision), index('goal_steps_goal').on(t.goalId)]
);

/** Where the young person put their own line, and when. */
export const goalMarks = table(
	'goal_marks',
	{
		id: id(),
		...inSpace(),
		...ofGoal(),
		line: int('line').notNull(),
		/** Sealed. */
		words: text('words').notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('goal_marks_changed').on(t.spaceId, t.revision), index('goal_marks_goal').on(t.goalId)]
);

export const goalPromises = table(
	'goal_promises',
	{
		id: id(),
		...inSpace(),
		...ofGoal(),
		byId: person('by_id'),
		/** Sealed. */
		words: text('words').notNull(),
		dueOn: text('due_on'),
		at: instant('at').notNull(),
		keptAt: instant('kept_at'),
		goneAt: instant('gone_at')
	},
	(t) => [index('goal_promises_changed').on(t.spaceId, t.revision), index('goal_promises_goal').on(t.goalId)]
);

export const goalNotes = table(
	'goal_notes',
	{
		id: id(),
		...inSpace(),
		...ofGoal(),
		authorId: person('author_id'),
		/** Sealed. */
		words: text('words').notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('goal_notes_changed').on(t.spaceId, t.revision), index('goal_notes_goal').on(t.goalId)]
);

/** Every change to a goal, in its own row: what it was before stays readable. */
export const goalChanges = table(
	'goal_changes',
	{
		/** The entry's id. */
		id: id(),
		...inSpace(),
		...ofGoal(),
		byId: person('by_id'),
		part: text('part', { enum: GOAL_PARTS }).notNull(),
		/** Sealed. */
		to: text('to').notNull(),
		writtenAt: instant('written_at').notNull(),
		at: instant('at').notNull()
	},
	(t) => [
		index('goal_changes_changed').on(t.spaceId, t.revision),
		index('goal_changes_goal').on(t.goalId),
		check('goal_changes_part', oneOf(t.part, GOAL_PARTS))
	]
);
