import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HOUR } from '../../../src/lib/domain/clock/zones';
import { jobs, messages } from '../../../src/lib/server/database/schema';
import { ENGINE } from '../../../src/lib/server/database/engine';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import type { Done } from '../../../src/lib/server/jobs/done';
import { enqueue } from '../../../src/lib/server/jobs/enqueue';
import { JOBS } from '../../../src/lib/server/jobs/kinds';
import { startJobs } from '../../../src/lib/server/jobs/work';
import { change } from '../../../src/lib/server/spaces';
import { remindThroughKills } from '../../durability/reminders';
import { Server } from '../../running-server';
import { freshPlace } from '../fresh';
import { openTestHouse } from '../house';
import { pairedUp, SAM } from '../pairing';

let house: House;
let stop: () => Promise<void>;
beforeEach(async () => {
	house = await openTestHouse();
	stop = async () => {};
});
afterEach(async () => {
	await stop();
	vi.restoreAllMocks();
	await house.store.close();
});

const write = (kind: 'plan' | 'mail', name: string, runAt = house.now()) =>
	change(house, null, (making) =>
		enqueue(making, { kind, body: { pairingId: name, personId: name }, dedupe: `${kind}:${name}`, runAt })
	);

/** Takes the place of a handler. @returns what waits until it is called, and with whose name */
function called(kind: 'plan' | 'mail', work: () => Promise<Done> = async () => {}) {
	let heard: (name: string) => void = () => {};
	const next = () => new Promise<string>((resolve) => (heard = resolve));
	const first = next();
	vi.spyOn(JOBS, kind).mockImplementation(async (_house: House, body: object) => {
		heard(Object.values(body)[0]);
		return work();
	});
	return { first, next };
}

describe('the server', () => {
	test('does at once what is written down, without looking all the time', async () => {
		const { first, next } = called('plan');
		stop = startJobs(house);
		await write('plan', 'one');
		expect(await first).toBe('one');
		const second = next();
		await write('plan', 'two');
		expect(await second).toBe('two');
	});

	test('does what it finds when it starts, and what is due a little later at its time', async () => {
		const { first, next } = called('plan');
		await write('plan', 'one');
		stop = startJobs(house);
		await first;
		const second = next();
		const runAt = house.now() + 60;
		await write('plan', 'later', house.now() + HOUR);
		await write('plan', 'soon', runAt);
		expect(await second).toBe('soon');
		expect(house.now()).toBeGreaterThanOrEqual(runAt);
	});

	test('goes on with its own work while others keep it waiting', async () => {
		let sent = () => {};
		called('mail', () => new Promise<void>((resolve) => (sent = resolve)));
		for (let n = 0; n < 20; n++) await write('mail', `person-${n}`);
		const { first } = called('plan');
		stop = startJobs(house);
		await write('plan', 'one');
		expect(await first).toBe('one');
		sent();
	});

	test('hands back what it could not bring to an end when it stops', async () => {
		const { first } = called('plan', () => new Promise<void>(() => {}));
		stop = startJobs(house);
		await write('plan', 'one');
		await first;
		await stop();
		expect(await house.store.read.select().from(jobs)).toMatchObject([
			{ doneAt: null, leaseId: null, leasedUntil: null, attempts: 0 }
		]);
	});

	test('lets go what was held before there were jobs', async () => {
		const night = Date.UTC(2026, 10, 24, 22);
		let now = night;
		house = Object.assign(house, { now: () => now });
		await pairedUp(house, { id: 'pairing-of-ash', at: night - HOUR });
		const entry = { id: 'message-one', kind: 'message', writtenAt: night };
		const body = { pairingId: 'pairing-of-ash', body: 'good night' };
		const [outcome] = await accept(house, SAM, [{ ...entry, body }]);
		expect(outcome).toMatchObject({ is: 'held' });
		await house.store.transaction((tx) => tx.delete(jobs));
		const released = new Promise((resolve) => {
			const release = JOBS.release;
			vi.spyOn(JOBS, 'release').mockImplementation(async (...how) => resolve(await release(...how)));
		});
		now = (outcome as { until: number }).until;
		stop = startJobs(house);
		await released;
		expect(await house.store.read.select().from(messages)).toMatchObject([{ heldUntil: null }]);
	});
});

if (ENGINE === 'postgres') {
	test('two servers remind everybody once, however often they are killed', async () => {
		const { url } = await freshPlace();
		const first = await Server.prepare({ DATABASE_URL: url, DEMO: 'off' });
		const second = await Server.prepare({ DATABASE_URL: url, DEMO: 'off', DATA_DIR: first.dataDir });
		try {
			const times = await remindThroughKills([first, second], url);
			expect(times.filter((often) => often !== 1)).toEqual([]);
		} finally {
			await Promise.all([first.close(), second.close()]);
		}
	}, 300_000);
}
