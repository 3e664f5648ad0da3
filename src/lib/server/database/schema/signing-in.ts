import { bytes, index, instant, int, json, table, text, uniqueIndex } from '../columns';
import { id } from './parts';
import { people, programmes } from './spaces';

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
