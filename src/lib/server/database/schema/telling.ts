import { TOLD, type TellChoices } from '../../../domain/telling/kinds';
import { bool, check, index, instant, int, json, table, text, uniqueIndex } from '../columns';
import { inSpace, person } from './belongs';
import { pairings } from './pairings';
import { id, oneOf } from './parts';
import { sessions } from './signing-in';
import { people } from './spaces';

/** What the server has still to do, or has done: written in the transaction of its cause. See server/jobs. */
export const jobs = table(
	'jobs',
	{
		id: id(),
		kind: text('kind').notNull(),
		/** What makes a job the same job: a second with this key is not written. */
		dedupe: text('dedupe').notNull(),
		body: json('body').$type<Record<string, unknown>>().notNull(),
		/** Not before. */
		runAt: instant('run_at').notNull(),
		attempts: int('attempts').notNull().default(0),
		/** Somebody is at it until then; after that, whoever did is taken for dead. */
		leasedUntil: instant('leased_until'),
		/** Which lease: only its holder may end the job. */
		leaseId: text('lease_id'),
		doneAt: instant('done_at'),
		/** Given up; the desk sees it. */
		deadAt: instant('dead_at'),
		/** What went wrong last, as one of our own words: never what somebody wrote. */
		lastError: text('last_error').notNull().default(''),
		createdAt: instant('created_at').notNull()
	},
	(t) => [uniqueIndex('jobs_dedupe').on(t.dedupe), index('jobs_due').on(t.doneAt, t.deadAt, t.runAt)]
);

/** What somebody was told of. In their own space. */
export const notices = table(
	'notices',
	{
		id: id(),
		...inSpace(),
		personId: person('person_id'),
		kind: text('kind', { enum: TOLD }).notNull(),
		pairingId: text('pairing_id').references(() => pairings.id),
		subjectId: text('subject_id'),
		until: instant('until'),
		at: instant('at').notNull(),
		seenAt: instant('seen_at')
	},
	(t) => [
		index('notices_changed').on(t.spaceId, t.revision),
		index('notices_unseen').on(t.personId, t.seenAt),
		check('notices_kind', oneOf(t.kind, TOLD))
	]
);

/** A browser that wants to be woken. It goes with the session of its device. */
export const pushSubscriptions = table(
	'push_subscriptions',
	{
		id: id(),
		personId: person('person_id'),
		sessionId: text('session_id')
			.notNull()
			.references(() => sessions.id, { onDelete: 'cascade' }),
		endpoint: text('endpoint').notNull(),
		/** The browser's public key and secret, base64url, as RFC 8291 names them. */
		p256dh: text('p256dh').notNull(),
		auth: text('auth').notNull(),
		createdAt: instant('created_at').notNull(),
		/** When its push service last took something for it. */
		reachedAt: instant('reached_at')
	},
	(t) => [
		uniqueIndex('push_subscriptions_endpoint').on(t.endpoint),
		index('push_subscriptions_person').on(t.personId),
		index('push_subscriptions_session').on(t.sessionId)
	]
);

/** How a person wants to be told. In their own space. */
export const tellChoices = table(
	'tell_choices',
	{
		/** The person's id. */
		id: text('id')
			.primaryKey()
			.references(() => people.id),
		...inSpace(),
		choices: json('choices').$type<TellChoices>().notNull()
	},
	(t) => [index('tell_choices_changed').on(t.spaceId, t.revision)]
);

/** Where an adult wants a nudge by e-mail, without a word of what it is about. Never a young person's. */
export const mailAddresses = table('mail_addresses', {
	personId: text('person_id')
		.primaryKey()
		.references(() => people.id),
	/** Sealed: see server/sealing.ts. */
	address: text('address').notNull(),
	/** SHA-256 of what the link in the first e-mail holds, hex; null once it was followed. */
	secretHash: text('secret_hash'),
	askedAt: instant('asked_at').notNull(),
	confirmedAt: instant('confirmed_at'),
	on: bool('on').notNull()
});
