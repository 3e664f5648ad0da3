import { NATIONS } from '../../../domain/meetings/bank-holidays';
import type { ApprovalKind } from '../../../domain/mentors/approvals';
import type { AgreementLimits } from '../../../domain/pairings/terms';
import { ROLES } from '../../../domain/people/roles';
import type { HelpLine } from '../../../domain/programmes/help-lines';
import { USUAL_NIGHT, USUAL_PUSH_WORDS } from '../../../domain/telling/night';
import type { WishQuestion } from '../../../domain/wishes/question';
import { bool, check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns';
import { id, oneOf } from './parts';

/** A set of records with the same readers: the unit of access, of sync and of live updates. */
export const spaces = table('spaces', {
	id: id(),
	kind: text('kind', { enum: ['person', 'pairing', 'programme', 'circle'] }).notNull(),
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
	(t) => [
		// Someone who covers reads a space again and again, for a few days at a time.
		primaryKey({ columns: [t.personId, t.spaceId, t.since] }),
		index('readers_space').on(t.spaceId)
	]
);

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
	/** What an agreement begins with and what it may hold; null is what is usual. */
	agreementLimits: json('agreement_limits').$type<AgreementLimits>(),
	/** Whose bank holidays its meetings can leave out. */
	nation: text('nation', { enum: NATIONS }).notNull(),
	/** What a meeting is called in a calendar that others may see. */
	calendarTitle: text('calendar_title').notNull(),
	/** Between these, by the clocks of its zone, nobody's phone is woken. */
	nightFrom: text('night_from').notNull().default(USUAL_NIGHT.from),
	nightUntil: text('night_until').notNull().default(USUAL_NIGHT.until),
	/** All that ever stands on a locked phone. */
	pushWords: text('push_words').notNull().default(USUAL_PUSH_WORDS),
	/** Whether it also says where. */
	placeInCalendar: bool('place_in_calendar').notNull().default(false),
	/** The plan that new pairings begin with: see `plans`. No reference, for each points at the other. */
	planId: text('plan_id'),
	createdAt: instant('created_at').notNull()
});
