import { and, eq, isNull, ne } from 'drizzle-orm';
import { dayOf, DAY, type Instant } from '$lib/domain/clock/zones';
import { cannotWait, pushLife } from '$lib/domain/telling/push-life';
import { wakesAt } from '$lib/domain/telling/night';
import { jobs, pushSubscriptions, sessions } from '../database/schema';
import type { House } from '../house';
import { GiveUp, NotBefore, type Done, type Handler } from '../jobs/done';
import { enqueue } from '../jobs/enqueue';
import { endOf } from '../people/session-rows';
import { unseenOf, type Unseen } from '../telling/unseen';
import { isPushService } from './addresses';
import { post } from './request';

type Subscription = typeof pushSubscriptions.$inferSelect;

/**
 * Wakes one browser, if there is still something its person has not seen and wanted to be woken for, and it is not
 * night. Sending twice does no harm: the newer takes the place of the older, on its way and on the phone.
 */
export const sendPush: Handler<'push'> = async (house, { subscriptionId, personId }, job) => {
	const now = house.now();
	const found = await subscriptionOf(house, subscriptionId);
	if (found?.personId !== personId) return;
	const unseen = await unseenOf(house.store.read, personId, now);
	if (unseen.wakes.length === 0) return;
	const session = await sessionOf(house, found.sessionId);
	if (!session || endOf(session, unseen.roles) <= now) return forget(house, found);
	const wakes = wakesAt(now, unseen.nights);
	if (wakes > now) return inTheMorning(house, found, job.id, wakes, zoneOf(unseen));
	if (!isPushService(found.endpoint, house.environment.pushServices)) throw new GiveUp('push_not_allowed');
	await deliver(house, found, unseen, now);
};

async function deliver(house: House, to: Subscription, unseen: Unseen, now: Instant): Promise<void> {
	const fresh = unseen.wakes.filter(({ at }) =>
		to.reachedAt === null ? at >= to.createdAt : at > to.reachedAt
	);
	const response = await post(
		house,
		to,
		// One thing leads to its own screen; of several, the first screen shows all.
		{ w: unseen.words, n: fresh.length === 1 ? (fresh[0]?.id ?? '') : '', b: unseen.count },
		{
			life: pushLife(now, unseen.nights),
			urgent: fresh.some(({ kind }) => cannotWait(kind)),
			day: dayOf(now, zoneOf(unseen))
		}
	);
	await response.body?.cancel();
	await heed(house, to, response);
}

/** Does as the push service says. Source: RFC 8030, 5 and 8.4. */
async function heed(house: House, to: Subscription, { status, ok, headers }: Response): Promise<void> {
	if (ok) return reached(house, to);
	if (status === 404 || status === 410) return forget(house, to);
	if (status === 429 || status === 408 || status >= 500)
		throw new NotBefore('push_service_busy', notBefore(headers.get('retry-after'), house.now()));
	const refused = { status, service: new URL(to.endpoint).host };
	if (status === 401 || status === 403) {
		house.log.error(refused, 'a push service does not accept our key: see PUSH_SUBJECT');
		throw new GiveUp('push_key_refused');
	}
	house.log.warn(refused, 'a push service refused a push');
	throw new GiveUp(status === 413 ? 'push_too_large' : 'push_refused');
}

/** What waited into the night goes with all the rest in one push when it ends. */
async function inTheMorning(
	house: House,
	{ id, personId }: Subscription,
	jobId: string,
	runAt: Instant,
	zone: string
): Promise<Done> {
	const dedupe = `push:${id}:morning:${dayOf(runAt, zone)}`;
	const another = await house.store.transaction(async (tx) => {
		await enqueue(
			{ tx, now: house.now() },
			{ kind: 'push', body: { subscriptionId: id, personId }, dedupe, runAt }
		);
		return tx
			.select({ id: jobs.id })
			.from(jobs)
			.where(and(eq(jobs.dedupe, dedupe), ne(jobs.id, jobId), isNull(jobs.doneAt), isNull(jobs.deadAt)));
	});
	// Where this is the morning’s own, or that has been and gone, it waits itself.
	if (another.length === 0) return { again: runAt };
}

/** Retry-After in either of its forms, seconds or a date; a day at the most. @returns 0 where there is none */
export function notBefore(header: string | null, now: Instant): Instant {
	if (header === null) return 0;
	const at = /^\d+$/.test(header.trim()) ? now + Number(header) * 1000 : Date.parse(header);
	return Number.isNaN(at) ? 0 : Math.min(at, now + DAY);
}

const zoneOf = ({ nights }: Unseen) => nights[0]?.zone ?? 'UTC';

async function subscriptionOf({ store }: House, id: string): Promise<Subscription | undefined> {
	const [row] = await store.read.select().from(pushSubscriptions).where(eq(pushSubscriptions.id, id));
	return row;
}

async function sessionOf({ store }: House, id: string) {
	const [row] = await store.read.select().from(sessions).where(eq(sessions.id, id));
	return row;
}

async function reached({ store, now }: House, { id }: Subscription): Promise<void> {
	await store.transaction((tx) =>
		tx.update(pushSubscriptions).set({ reachedAt: now() }).where(eq(pushSubscriptions.id, id))
	);
}

/** Nobody is there any more: not if the same browser has renewed itself meanwhile. */
async function forget({ store }: House, { id, endpoint }: Subscription): Promise<void> {
	await store.transaction((tx) =>
		tx
			.delete(pushSubscriptions)
			.where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.endpoint, endpoint)))
	);
}
