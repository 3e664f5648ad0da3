import { ECDH } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { v7 as uuid, validate as isUuid } from 'uuid';
import * as v from 'valibot';
import type { PushStands } from '$lib/domain/telling/push';
import { pushSubscriptions, sessions } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { isPushService } from './addresses';
import { pushKeys } from './keys';

const base64url = (bytes: number) =>
	v.pipe(
		v.string(),
		v.regex(/^[\w-]+={0,2}$/),
		v.transform((text) => text.replace(/=+$/, '')),
		v.check((text) => Buffer.from(text, 'base64url').length === bytes)
	);

/** What a browser gives: where to send, and what to seal it with. Source: RFC 8291, 2 and 3.1. */
const Subscription = v.object({
	endpoint: v.pipe(v.string(), v.maxLength(1_000)),
	keys: v.object({
		p256dh: v.pipe(base64url(65), v.check(isPoint)),
		auth: base64url(16)
	})
});

/** What is no point on the curve could never be sealed for. */
function isPoint(key: string): boolean {
	try {
		ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'compressed');
		return true;
	} catch {
		return false;
	}
}

/** How it stands with waking somebody's devices. */
export async function pushStands(house: House, { personId, sessionId }: Who): Promise<PushStands> {
	const rows = await house.store.read
		.select({
			id: pushSubscriptions.id,
			device: sessions.device,
			sessionId: pushSubscriptions.sessionId,
			since: pushSubscriptions.createdAt
		})
		.from(pushSubscriptions)
		.innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
		.where(eq(pushSubscriptions.personId, personId))
		.orderBy(pushSubscriptions.createdAt);
	return {
		key: pushKeys(house).publicKey,
		devices: rows.map(({ id, device, since, sessionId: of }) => ({
			...{ id, device, since, here: of === sessionId }
		}))
	};
}

/**
 * Keeps where the device that asks can be woken: one place a session, and whoever was woken there before is not any
 * more.
 * @returns whether it was kept; not what is no subscription, or leads to no push service that we know
 */
export async function subscribe(
	house: House,
	{ personId, sessionId }: Who,
	given: unknown
): Promise<boolean> {
	const read = v.safeParse(Subscription, given);
	if (!read.success || !isPushService(read.output.endpoint, house.environment.pushServices)) return false;
	const { endpoint, keys } = read.output;
	const where = { endpoint, p256dh: keys.p256dh, auth: keys.auth, personId };
	await house.store.transaction(async (tx) => {
		const others = and(eq(pushSubscriptions.endpoint, endpoint), ne(pushSubscriptions.sessionId, sessionId));
		await tx.delete(pushSubscriptions).where(others);
		// What waits to be sent goes by its id, so a browser that renews itself keeps it.
		const mine = await tx
			.update(pushSubscriptions)
			.set(where)
			.where(eq(pushSubscriptions.sessionId, sessionId))
			.returning({ id: pushSubscriptions.id });
		if (mine.length > 0) return;
		await tx.insert(pushSubscriptions).values({ id: uuid(), sessionId, ...where, createdAt: house.now() });
	});
	return true;
}

/** From now on nothing wakes the device that asks. Nothing did is fine too. */
export async function unsubscribeHere(house: House, { sessionId }: Who): Promise<void> {
	await house.store.transaction((tx) =>
		tx.delete(pushSubscriptions).where(eq(pushSubscriptions.sessionId, sessionId))
	);
}

/** @returns whether somebody was woken there */
export async function unsubscribe(house: House, { personId }: Who, id: string): Promise<boolean> {
	if (!isUuid(id)) return false;
	if (!isUuid(id)) return false;
	const gone = await house.store.transaction((tx) =>
		tx
			.delete(pushSubscriptions)
			.where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.personId, personId)))
			.returning({ id: pushSubscriptions.id })
	);
	return gone.length > 0;
}
