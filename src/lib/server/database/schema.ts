import { sql } from 'drizzle-orm';
import { INTRODUCTION_STATES, WAITS_FOR, WHY_NOT } from '../../domain/introductions/introduction';
import { APPROVAL_KINDS, type ApprovalKind } from '../../domain/mentors/approvals';
import type { MentorCard } from '../../domain/mentors/card';
import { CARD_STATES } from '../../domain/mentors/kept-card';
import { PARTINGS } from '../../domain/pairings/parting';
import type { Agreement, ReadingWindow } from '../../domain/pairings/agreement';
import type { HelpLine } from '../../domain/programmes/help-lines';
import { PAIRING_STATES } from '../../domain/pairings/pairing';
import { ROLES } from '../../domain/people/roles';
import { FEELINGS, HOPES } from '../../domain/check-ins/check-in';
import { ANSWER_TAPS } from '../../domain/messages/message';
import type { Outcome } from '../../domain/entries/entry';
import type { Reason } from '../../domain/entries/verdict';
import { WANTED } from '../../domain/wishes/answer';
import type { WishQuestion } from '../../domain/wishes/question';
import {
	bool,
	bytes,
	check,
	index,
	instant,
	int,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex
} from './columns';

const id = () => text('id').primaryKey();
const oneOf = (column: unknown, words: readonly string[]) =>
	sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;

/** A set of records with the same readers: the unit of access, of sync and of live updates. */
export const spaces = table('spaces', {
	id: id(),
	kind: text('kind', { enum: ['person', 'pairing', 'programme'] }).notNull(),
	/** Raised once by every transaction that changes a row of the space. */
	revision: int('revision').notNull().default(0),
	/** The seal of the space's newest audit line; the next line is sealed over it. */
	auditSeal: text('audit_seal').notNull().default('')
});

/** Who reaches a space, and from when until when. The one place that access is granted or taken away. */
export const readers = table(
	'readers',
	{
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		since: instant('since').notNull(),
		until: instant('until')
	},
	(t) => [primaryKey({ columns: [t.personId, t.spaceId] }), index('readers_space').on(t.spaceId)]
);

export const programmes = table('programmes', {
	id: id(),
	spaceId: text('space_id')
		.notNull()
		.references(() => spaces.id),
	revision: int('revision').notNull(),
	name: text('name').notNull(),
	/** What shows on a phone: neutral, chosen by the programme. */
	appName: text('app_name').notNull(),
	zone: text('zone').notNull(),
	helpLines: json('help_lines').$type<HelpLine[]>().notNull(),
	/** What it asks about the kind of mentor, once its participation group has changed the words; null until then. */
	wishQuestions: json('wish_questions').$type<WishQuestion[]>(),
	/** What every mentor needs before anybody is introduced to them; null is what is usual. */
	approvalsNeeded: json('approvals_needed').$type<ApprovalKind[]>(),
	createdAt: instant('created_at').notNull()
});

export const people = table(
	'people',
	{
		id: id(),
		/** The name the others in a pairing see. */
		firstName: text('first_name').notNull(),
		/** Chosen by the person when they join; null until then. */
		codeName: text('code_name'),
		createdAt: instant('created_at').notNull(),
		disabledAt: instant('disabled_at')
	},
	(t) => [uniqueIndex('people_code_name').on(t.codeName)]
);

export const memberships = table(
	'memberships',
	{
		id: id(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		role: text('role', { enum: ROLES }).notNull(),
		createdAt: instant('created_at').notNull(),
		endedAt: instant('ended_at')
	},
	(t) => [
		uniqueIndex('memberships_one_of_each').on(t.programmeId, t.personId, t.role),
		index('memberships_person').on(t.personId),
		check('memberships_role', oneOf(t.role, ROLES))
	]
);

export const invitations = table(
	'invitations',
	{
		id: id(),
		/** SHA-256 of the secret on the slip, hex. The secret itself is shown once and kept nowhere. */
		secretHash: text('secret_hash').notNull(),
		programmeId: text('programme_id').references(() => programmes.id),
		personId: text('person_id').references(() => people.id),
		invitedById: text('invited_by_id').references(() => people.id),
		/** `join` for a person; `set-up` for the organisation's very first programme. */
		purpose: text('purpose', { enum: ['join', 'set-up'] }).notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
		revokedAt: instant('revoked_at')
	},
	(t) => [uniqueIndex('invitations_secret').on(t.secretHash), index('invitations_person').on(t.personId)]
);

export const phrases = table('phrases', {
	personId: text('person_id')
		.primaryKey()
		.references(() => people.id),
	/** argon2id, in PHC string format. */
	hash: text('hash').notNull(),
	setAt: instant('set_at').notNull()
});

export const passkeys = table(
	'passkeys',
	{
		/** The credential id, base64url. */
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		publicKey: bytes('public_key').notNull(),
		counter: int('counter').notNull(),
		transports: json('transports').$type<string[]>().notNull(),
		createdAt: instant('created_at').notNull(),
		lastUsedAt: instant('last_used_at')
	},
	(t) => [index('passkeys_person').on(t.personId)]
);

/** A question the server asked a passkey, good for one answer. */
export const challenges = table('challenges', {
	id: id(),
	challenge: text('challenge').notNull(),
	purpose: text('purpose', { enum: ['join', 'sign-in'] }).notNull(),
	personId: text('person_id').references(() => people.id),
	expiresAt: instant('expires_at').notNull()
});

export const sessions = table(
	'sessions',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		/** SHA-256 of the secret half of the cookie, hex. */
		secretHash: text('secret_hash').notNull(),
		/** What the person would call the device: "Chrome on Android". */
		device: text('device').notNull(),
		createdAt: instant('created_at').notNull(),
		lastSeenAt: instant('last_seen_at').notNull()
	},
	(t) => [index('sessions_person').on(t.personId)]
);

/** Tries at signing in, by what is counted, for as long as they count: all replicas count together. */
export const tries = table(
	'tries',
	{
		/** A keyed hash of what is counted: an address or a name stands nowhere. */
		id: id(),
		count: int('count').notNull(),
		until: instant('until').notNull()
	},
	(t) => [index('tries_until').on(t.until)]
);

export const pairings = table(
	'pairings',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		youngId: text('young_id')
			.notNull()
			.references(() => people.id),
		mentorId: text('mentor_id')
			.notNull()
			.references(() => people.id),
		state: text('state', { enum: PAIRING_STATES }).notNull(),
		startedAt: instant('started_at').notNull(),
		endsOn: text('ends_on'),
		/** When the oldest thing the young person is still waiting on arrived; null when all is answered. */
		waitingSince: instant('waiting_since')
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		version: int('version').notNull(),
		zone: text('zone').notNull(),
		hours: json('hours').$type<ReadingWindow[]>().notNull(),
		answerWithinMinutes: int('answer_within_minutes').notNull().$type<Agreement['answerWithinMinutes']>(),
		from: instant('from').notNull()
	},
	(t) => [
		uniqueIndex('agreements_version').on(t.pairingId, t.version),
		index('agreements_changed').on(t.spaceId, t.revision)
	]
);

/** A weekly or fortnightly appointment; its meetings are worked out, not stored. */
export const series = table(
	'series',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		zone: text('zone').notNull(),
		startsOn: text('starts_on').notNull(),
		time: text('time').notNull(),
		minutes: int('minutes').notNull(),
		everyWeeks: int('every_weeks').notNull(),
		place: text('place').notNull(),
		/** The last day on which a meeting may begin, or null. */
		until: text('until')
	},
	(t) => [index('series_changed').on(t.spaceId, t.revision), index('series_pairing').on(t.pairingId)]
);

export const checkIns = table(
	'check_ins',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		authorId: text('author_id')
			.notNull()
			.references(() => people.id),
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		authorId: text('author_id')
			.notNull()
			.references(() => people.id),
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		upTo: instant('up_to').notNull()
	},
	(t) => [index('seen_changed').on(t.spaceId, t.revision)]
);

/** Who looked: each time someone outside a pairing opened something of the young person's. In that person's own space. */
export const looks = table(
	'looks',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		byId: text('by_id')
			.notNull()
			.references(() => people.id),
		byName: text('by_name').notNull(),
		byRole: text('by_role', { enum: ROLES }).notNull(),
		what: text('what', { enum: ['conversation'] }).notNull(),
		/** Sealed: see server/sealing.ts. */
		reason: text('reason').notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('looks_changed').on(t.spaceId, t.revision)]
);

/** What a young person wants from a mentor. In their own space; read at the desk, and by no mentor. */
export const wishes = table(
	'wishes',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		youngId: text('young_id')
			.notNull()
			.references(() => people.id),
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		mentorId: text('mentor_id')
			.notNull()
			.references(() => people.id),
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
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		mentorId: text('mentor_id')
			.notNull()
			.references(() => people.id),
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
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		youngId: text('young_id')
			.notNull()
			.references(() => people.id),
		mentorId: text('mentor_id')
			.notNull()
			.references(() => people.id),
		byId: text('by_id')
			.notNull()
			.references(() => people.id),
		at: instant('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.programmeId, t.youngId, t.mentorId] })]
);

/** A mentor's card shown to a young person. In the young person's own space. */
export const introductions = table(
	'introductions',
	{
		id: id(),
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		youngId: text('young_id')
			.notNull()
			.references(() => people.id),
		mentorId: text('mentor_id')
			.notNull()
			.references(() => people.id),
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
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
		askedAt: instant('asked_at').notNull()
	},
	(t) => [index('askings_changed').on(t.spaceId, t.revision)]
);

/** That a young person wants a change: someone else, a pause, an end. Without a reason, unless they give one. */
export const partings = table(
	'partings',
	{
		id: id(),
		/** The pairing's when the mentor may know of it, or else the young person's own. */
		spaceId: text('space_id')
			.notNull()
			.references(() => spaces.id),
		revision: int('revision').notNull(),
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
