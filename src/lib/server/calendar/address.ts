import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { HOUR, type Instant } from '$lib/domain/clock/zones';
import { calendarFeeds } from '../database/schema';
import type { House } from '../house';
import { rolesOf } from '../people/role-in';
import { hashOf, newSecret, same } from '../people/tokens';
import { change, personSpace, type Change } from '../spaces';

/** Use is written down no more often than this. */
const NOTE_USE_EVERY = HOUR;

/** When somebody's address was made and last used; null where they have none. The address itself is kept nowhere. */
export async function addressOf(
	{ store }: House,
	personId: string
): Promise<{ createdAt: Instant; readAt: Instant | null } | null> {
	const [feed] = await store.read
		.select({ createdAt: calendarFeeds.createdAt, readAt: calendarFeeds.readAt })
		.from(calendarFeeds)
		.where(open(personId));
	return feed ?? null;
}

/**
 * Makes somebody a secret address in place of any earlier one.
 * @returns its last part, `id.secret`: shown once, 256 random bits of which the database keeps a hash
 */
export async function makeAddress(house: House, personId: string): Promise<string> {
	return change(house, personId, async (making) => {
		await close(making, personId);
		const [id, secret] = [uuid(), newSecret()];
		await making.tx
			.insert(calendarFeeds)
			.values({ id, personId, secretHash: hashOf(secret), createdAt: making.now });
		await making.record(personSpace(personId), 'calendar.made', id);
		return `${id}.${secret}`;
	});
}

/** From now on nothing is found at somebody's address. Without one, nothing happens. */
export async function revokeAddress(house: House, personId: string): Promise<void> {
	await change(house, personId, (making) => close(making, personId));
}

/** Whose address this is: of a mentor, who has not been shut out, and has not revoked it. */
export async function ownerOf(house: House, address: string): Promise<string | undefined> {
	const [id = '', secret = '', ...more] = address.replace(/\.ics$/, '').split('.');
	if (!ADDRESS.test(`${id}.${secret}`) || more.length > 0) return undefined;
	const [feed] = await house.store.read
		.select()
		.from(calendarFeeds)
		.where(and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt)));
	if (!feed || !same(hashOf(secret), feed.secretHash)) return undefined;
	if (!(await rolesOf(house.store.read, feed.personId)).includes('mentor')) return undefined;
	await noteUse(house, feed);
	return feed.personId;
}

/** An address may hold any text; a database may not be asked about it. */
const ADDRESS = /^[\da-f-]{36}\.[\w-]{43}$/;

const open = (personId: string) => and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt));

async function close(making: Change, personId: string): Promise<void> {
	const closed = await making.tx
		.update(calendarFeeds)
		.set({ revokedAt: making.now })
		.where(open(personId))
		.returning({ id: calendarFeeds.id });
	for (const { id } of closed) await making.record(personSpace(personId), 'calendar.revoked', id);
}

async function noteUse(house: House, { id, readAt }: { id: string; readAt: Instant | null }): Promise<void> {
	const now = house.now();
	if (readAt !== null && now - readAt < NOTE_USE_EVERY) return;
	await house.store.transaction((tx) =>
		tx.update(calendarFeeds).set({ readAt: now }).where(eq(calendarFeeds.id, id))
	);
}
