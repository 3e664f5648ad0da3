import { INTRODUCTION_STATES, WAITS_FOR, WHY_NOT } from '../../../domain/introductions/introduction';
import { APPROVAL_KINDS } from '../../../domain/mentors/approvals';
import type { MentorCard } from '../../../domain/mentors/card';
import { CARD_STATES } from '../../../domain/mentors/kept-card';
import { WANTED } from '../../../domain/wishes/answer';
import { index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns';
import { inProgramme, inSpace, person } from './belongs';
import { id } from './parts';
import { pairings } from './pairings';
import { people } from './spaces';

/** What a young person wants from a mentor. In their own space; read at the desk, and by no mentor. */
export const wishes = table(
	'wishes',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		youngId: person('young_id'),
		wanted: text('wanted', { enum: WANTED }),
		wantedAt: instant('wanted_at').notNull(),
		/** Sealed JSON of everything they said: see server/wishes/rows.ts. */
		said: text('said').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		uniqueIndex('wishes_one_each').on(t.programmeId, t.youngId),
		index('wishes_changed').on(t.spaceId, t.revision)
	]
);

/** What a young person wrote about themself. In their own space, and opened for nobody else. */
export const abouts = table(
	'abouts',
	{
		/** The person's id. */
		id: text('id')
			.primaryKey()
			.references(() => people.id),
		...inSpace(),
		/** Sealed JSON. */
		lines: text('lines').notNull()
	},
	(t) => [index('abouts_changed').on(t.spaceId, t.revision)]
);

/** A mentor's card, as they write it and as it was last approved. In the mentor's own space. */
export const mentorCards = table(
	'mentor_cards',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		mentorId: person('mentor_id'),
		state: text('state', { enum: CARD_STATES }).notNull(),
		card: json('card').$type<MentorCard>().notNull(),
		/** How many young people at once. */
		capacity: int('capacity').notNull(),
		/** When the newest version was written, by its phone. */
		writtenAt: instant('written_at').notNull(),
		approved: json('approved').$type<MentorCard>(),
		approvedAt: instant('approved_at'),
		approvedById: text('approved_by_id').references(() => people.id),
		/** What the coordinator asked to be changed. */
		returnedWhy: text('returned_why').notNull().default(''),
		/** When they were last introduced to anybody: who has waited longest is offered first. */
		introducedAt: instant('introduced_at')
	},
	(t) => [
		uniqueIndex('mentor_cards_one_each').on(t.programmeId, t.mentorId),
		index('mentor_cards_changed').on(t.spaceId, t.revision)
	]
);

/** What was checked of a mentor, and from when until when it is good. Never changed: a mistake is taken back. */
export const approvals = table(
	'approvals',
	{
		id: id(),
		...inProgramme(),
		mentorId: person('mentor_id'),
		kind: text('kind', { enum: APPROVAL_KINDS }).notNull(),
		from: text('from_day').notNull(),
		until: text('until_day'),
		byId: text('by_id').references(() => people.id),
		at: instant('at').notNull(),
		takenBackAt: instant('taken_back_at')
	},
	(t) => [index('approvals_mentor').on(t.programmeId, t.mentorId)]
);

/** Two people whom a coordinator will not put together. The reason is for the desk. */
export const vetoes = table(
	'vetoes',
	{
		...inProgramme(),
		youngId: person('young_id'),
		mentorId: person('mentor_id'),
		byId: person('by_id'),
		at: instant('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.programmeId, t.youngId, t.mentorId] })]
);

/** A mentor's card shown to a young person. In the young person's own space. */
export const introductions = table(
	'introductions',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		youngId: person('young_id'),
		mentorId: person('mentor_id'),
		state: text('state', { enum: INTRODUCTION_STATES }).notNull(),
		whyNot: text('why_not', { enum: WHY_NOT }),
		waitsFor: text('waits_for', { enum: WAITS_FOR }),
		card: json('card').$type<MentorCard>().notNull(),
		offeredById: text('offered_by_id').references(() => people.id),
		offeredAt: instant('offered_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		answer: text('answer', { enum: ['yes', 'meet_first'] }),
		answeredAt: instant('answered_at'),
		mentorSaid: text('mentor_said', { enum: ['yes', 'no'] }),
		firstMeetingAt: instant('first_meeting_at'),
		firstMeetingPlace: text('first_meeting_place'),
		youngAfter: text('young_after', { enum: ['yes', 'no'] }),
		mentorAfter: text('mentor_after', { enum: ['yes', 'no'] }),
		/** Sealed JSON: the lines about themself that the young person showed with their yes. */
		shown: text('shown'),
		/** Sealed: what the young person and the mentor told only the coordinator. */
		youngWhy: text('young_why'),
		mentorWhy: text('mentor_why'),
		pairingId: text('pairing_id').references(() => pairings.id)
	},
	(t) => [
		index('introductions_changed').on(t.spaceId, t.revision),
		index('introductions_programme').on(t.programmeId, t.state),
		index('introductions_young').on(t.youngId),
		index('introductions_mentor').on(t.mentorId)
	]
);

/** That a mentor was asked: the mentor's side of an introduction, made by a yes. In the mentor's own space. */
export const askings = table(
	'askings',
	{
		/** The introduction's id. */
		id: text('id')
			.primaryKey()
			.references(() => introductions.id),
		...inSpace(),
		askedAt: instant('asked_at').notNull()
	},
	(t) => [index('askings_changed').on(t.spaceId, t.revision)]
);
