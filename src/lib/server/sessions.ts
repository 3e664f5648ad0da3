import type { RequestEvent } from '@sveltejs/kit';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter, type Cookie, type DatabaseSession } from 'lucia';
import { v7 as uuid, validate as isUuid } from 'uuid';
import { MINUTE, type Instant } from '$lib/domain/clock/zones';
import { sessionLimit, type Role } from '$lib/domain/people/roles';
import { sessions } from './database/schema';
import type { Who } from './guard';
import type { House } from './house';
import {
	dropSessions,
	endOf,
	findSession,
	keepSession,
	overSessions,
	sessionsOf,
	type SessionRow
} from './people/session-rows';
import { hashOf, newSecret, same } from './people/tokens';

// The one file that knows Lucia. What the browser holds is `id.secret`; the database holds the id and the secret's hash.

interface Attributes {
	secretHash: string;
	device: string;
	createdAt: Instant;
	lastSeenAt: Instant;
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof makeLucia>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: { firstName: string; memberships: Who['memberships'] };
	}
}

/** A place someone is signed in. Moments, never the secret. */
export interface Device {
	id: string;
	device: string;
	createdAt: Instant;
	lastSeenAt: Instant;
}

/** Use is written down no more often than this. */
const NOTE_USE_EVERY = 5 * MINUTE;

/**
 * Lucia reads the wall clock, a little later; the house may keep another, in rehearsals and tests. So it is told of a
 * session either that it is over or that it has a while.
 */
const onLuciasClock = (house: House, endsAt: Instant) =>
	new Date(endsAt <= house.now() ? 0 : Date.now() + MINUTE);

function adapterFor(house: House): Adapter {
	const { store } = house;
	const known = (row: SessionRow, endsAt: Instant): DatabaseSession => ({
		id: row.id,
		userId: row.personId,
		expiresAt: onLuciasClock(house, endsAt),
		attributes: row
	});
	return {
		async getSessionAndUser(token) {
			const [id, secret, ...more] = token.split('.');
			if (!id || !secret || more.length > 0) return [null, null];
			const found = await findSession(store, id);
			if (!found || found.disabledAt !== null || !same(hashOf(secret), found.session.secretHash))
				return [null, null];
			const { session, firstName, memberships } = found;
			const roles = memberships.map((membership) => membership.role);
			await noteUse(house, session, roles);
			return [
				known(session, endOf(session, roles)),
				{ id: session.personId, attributes: { firstName, memberships } }
			];
		},
		async getUserSessions(personId) {
			const rows = await sessionsOf(store, personId);
			return rows.map(({ row, endsAt }) => known(row, endsAt));
		},
		async setSession({ id, userId, attributes }) {
			const { secretHash, device, createdAt, lastSeenAt } = attributes;
			const row = { id, personId: userId, secretHash, device, createdAt, lastSeenAt };
			const gaveWay = await store.transaction((tx) => keepSession(tx, row));
			house.live.endSessions(new Set(gaveWay));
		},
		async updateSessionExpiration() {
			// Our own limits move with use; Lucia's sliding window is switched off below.
		},
		deleteSession: (id) => drop(house, [id]),
		async deleteUserSessions(personId) {
			house.live.endSessions(new Set(await store.transaction((tx) => dropSessions(tx, personId))));
		},
		async deleteExpiredSessions() {
			const over = await overSessions(store, house.now());
			if (over.length > 0) await drop(house, over);
		}
	};
}

async function drop(house: House, ids: string[]): Promise<void> {
	await house.store.transaction((tx) => tx.delete(sessions).where(inArray(sessions.id, ids)));
	house.live.endSessions(new Set(ids));
}

/** A session that could not be marked as used is still a session. */
async function noteUse(house: House, session: SessionRow, roles: readonly Role[]): Promise<void> {
	const now = house.now();
	const every = Math.min(NOTE_USE_EVERY, sessionLimit(roles).idle / 4);
	if (now - session.lastSeenAt < every || endOf(session, roles) <= now) return;
	try {
		await house.store.transaction((tx) =>
			tx
				.update(sessions)
				.set({ lastSeenAt: now })
				.where(and(eq(sessions.id, session.id), lt(sessions.lastSeenAt, now)))
		);
	} catch (error) {
		house.log.warn({ err: error }, 'use of a session not noted');
	}
}

function makeLucia(house: House, secure: boolean) {
	return new Lucia(adapterFor(house), {
		// So short that Lucia never renews by itself: the adapter says when a session ends.
		sessionExpiresIn: new TimeSpan(1, 'ms'),
		sessionCookie: {
			name: secure ? '__Host-session' : 'session',
			expires: false,
			attributes: { secure, sameSite: 'lax', path: '/' }
		},
		getSessionAttributes: ({ device, createdAt, lastSeenAt }) => ({ device, createdAt, lastSeenAt }),
		getUserAttributes: ({ firstName, memberships }) => ({ firstName, memberships })
	});
}

const made = new WeakMap<
	House,
	{ secure: ReturnType<typeof makeLucia>; plain: ReturnType<typeof makeLucia> }
>();

function luciaFor(house: House, secure = true) {
	let both = made.get(house);
	if (!both) made.set(house, (both = { secure: makeLucia(house, true), plain: makeLucia(house, false) }));
	return secure ? both.secure : both.plain;
}

const isSecure = (at: { url: URL } | string) =>
	(typeof at === 'string' ? new URL(at) : at.url).protocol === 'https:';

/** Whose session a cookie holds, with what they are at this moment; null for anything else. */
export async function whoIs(house: House, token: string | undefined): Promise<Who | null> {
	if (!token) return null;
	const { session, user } = await luciaFor(house).validateSession(token);
	if (!session) return null;
	return {
		personId: user.id,
		firstName: user.firstName,
		sessionId: session.id,
		memberships: user.memberships
	};
}

/**
 * Signs a person in on one more device.
 * @param device what the person would call it
 * @returns what the browser keeps, for `cookieFor`
 */
export async function startSession(house: House, personId: string, device: string): Promise<string> {
	const secret = newSecret();
	const now = house.now();
	const attributes = { secretHash: hashOf(secret), device, createdAt: now, lastSeenAt: now };
	const { id } = await luciaFor(house).createSession(personId, attributes, { sessionId: uuid() });
	return `${id}.${secret}`;
}

/** The cookie for a session: `__Host-` and Secure over https. @param at an event, or the origin of our pages */
export function cookieFor(house: House, at: { url: URL } | string, token: string): Cookie {
	return luciaFor(house, isSecure(at)).createSessionCookie(token);
}

/** The cookie that takes a session's place when it has ended. */
export function blankCookie(house: House, at: { url: URL } | string): Cookie {
	return luciaFor(house, isSecure(at)).createBlankSessionCookie();
}

export function readCookie(event: Pick<RequestEvent, 'cookies' | 'url'>): string | undefined {
	return event.cookies.get(isSecure(event) ? '__Host-session' : 'session');
}

/** @returns whether there was such a session of this person */
export async function endSession(house: House, personId: string, sessionId: string): Promise<boolean> {
	if (!isUuid(sessionId)) return false;
	const mine = await house.store.read
		.select({ id: sessions.id })
		.from(sessions)
		.where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)));
	if (mine.length === 0) return false;
	await luciaFor(house).invalidateSession(sessionId);
	return true;
}

/** Ends every session of a person, or all but one. */
export async function endAllSessions(house: House, personId: string, except = ''): Promise<void> {
	if (!except) return luciaFor(house).invalidateUserSessions(personId);
	house.live.endSessions(new Set(await house.store.transaction((tx) => dropSessions(tx, personId, except))));
}

/** Where a person is signed in, the latest used first. */
export async function listDevices(house: House, personId: string): Promise<Device[]> {
	const all = await luciaFor(house).getUserSessions(personId);
	return all
		.map(({ id, device, createdAt, lastSeenAt }) => ({ id, device, createdAt, lastSeenAt }))
		.sort((one, other) => other.lastSeenAt - one.lastSeenAt);
}

/** Forgets sessions that have reached their end, and closes what was still open under them. For a job. */
export async function endOverSessions(house: House): Promise<void> {
	await luciaFor(house).deleteExpiredSessions();
}
