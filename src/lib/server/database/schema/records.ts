import type { Outcome } from '../../../domain/entries/entry';
import { instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns';
import { id } from './parts';
import { spaces, people } from './spaces';

/** What became of every entry a phone ever posted: the reason that a repeat does nothing. */
export const entries = table(
	'entries',
	{
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		entryId: text('entry_id').notNull(),
		kind: text('kind').notNull(),
		outcome: json('outcome').$type<Outcome>().notNull(),
		writtenAt: instant('written_at').notNull(),
		receivedAt: instant('received_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.entryId] })]
);

/** Who did what, to which thing, when: never the words. Append-only by trigger; each space's lines form a sealed chain. */
export const audit = table(
	'audit',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		position: int('position').notNull(),
		at: instant('at').notNull(),
		/** Null when the server acted by itself. */
		personId: text('person_id').references(() => people.id),
		action: text('action').notNull(),
		subjectId: text('subject_id').notNull(),
		seal: text('seal').notNull()
	},
	(t) => [uniqueIndex('audit_order').on(t.spaceId, t.revision, t.position)]
);
