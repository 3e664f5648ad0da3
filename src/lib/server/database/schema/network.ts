import { GATHERING_ANSWERS, type Ring } from '../../../domain/network/network';
import { check, index, instant, int, json, table, text } from '../columns';
import { inProgramme, inSpace, person } from './belongs';
import { pairings } from './pairings';
import { id, oneOf } from './parts';
import { plans } from './plans';

/** A small group of young people with one worker. */
export const circles = table(
	'circles',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		name: text('name').notNull(),
		workerId: person('worker_id'),
		planId: text('plan_id').references(() => plans.id),
		startsOn: text('starts_on').notNull(),
		endsOn: text('ends_on'),
		endedAt: instant('ended_at')
	},
	(t) => [
		index('circles_changed').on(t.spaceId, t.revision),
		index('circles_programme').on(t.programmeId),
		index('circles_worker').on(t.workerId)
	]
);

export const circleMembers = table(
	'circle_members',
	{
		id: id(),
		...inSpace(),
		circleId: text('circle_id')
			.notNull()
			.references(() => circles.id),
		personId: person('person_id'),
		joinedAt: instant('joined_at').notNull(),
		leftAt: instant('left_at')
	},
	(t) => [
		index('circle_members_changed').on(t.spaceId, t.revision),
		index('circle_members_circle').on(t.circleId),
		index('circle_members_person').on(t.personId)
	]
);

/** Somebody a young person trusts, shared with a pairing. */
export const trustedPeople = table(
	'trusted_people',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		/** Sealed. */
		name: text('name').notNull(),
		/** Sealed. */
		who: text('who').notNull(),
		ring: int('ring').notNull().$type<Ring>(),
		at: instant('at').notNull(),
		goneAt: instant('gone_at')
	},
	(t) => [
		index('trusted_people_changed').on(t.spaceId, t.revision),
		index('trusted_people_pairing').on(t.pairingId)
	]
);

/** A meeting of several people: of a pairing's network, or of a circle. */
export const gatherings = table(
	'gatherings',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id').references(() => pairings.id),
		circleId: text('circle_id').references(() => circles.id),
		zone: text('zone').notNull(),
		day: text('day').notNull(),
		time: text('time').notNull(),
		minutes: int('minutes').notNull(),
		place: text('place').notNull(),
		/** Sealed. */
		about: text('about').notNull(),
		/** Sealed JSON: names. */
		whom: text('whom').notNull(),
		byId: person('by_id'),
		at: instant('at').notNull(),
		calledOffAt: instant('called_off_at'),
		/** Sealed. */
		calledOffWhy: text('called_off_why').notNull()
	},
	(t) => [
		index('gatherings_changed').on(t.spaceId, t.revision),
		index('gatherings_pairing').on(t.pairingId),
		index('gatherings_circle').on(t.circleId)
	]
);

export const gatheringAnswers = table(
	'gathering_answers',
	{
		id: id(),
		...inSpace(),
		gatheringId: text('gathering_id')
			.notNull()
			.references(() => gatherings.id),
		personId: person('person_id'),
		says: text('says', { enum: GATHERING_ANSWERS }).notNull(),
		/** Sealed JSON: names. */
		without: text('without').notNull(),
		at: instant('at').notNull()
	},
	(t) => [
		index('gathering_answers_changed').on(t.spaceId, t.revision),
		index('gathering_answers_gathering').on(t.gatheringId),
		check('gathering_answers_says', oneOf(t.says, GATHERING_ANSWERS))
	]
);

/** A young person's own plan for staying safe. */
export const safetyPlans = table(
	'safety_plans',
	{
		id: id(),
		...inSpace(),
		personId: person('person_id'),
		/** Sealed JSON. */
		lines: text('lines').notNull(),
		sharedWith: json('shared_with').$type<string[]>().notNull(),
		at: instant('at').notNull()
	},
	(t) => [index('safety_plans_changed').on(t.spaceId, t.revision)]
);

/** The same as one pairing sees it, while it is shared. */
export const sharedSafetyPlans = table(
	'shared_safety_plans',
	{
		id: id(),
		...inSpace(),
		pairingId: text('pairing_id')
			.notNull()
			.references(() => pairings.id),
		/** Sealed JSON. */
		lines: text('lines').notNull(),
		sharedAt: instant('shared_at')
	},
	(t) => [index('shared_safety_plans_changed').on(t.spaceId, t.revision)]
);
