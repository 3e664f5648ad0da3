import { NATIONS } from '../../../domain/meetings/bank-holidays';
import { REPEATS } from '../../../domain/meetings/series';
import { CLOSED, type Agreement, type ReadingWindow } from '../../../domain/pairings/agreement';
import { DESK_SAYS, LOOKERS_IN, PAIRING_STATES } from '../../../domain/pairings/pairing';
import type { Terms } from '../../../domain/pairings/terms';
import { PARTINGS } from '../../../domain/pairings/parting';
import { check, index, instant, int, json, table, text, uniqueIndex } from '../columns';
import { inProgramme, inSpace, person } from './belongs';
import { plans } from './plans';
import { people } from './spaces';
import { id, oneOf } from './parts';

export const pairings = table(
	'pairings',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		youngId: person('young_id'),
		mentorId: person('mentor_id'),
		state: text('state', { enum: PAIRING_STATES }).notNull(),
		/** What it was when it was paused, to go back to; null while it is not paused. */
		pausedFrom: text('paused_from', { enum: PAIRING_STATES }),
		startedAt: instant('started_at').notNull(),
		endsOn: text('ends_on'),
		/** The version of the programme's plan that it goes by; null: it began before there was one. */
		planId: text('plan_id').references(() => plans.id),
		/** Who the desk says may stand in while the mentor is away; the two decide in their agreement. */
		coverOfferId: text('cover_offer_id').references(() => people.id),
		/** When the oldest thing the young person is still waiting on arrived; null when all is answered. */
		waitingSince: instant('waiting_since'),
		/** When, in this wait, the mentor was reminded that they are late; null again when all is answered. */
		nudgedAt: instant('nudged_at'),
		/** When, in this wait, somebody else was asked to look into it, and who. */
		lookedIntoAt: instant('looked_into_at'),
		lookedIntoBy: text('looked_into_by', { enum: LOOKERS_IN }),
		/** What a coordinator told the young person of it, when, and who. */
		deskSays: text('desk_says', { enum: DESK_SAYS }),
		deskSaidAt: instant('desk_said_at'),
		deskSaidBy: text('desk_said_by').references(() => people.id)
	},
	(t) => [
		uniqueIndex('pairings_space').on(t.spaceId),
		index('pairings_programme').on(t.programmeId),
		index('pairings_young').on(t.youngId),
		index('pairings_mentor').on(t.mentorId),
		check('pairings_state', oneOf(t.state, PAIRING_STATES))
	]
);

export const agreements = table(
	'agreements',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		version: int('version').notNull(),
		zone: text('zone').notNull(),
		hours: json('hours').$type<ReadingWindow[]>().notNull(),
		answerWithinMinutes: int('answer_within_minutes').notNull().$type<Agreement['answerWithinMinutes']>(),
		terms: json('terms').$type<Terms>().notNull(),
		/** From when it counts; null while only one of the two has said yes. */
		from: instant('from'),
		/** Null where the programme began with it. */
		proposedBy: text('proposed_by').references(() => people.id),
		proposedAt: instant('proposed_at').notNull(),
		youngYesAt: instant('young_yes_at'),
		mentorYesAt: instant('mentor_yes_at'),
		closedAt: instant('closed_at'),
		closedWhy: text('closed_why', { enum: CLOSED })
	},
	(t) => [
		uniqueIndex('agreements_version').on(t.pairingId, t.version),
		index('agreements_changed').on(t.spaceId, t.revision),
		check('agreements_closed', oneOf(t.closedWhy, CLOSED))
	]
);

/** A repeating or single appointment; its meetings are worked out, not stored. */
export const series = table(
	'series',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		zone: text('zone').notNull(),
		startsOn: text('starts_on').notNull(),
		time: text('time').notNull(),
		minutes: int('minutes').notNull(),
		repeats: text('repeats', { enum: REPEATS }).notNull(),
		place: text('place').notNull(),
		/** How to get there, in words. */
		travel: text('travel').notNull(),
		/** Whose bank holidays it leaves out, or null for none. */
		skipsHolidays: text('skips_holidays', { enum: NATIONS }),
		/** The last day on which a meeting may begin, or null. */
		until: text('until')
	},
	(t) => [
		index('series_changed').on(t.spaceId, t.revision),
		index('series_pairing').on(t.pairingId),
		check('series_repeats', oneOf(t.repeats, REPEATS)),
		check('series_skips', oneOf(t.skipsHolidays, NATIONS))
	]
);

/** That a young person wants a change: someone else, a pause, an end. Without a reason, unless they give one. */
export const partings = table(
	'partings',
	{
		id: id(),
		/** The pairing's when the mentor may know of it, or else the young person's own. */
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		wants: text('wants', { enum: PARTINGS }).notNull(),
		/** Sealed: what the mentor may be told. */
		tells: text('tells').notNull(),
		/** Sealed: what only the coordinator reads. */
		why: text('why').notNull(),
		at: instant('at').notNull(),
		/** When somebody at the desk had taken it up. */
		settledAt: instant('settled_at')
	},
	(t) => [index('partings_changed').on(t.spaceId, t.revision), index('partings_pairing').on(t.pairingId)]
);
