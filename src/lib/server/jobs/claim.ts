import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, min, or, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import { jobs } from '../database/schema';
import type { House } from '../house';
import type { JobKind } from './enqueue';
import { nextTry } from './again';

/** How long whoever claimed a job may be silent before they are taken for dead. It is renewed meanwhile. */
export const LEASE = 6_000;

/** A job that is ours for as long as the lease lasts. */
export interface Claimed {
	id: string;
	kind: JobKind;
	body: Record<string, unknown>;
	attempts: number;
	leaseId: string;
}

const open = () => and(isNull(jobs.doneAt), isNull(jobs.deadAt));
const held = ({ id, leaseId }: Claimed) => and(eq(jobs.id, id), eq(jobs.leaseId, leaseId), open());
const UNLEASED = { leaseId: null, leasedUntil: null };

function free(kinds: readonly JobKind[], now: Instant) {
	const nobodys = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now));
	return and(open(), inArray(jobs.kind, [...kinds]), lte(jobs.runAt, now), nobodys);
}

/**
 * Takes up to `most` jobs that are due, the longest due first. Nobody else gets them while the lease lasts: whoever
 * writes has the database for themselves, on PostgreSQL too, so two who claim never meet (see decision 21).
 */
export async function claim(house: House, kinds: readonly JobKind[], most: number): Promise<Claimed[]> {
	const now = house.now();
	const due = await house.store.read.select({ id: jobs.id }).from(jobs).where(free(kinds, now)).limit(1);
	if (due.length === 0) return [];
	const leaseId = uuid();
	return house.store.transaction(async (tx) => {
		const first = tx
			.select({ id: jobs.id })
			.from(jobs)
			.where(free(kinds, now))
			.orderBy(asc(jobs.runAt), asc(jobs.id))
			.limit(most);
		const rows = await tx
			.update(jobs)
			.set({ leaseId, leasedUntil: now + LEASE, attempts: sql`${jobs.attempts} + 1` })
			.where(inArray(jobs.id, first))
			.returning({ id: jobs.id, kind: jobs.kind, body: jobs.body, attempts: jobs.attempts });
		return rows.map((row) => ({ ...row, kind: row.kind as JobKind, leaseId }));
	});
}

/** Says that those who hold these leases are alive. */
export async function renew({ store, now }: House, leaseIds: readonly string[]): Promise<void> {
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set({ leasedUntil: now() + LEASE })
			.where(and(inArray(jobs.leaseId, [...leaseIds]), open()))
	);
}

/** The job went well and is over. Somebody whose lease has passed to another changes nothing, here and below. */
export async function finish({ store, now }: House, job: Claimed): Promise<void> {
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set({ ...UNLEASED, doneAt: now(), lastError: '' })
			.where(held(job))
	);
}

/** The job went well and is to be run again then. */
export async function putOff({ store }: House, job: Claimed, runAt: Instant): Promise<void> {
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set({ ...UNLEASED, runAt, attempts: 0, lastError: '' })
			.where(held(job))
	);
}

/** The job went wrong: later once more or, after many times or where it can't help, never. @returns whether it is dead */
export async function failed(
	{ store, now }: House,
	job: Claimed,
	{ why, never = false, notBefore = 0 }: { why: string; never?: boolean; notBefore?: Instant }
): Promise<boolean> {
	const at = never ? null : nextTry(job.attempts, now(), Math.random());
	const then = at === null ? { deadAt: now() } : { runAt: Math.max(at, notBefore) };
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set({ ...UNLEASED, ...then, lastError: why })
			.where(held(job))
	);
	return at === null;
}

/** Hands jobs back that could not be brought to an end, as if they had not been claimed. */
export async function handBack({ store }: House, leaseIds: readonly string[]): Promise<void> {
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set({ ...UNLEASED, attempts: sql`${jobs.attempts} - 1` })
			.where(and(inArray(jobs.leaseId, [...leaseIds]), open()))
	);
}

/** Takes everybody for dead: for a process that knows that it is the only one. */
export async function freeAll({ store }: House): Promise<void> {
	await store.transaction((tx) =>
		tx
			.update(jobs)
			.set(UNLEASED)
			.where(and(open(), isNotNull(jobs.leaseId)))
	);
}

/** When there is next something to claim: the past where there is now, null where nothing is written down. */
export async function nextDue({ store, now }: House, kinds: readonly JobKind[]): Promise<Instant | null> {
	const mine = and(open(), inArray(jobs.kind, [...kinds]));
	const [waiting] = await store.read
		.select({ at: jobs.runAt })
		.from(jobs)
		.where(and(mine, isNull(jobs.leasedUntil)))
		.orderBy(asc(jobs.runAt))
		.limit(1);
	const [leased] = await store.read
		.select({ at: min(jobs.leasedUntil) })
		.from(jobs)
		.where(and(mine, lte(jobs.runAt, now()), gt(jobs.leasedUntil, 0)));
	const moments = [waiting?.at, leased?.at].filter((at) => at != null);
	return moments.length === 0 ? null : Math.min(...moments);
}
