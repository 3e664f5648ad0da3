import {
	CALLERS_OFF,
	HOWS,
	MISSED_BY,
	MOVE_STATES,
	SCOPES,
	type OfferedTime
} from '../../../domain/meetings/meeting';
import { SIDES } from '../../../domain/pairings/pairing';
import { bool, check, index, instant, int, json, table, text, uniqueIndex } from '../columns';
import { inProgramme, inSpace, person } from './belongs';
import { pairings, series } from './pairings';
import { id, oneOf } from './parts';
import { people } from './spaces';

const ofPairing = () => ({
	pairingId: text('pairing_id')
		.notNull()
		.references(() => pairings.id)
});

/** What became of single meetings of a series. A meeting of which nothing was ever said has no row. */
export const meetings = table(
	'meetings',
	{
		/** `<series>_<day>`: see domain/meetings/meeting.ts. */
		id: id(),
		...inSpace(),
		...ofPairing(),
		seriesId: text('series_id')
			.notNull()
			.references(() => series.id),
		day: text('day').notNull(),
		movedStarts: instant('moved_starts'),
		movedMinutes: int('moved_minutes'),
		movedPlace: text('moved_place'),
		movedAt: instant('moved_at'),
		youngYesAt: instant('young_yes_at'),
		mentorYesAt: instant('mentor_yes_at'),
		calledOffBy: text('called_off_by', { enum: CALLERS_OFF }),
		/** Whoever called it off; the desk reads of adults only. */
		calledOffById: text('called_off_by_id').references(() => people.id),
		calledOffAt: instant('called_off_at'),
		/** When it would have begun. */
		calledOffStarts: instant('called_off_starts'),
		/** Sealed: see server/sealing.ts. */
		calledOffWhy: text('called_off_why').notNull(),
		youngLateAt: instant('young_late_at'),
		mentorLateAt: instant('mentor_late_at'),
		mentorLateMinutes: int('mentor_late_minutes'),
		youngHereAt: instant('young_here_at'),
		mentorHereAt: instant('mentor_here_at'),
		happened: bool('happened'),
		missedBy: text('missed_by', { enum: MISSED_BY }),
		minutesTogether: int('minutes_together'),
		toldAt: instant('told_at')
	},
	(t) => [
		uniqueIndex('meetings_day').on(t.seriesId, t.day),
		index('meetings_changed').on(t.spaceId, t.revision),
		index('meetings_pairing').on(t.pairingId, t.day),
		check('meetings_called_off', oneOf(t.calledOffBy, CALLERS_OFF)),
		check('meetings_missed', oneOf(t.missedBy, MISSED_BY))
	]
);

/** "Can we move it?" */
export const moves = table(
	'moves',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		seriesId: text('series_id')
			.notNull()
			.references(() => series.id),
		day: text('day').notNull(),
		scope: text('scope', { enum: SCOPES }).notNull(),
		byId: person('by_id'),
		by: text('by', { enum: SIDES }).notNull(),
		times: json('times').$type<OfferedTime[]>().notNull(),
		minutes: int('minutes').notNull(),
		place: text('place').notNull(),
		/** Sealed: see server/sealing.ts. */
		note: text('note').notNull(),
		at: instant('at').notNull(),
		state: text('state', { enum: MOVE_STATES }).notNull(),
		taken: json('taken').$type<OfferedTime>(),
		settledAt: instant('settled_at')
	},
	(t) => [
		index('moves_changed').on(t.spaceId, t.revision),
		index('moves_meeting').on(t.seriesId, t.day),
		check('moves_scope', oneOf(t.scope, SCOPES)),
		check('moves_by', oneOf(t.by, SIDES)),
		check('moves_state', oneOf(t.state, MOVE_STATES))
	]
);

/** Something to do or to talk about when they meet. */
export const ideas = table(
	'ideas',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		authorId: person('author_id'),
		/** Sealed: see server/sealing.ts. */
		words: text('words').notNull(),
		at: instant('at').notNull(),
		goneAt: instant('gone_at')
	},
	(t) => [index('ideas_changed').on(t.spaceId, t.revision)]
);

/** What a mentor wrote to the young person after a meeting. */
export const meetingNotes = table(
	'meeting_notes',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		meetingId: text('meeting_id').notNull(),
		authorId: person('author_id'),
		/** Sealed: see server/sealing.ts. */
		words: text('words').notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('meeting_notes_changed').on(t.spaceId, t.revision)]
);

/** How a meeting was, in the young person's own space. */
export const hows = table(
	'hows',
	{
		/** The meeting's id. */
		id: id(),
		...inSpace(),
		...ofPairing(),
		how: text('how', { enum: HOWS }).notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('hows_changed').on(t.spaceId, t.revision), check('hows_how', oneOf(t.how, HOWS))]
);

/** Days on which a mentor is away, once a pairing, and who stands in. */
export const aways = table(
	'aways',
	{
		id: id(),
		...inSpace(),
		...ofPairing(),
		mentorId: person('mentor_id'),
		from: text('from').notNull(),
		until: text('until').notNull(),
		starts: instant('starts').notNull(),
		ends: instant('ends').notNull(),
		coverId: text('cover_id').references(() => people.id),
		at: instant('at').notNull(),
		noThanksAt: instant('no_thanks_at'),
		fineAt: instant('fine_at'),
		/** Up to when the approvals of who stands in hold, where that is before the end. */
		coverUntil: instant('cover_until'),
		cancelledAt: instant('cancelled_at')
	},
	(t) => [
		index('aways_changed').on(t.spaceId, t.revision),
		index('aways_pairing').on(t.pairingId),
		index('aways_cover').on(t.coverId)
	]
);

/** That somebody at the desk talked with a mentor about what their meetings had raised. Append-only by trigger. */
export const patternsTakenUp = table(
	'patterns_taken_up',
	{
		id: id(),
		...inProgramme(),
		mentorId: person('mentor_id'),
		byId: person('by_id'),
		at: instant('at').notNull(),
		/** Sealed: see server/sealing.ts. */
		note: text('note').notNull(),
		/** What it was about: see `eventKey` in domain/meetings/reliability.ts. */
		events: json('events').$type<string[]>().notNull()
	},
	(t) => [index('patterns_taken_up_mentor').on(t.programmeId, t.mentorId)]
);

/** A secret address from which a mentor's calendar program reads their meetings. One at a time. */
export const calendarFeeds = table(
	'calendar_feeds',
	{
		id: id(),
		personId: person('person_id'),
		/** SHA-256 of the secret part of the address. */
		secretHash: text('secret_hash').notNull(),
		createdAt: instant('created_at').notNull(),
		revokedAt: instant('revoked_at'),
		readAt: instant('read_at')
	},
	(t) => [index('calendar_feeds_person').on(t.personId)]
);
