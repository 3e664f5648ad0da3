import {
	AFTERWARDS_KINDS,
	ENDED_HOW,
	KEEPSAKE_THINGS,
	type Graduation,
	type LookIns
} from '../../../domain/endings/ending';
import { bool, check, index, instant, json, table, text } from '../columns';
import { inSpace, person } from './belongs';
import { pairings } from './pairings';
import { id, oneOf } from './parts';
import { people } from './spaces';

const ofPairing = () => ({
	pairingId: text('pairing_id')
		.notNull()
		.references(() => pairings.id)
});

/** That a stage of a pairing begins on another day than its plan has it. */
export const stageStarts = table(
	'stage_starts',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		stageId: text('stage_id').notNull(),
		from: text('from').notNull(),
		byId: person('by_id'),
		at: instant('at').notNull()
	},
	(t) => [
		index('stage_starts_changed').on(t.spaceId, t.revision),
		index('stage_starts_pairing').on(t.pairingId)
	]
);

/** What somebody wrote when they looked back; their own until they share it. */
export const lookBacks = table(
	'look_backs',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		which: text('which').notNull(),
		personId: person('person_id'),
		/** Sealed JSON: answers and outcomes. */
		said: text('said').notNull(),
		counted: bool('counted').notNull(),
		sharedAt: instant('shared_at'),
		at: instant('at').notNull()
	},
	(t) => [index('look_backs_changed').on(t.spaceId, t.revision), index('look_backs_pairing').on(t.pairingId)]
);

/** How a pairing ends, one row each. */
export const endings = table(
	'endings',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		how: text('how', { enum: ENDED_HOW }),
		endedAt: instant('ended_at'),
		readableUntil: text('readable_until'),
		/** Sealed. */
		deskWords: text('desk_words').notNull(),
		deskById: text('desk_by_id').references(() => people.id),
		deskAt: instant('desk_at'),
		graduation: json('graduation').$type<Graduation>()
	},
	(t) => [index('endings_changed').on(t.spaceId, t.revision), check('endings_how', oneOf(t.how, ENDED_HOW))]
);

export const goodbyes = table(
	'goodbyes',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		authorId: person('author_id'),
		desk: bool('desk').notNull(),
		/** Sealed. */
		words: text('words').notNull(),
		at: instant('at').notNull(),
		shownAt: instant('shown_at')
	},
	(t) => [index('goodbyes_changed').on(t.spaceId, t.revision), index('goodbyes_pairing').on(t.pairingId)]
);

/** What there is afterwards, and who to ask. */
export const afterwards = table(
	'afterwards',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		kind: text('kind', { enum: AFTERWARDS_KINDS }).notNull(),
		/** Sealed. */
		words: text('words').notNull(),
		byId: person('by_id'),
		at: instant('at').notNull(),
		goneAt: instant('gone_at')
	},
	(t) => [
		index('afterwards_changed').on(t.spaceId, t.revision),
		index('afterwards_pairing').on(t.pairingId),
		check('afterwards_kind', oneOf(t.kind, AFTERWARDS_KINDS))
	]
);

/** Whether a young person wants the desk to look in after the end, and when it does. */
export const lookIns = table(
	'look_ins',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		wanted: bool('wanted').notNull(),
		times: json('times').$type<LookIns['times']>().notNull()
	},
	(t) => [index('look_ins_changed').on(t.spaceId, t.revision), index('look_ins_pairing').on(t.pairingId)]
);

/** What a young person put into their keepsake. */
export const keepsakePicks = table(
	'keepsake_picks',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		thing: text('thing', { enum: KEEPSAKE_THINGS }).notNull(),
		subjectId: text('subject_id').notNull(),
		at: instant('at').notNull(),
		goneAt: instant('gone_at')
	},
	(t) => [
		index('keepsake_picks_changed').on(t.spaceId, t.revision),
		check('keepsake_picks_thing', oneOf(t.thing, KEEPSAKE_THINGS))
	]
);
