import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, MINUTE } from '../../../src/lib/domain/clock/zones';
import { jobs } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { MOST_TRIES } from '../../../src/lib/server/jobs/again';
import { claim, finish, freeAll, LEASE, nextDue, renew } from '../../../src/lib/server/jobs/claim';
import { GiveUp, NotBefore } from '../../../src/lib/server/jobs/done';
import { enqueue } from '../../../src/lib/server/jobs/enqueue';
import { forgetDone } from '../../../src/lib/server/jobs/forget';
import { JOBS } from '../../../src/lib/server/jobs/kinds';
import { change } from '../../../src/lib/server/spaces';
import { doWhatIsDue } from '../due';
import { openTestHouse } from '../house';

const BEGIN = Date.UTC(2026, 10, 24, 18);

let house: House;
let now: number;

beforeEach(async () => {
	now = BEGIN;
	house = await openTestHouse({ now: () => now });
});
afterEach(async () => {
	vi.restoreAllMocks();
	await house.store.close();
});

const all = () => house.store.read.select().from(jobs).orderBy(jobs.runAt, jobs.dedupe);
const only = async () => (await all())[0]!;
const plan = (dedupe: string, runAt = now) =>
	change(house, null, (making) =>
		enqueue(making, { kind: 'plan', body: { pairingId: dedupe }, dedupe, runAt })
	);
const handler = (work: typeof JOBS.plan = async () => {}) => vi.spyOn(JOBS, 'plan').mockImplementation(work);

describe('a job', () => {
	test('is written if and only if its cause is', async () => {
		const cause = change(house, null, async (making) => {
			await enqueue(making, { kind: 'plan', body: { pairingId: 'one' }, dedupe: 'one', runAt: now });
			throw new Error('no');
		});
		await expect(cause).rejects.toThrow('no');
		expect(await all()).toEqual([]);
	});

	test('is written once for its key, whether the first is done or not', async () => {
		handler();
		await plan('one');
		await plan('one', now + 1);
		expect(await doWhatIsDue(house)).toBe(1);
		await plan('one');
		expect(await all()).toMatchObject([{ dedupe: 'one', runAt: now, doneAt: now }]);
	});

	test('is done at its time and not before, and once', async () => {
		const done = handler();
		await plan('one', now + MINUTE);
		now += MINUTE - 1;
		expect(await doWhatIsDue(house)).toBe(0);
		now += 1;
		expect(await doWhatIsDue(house)).toBe(1);
		expect(await doWhatIsDue(house)).toBe(0);
		expect(done).toHaveBeenCalledExactlyOnceWith(house, { pairingId: 'one' }, expect.anything());
	});

	test('that wants to be run again is the same row, as if for the first time', async () => {
		const tries: number[] = [];
		handler(async (_house, _body, job) => {
			tries.push(job.attempts);
			return tries.length < 3 ? { again: now + DAY } : undefined;
		});
		await plan('one');
		await doWhatIsDue(house);
		expect(await only()).toMatchObject({ runAt: BEGIN + DAY, doneAt: null, leaseId: null });
		for (let days = 0; days < 2; days++) {
			now += DAY;
			await doWhatIsDue(house);
		}
		expect(tries).toEqual([1, 1, 1]);
		expect(await all()).toMatchObject([{ doneAt: BEGIN + 2 * DAY }]);
	});
});

describe('a job that goes wrong', () => {
	const broken = () =>
		handler(async () => {
			throw new Error('Sam wrote: call me');
		});

	test('is tried again later, and says so in our own word', async () => {
		broken();
		await plan('one');
		await doWhatIsDue(house);
		const job = await only();
		expect(job).toMatchObject({ attempts: 1, lastError: 'failed', deadAt: null, leaseId: null });
		expect(job.runAt).toBeGreaterThan(now);
	});

	test('is given up after many tries', async () => {
		const tried = broken();
		await plan('one');
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			now = (await only()).runAt;
			expect((await only()).deadAt).toBeNull();
			await doWhatIsDue(house);
		}
		now += DAY;
		expect(await doWhatIsDue(house)).toBe(0);
		expect(tried).toHaveBeenCalledTimes(MOST_TRIES);
		expect(await only()).toMatchObject({ attempts: MOST_TRIES, doneAt: null });
		expect((await only()).deadAt).not.toBeNull();
	});

	test('is given up at once where trying again can’t help', async () => {
		handler(async () => {
			throw new GiveUp('no_such_thing');
		});
		await plan('one');
		await doWhatIsDue(house);
		expect(await only()).toMatchObject({ attempts: 1, lastError: 'no_such_thing', deadAt: now });
	});

	test('is not tried before the moment that somebody else named', async () => {
		handler(async () => {
			throw new NotBefore('asked_to_wait', now + DAY);
		});
		await plan('one');
		await doWhatIsDue(house);
		expect(await only()).toMatchObject({ attempts: 1, lastError: 'asked_to_wait', runAt: now + DAY });
	});

	test('that hangs has gone wrong after a minute', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		try {
			handler(() => new Promise<void>(() => queueMicrotask(() => vi.advanceTimersByTime(MINUTE))));
			await plan('one');
			await doWhatIsDue(house);
		} finally {
			vi.useRealTimers();
		}
		expect(await only()).toMatchObject({ attempts: 1, lastError: 'took_too_long' });
	});
});

describe('who claims jobs', () => {
	const every = ['plan'] as const;
	const someJobs = async (count: number) => {
		for (let n = 0; n < count; n++) await plan(`job-${n}`);
	};

	test('gets those that nobody else gets, however many claim at once', async () => {
		await someJobs(30);
		const claims = await Promise.all(Array.from({ length: 6 }, () => claim(house, every, 7)));
		const ids = claims.flat().map(({ id }) => id);
		expect(ids).toHaveLength(30);
		expect(new Set(ids).size).toBe(30);
	});

	test('gets those due longest first, and only the kinds asked for', async () => {
		await plan('later', now - 1);
		await plan('sooner', now - 2);
		expect(await claim(house, ['release'], 2)).toEqual([]);
		expect(await claim(house, every, 1)).toMatchObject([{ body: { pairingId: 'sooner' } }]);
		expect(await nextDue(house, every)).toBe(now - 1);
	});

	test('keeps them while saying so, and loses them a while after falling silent', async () => {
		await someJobs(1);
		const [mine] = await claim(house, every, 1);
		now += LEASE - 1;
		expect(await claim(house, every, 1)).toEqual([]);
		await renew(house, [mine!.leaseId]);
		now += LEASE - 1;
		expect(await claim(house, every, 1)).toEqual([]);
		expect(await nextDue(house, every)).toBe(now + 1);
		now += 1;
		expect(await claim(house, every, 1)).toMatchObject([{ id: mine!.id, attempts: 2 }]);
	});

	test('changes nothing any more once another has the job', async () => {
		await someJobs(1);
		const [slow] = await claim(house, every, 1);
		now += LEASE;
		const [other] = await claim(house, every, 1);
		await finish(house, slow!);
		expect(await only()).toMatchObject({ doneAt: null, leaseId: other!.leaseId });
		await finish(house, other!);
		expect(await only()).toMatchObject({ doneAt: now, leaseId: null });
	});

	test('is taken for dead by a process that is the only one', async () => {
		await someJobs(1);
		await claim(house, every, 1);
		await freeAll(house);
		expect(await claim(house, every, 1)).toHaveLength(1);
	});
});

test('what is done is forgotten after 30 days; what was given up is not', async () => {
	handler(async (_house, { pairingId }) => {
		if (pairingId === 'dead') throw new GiveUp('no');
	});
	await plan('done');
	await plan('dead');
	await doWhatIsDue(house);
	now += 30 * DAY;
	expect(await forgetDone(house)).toBe(0);
	now += 1;
	expect(await forgetDone(house)).toBe(1);
	expect(await house.store.read.select().from(jobs).where(eq(jobs.dedupe, 'dead'))).toHaveLength(1);
	expect(await all()).toHaveLength(1);
});
