import { FEELINGS, HOPES } from '../../../domain/check-ins/check-in';
import type { Reason } from '../../../domain/entries/verdict';
import { ANSWER_TAPS } from '../../../domain/messages/message';
import { ROLES } from '../../../domain/people/roles';
import { bool, check, index, instant, table, text } from '../columns';
import { inSpace, person } from './belongs';
import { id, oneOf } from './parts';
import { pairings } from './pairings';

export const checkIns = table(
	'check_ins',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		authorId: person('author_id'),
		feeling: text('feeling', { enum: FEELINGS }).notNull(),
		/** Sealed: see server/sealing.ts. */
		line: text('line').notNull(),
		hope: text('hope', { enum: HOPES }).notNull(),
		writtenAt: instant('written_at').notNull(),
		receivedAt: instant('received_at').notNull(),
		clockAhead: bool('clock_ahead').notNull()
	},
	(t) => [
		index('check_ins_changed').on(t.spaceId, t.revision),
		index('check_ins_pairing').on(t.pairingId, t.receivedAt),
		check('check_ins_feeling', oneOf(t.feeling, FEELINGS)),
		check('check_ins_hope', oneOf(t.hope, HOPES))
	]
);

export const messages = table(
	'messages',
	{
		id: id(),
		/** The pairing's space; while held, its author's own. */
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		authorId: person('author_id'),
		/** Sealed: see server/sealing.ts. */
		body: text('body').notNull(),
		tap: text('tap', { enum: ANSWER_TAPS }),
		checkInId: text('check_in_id').references(() => checkIns.id),
		writtenAt: instant('written_at').notNull(),
		receivedAt: instant('received_at').notNull(),
		sentAt: instant('sent_at').notNull(),
		heldUntil: instant('held_until'),
		/** Why it never went although it was held: then it stays in its author's own space. */
		notSentWhy: text('not_sent_why').$type<Reason>(),
		notMeantAt: instant('not_meant_at'),
		clockAhead: bool('clock_ahead').notNull()
	},
	(t) => [
		index('messages_changed').on(t.spaceId, t.revision),
		index('messages_pairing').on(t.pairingId, t.sentAt),
		index('messages_held').on(t.heldUntil)
	]
);

/** How far each mentor has read in a pairing. */
export const seen = table(
	'seen',
	{
		/** The pairing's id. */
		id: text('id')
			.primaryKey()
			.references(() => pairings.id),
		...inSpace(),
		upTo: instant('up_to').notNull()
	},
	(t) => [index('seen_changed').on(t.spaceId, t.revision)]
);

/** Who looked: each time someone outside a pairing opened something of the young person's. In that person's own space. */
export const looks = table(
	'looks',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		byId: person('by_id'),
		byName: text('by_name').notNull(),
		byRole: text('by_role', { enum: ROLES }).notNull(),
		what: text('what', { enum: ['conversation'] }).notNull(),
		/** Sealed: see server/sealing.ts. */
		reason: text('reason').notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('looks_changed').on(t.spaceId, t.revision)]
);
