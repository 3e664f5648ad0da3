import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt, type Instant } from '../../../src/lib/domain/clock/zones';
import { audit, jobs, notices, pairings } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { addMembership, createPerson, disablePerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { lookAtWait, planWaits } from '../../../src/lib/server/telling/late';
import { openTestHouse } from '../house';
import { ASH, RIVERSIDE, SAM } from '../pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from '../pairings/standing-in';

const NADIA = 'person-of-nadia';
const IVY = 'person-of-ivy';
const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
// Tuesday 24 November 2026. Sam reads Monday to Thursday, 4 to 8 pm, and answers within four of those hours.
const TUESDAY = '2026-11-24';
const TEN = london(TUESDAY, '10:00');
const NUDGE = london(TUESDAY, '20:00');
const LOOK = london('2026-11-25', '18:00');

let house: House;
let clock: { now: Instant };
beforeEach(async () => {
	clock = { now: TEN - 14 * DAY };
	house = await openTestHouse({ now: () => clock.now });
	await coverAgreed(house, clock.now);
	await change(house, null, async (making) => {
		for (const [id, role] of [
			[NADIA, 'coordinator'],
			[IVY, 'safeguarding']
		] as const) {
			await createPerson(making, { id, firstName: id });
			await addMembership(making, { programmeId: RIVERSIDE, personId: id, role });
		}
	});
	clock.now = TEN;
	return () => house.store.close();
});

const writes = (body = 'are you there?') => post(house, ASH, 'message', { pairingId: PAIRING, body });
const checksIn = (hope: string) =>
	post(house, ASH, 'check-in', { pairingId: PAIRING, feeling: 'rough', line: '', hope });
const answers = (who = SAM) => post(house, who, 'message', { pairingId: PAIRING, body: 'I am.' });

async function theJob(since = TEN) {
	const [job] = await house.store.read
		.select()
		.from(jobs)
		.where(eq(jobs.dedupe, `late:${PAIRING}:${since}`));
	return job;
}

/** Runs the job as the worker does, whenever it is due up to `until`. */
async function until(moment: Instant, since = TEN): Promise<void> {
	for (let job; (job = await theJob(since)) && job.doneAt === null && job.runAt <= moment;) {
		clock.now = job.runAt;
		const done = await lookAtWait(house, { pairingId: PAIRING, since });
		await house.store.transaction((tx) =>
			tx
				.update(jobs)
				.set(done ? { runAt: done.again } : { doneAt: clock.now })
				.where(eq(jobs.id, job.id))
		);
	}
	clock.now = moment;
}

async function reached() {
	const [row] = await house.store.read
		.select({
			nudgedAt: pairings.nudgedAt,
			lookedIntoAt: pairings.lookedIntoAt,
			lookedIntoBy: pairings.lookedIntoBy
		})
		.from(pairings)
		.where(eq(pairings.id, PAIRING));
	return row;
}

/** Who has been told of lateness and not yet looked, in order. */
async function told(): Promise<string[]> {
	const rows = await house.store.read
		.select({ personId: notices.personId, kind: notices.kind, seenAt: notices.seenAt })
		.from(notices)
		.where(eq(notices.pairingId, PAIRING));
	return rows
		.filter(({ kind, seenAt }) => kind.endsWith('late') && seenAt === null)
		.map(({ personId, kind }) => `${personId.replace('person-of-', '')} ${kind}`)
		.sort();
}

const NOTHING = { nudgedAt: null, lookedIntoAt: null, lookedIntoBy: null };

describe('a reply that does not come', () => {
	test('reminds the mentor just after the promise, and asks the desk just after the second step', async () => {
		await writes();
		await until(NUDGE);
		expect(await reached()).toEqual(NOTHING);
		await until(NUDGE + 1);
		expect(await reached()).toEqual({ ...NOTHING, nudgedAt: NUDGE + 1 });
		expect(await told()).toEqual(['ash late', 'sam late']);
		await until(LOOK);
		expect((await reached())?.lookedIntoAt).toBeNull();
		await until(LOOK + 1);
		expect(await reached()).toEqual({
			...{ nudgedAt: NUDGE + 1, lookedIntoAt: LOOK + 1, lookedIntoBy: 'coordinator' }
		});
		expect(await told()).toEqual(['ash late', 'ash late', 'ivy desk_late', 'nadia desk_late', 'sam late']);
		await until(LOOK + 30 * DAY);
		expect(await told()).toHaveLength(5);
	});

	test('reaches both phones as it stands, and leaves a line of each step', async () => {
		await writes();
		await until(LOOK + 1);
		for (const who of [ASH, SAM]) {
			const { rows } = await sync(house, who, {});
			expect(rows.pairings).toMatchObject([
				{ nudgedAt: NUDGE + 1, lookedIntoAt: LOOK + 1, lookedIntoBy: 'coordinator', deskSays: null }
			]);
		}
		const lines = await house.store.read
			.select({ action: audit.action, personId: audit.personId })
			.from(audit)
			.where(eq(audit.subjectId, PAIRING));
		expect(lines.filter(({ action }) => action.startsWith('late.'))).toEqual([
			{ action: 'late.reminded', personId: null },
			{ action: 'late.coordinator_asked', personId: null }
		]);
	});

	test('is over with the answer: nothing of it stands, and nobody is told of it any more', async () => {
		await writes();
		await until(LOOK + 1);
		clock.now = london('2026-11-25', '18:30');
		expect(await answers()).toBe('sent');
		expect(await reached()).toEqual(NOTHING);
		expect(await told()).toEqual([]);
		const { rows } = await sync(house, ASH, {});
		expect(rows.pairings).toMatchObject([{ nudgedAt: null, lookedIntoAt: null, lookedIntoBy: null }]);
	});

	test('is not late for what came after the answer, until that is', async () => {
		await writes();
		clock.now = london(TUESDAY, '17:00');
		await answers();
		clock.now = london(TUESDAY, '18:00');
		const since = clock.now;
		await writes('and now?');
		await until(NUDGE + 1);
		expect(await reached()).toEqual(NOTHING);
		await until(london('2026-11-25', '18:00') + 1, since);
		expect((await reached())?.nudgedAt).toBe(london('2026-11-25', '18:00') + 1);
	});

	test('run again by a worker that died changes nothing', async () => {
		await writes();
		await until(LOOK + 1);
		const before = [await reached(), await told()];
		for (let again = 0; again < 3; again++) await lookAtWait(house, { pairingId: PAIRING, since: TEN });
		expect([await reached(), await told()]).toEqual(before);
	});

	test('both steps come at once where the server stood still over them', async () => {
		await writes();
		clock.now = LOOK + DAY;
		expect(await lookAtWait(house, { pairingId: PAIRING, since: TEN })).toBeUndefined();
		expect(await reached()).toEqual({
			...{ nudgedAt: LOOK + DAY, lookedIntoAt: LOOK + DAY, lookedIntoBy: 'coordinator' }
		});
	});
});

describe('“Can we talk?”', () => {
	test('comes one step sooner', async () => {
		await checksIn('talk');
		expect((await theJob())?.runAt).toBe(london(TUESDAY, '18:00') + 1);
		await until(NUDGE + 1);
		expect(await reached()).toEqual({
			nudgedAt: london(TUESDAY, '18:00') + 1,
			...{ lookedIntoAt: NUDGE + 1, lookedIntoBy: 'coordinator' }
		});
	});

	test('brings forward what was planned, and a plain one or just telling does not', async () => {
		await writes();
		expect((await theJob())?.runAt).toBe(NUDGE + 1);
		clock.now = london(TUESDAY, '11:00');
		await checksIn('just_telling');
		await checksIn('reply');
		expect((await theJob())?.runAt).toBe(NUDGE + 1);
		await checksIn('talk');
		expect((await theJob())?.runAt).toBe(london(TUESDAY, '18:00') + 1);
	});

	test('that just tells starts no wait', async () => {
		await checksIn('just_telling');
		expect(await house.store.read.select().from(jobs).where(eq(jobs.kind, 'late'))).toEqual([]);
	});
});

describe('days away', () => {
	const days = { from: '2026-11-25', until: '2026-11-29' };

	test('put the steps off where somebody waits a short while for nobody', async () => {
		await post(house, ASH, 'message', { pairingId: PAIRING, body: 'hi' });
		await noCover();
		await post(house, SAM, 'away', { from: '2026-11-24', until: '2026-11-25' }, AWAY);
		await until(london('2026-11-26', '20:00'));
		expect(await reached()).toEqual(NOTHING);
		await until(london('2026-11-26', '20:00') + 1);
		expect((await reached())?.nudgedAt).toBe(london('2026-11-26', '20:00') + 1);
	});

	test('that would leave a wait standing still for days go to the desk as they begin', async () => {
		clock.now = london(TUESDAY, '18:00');
		const since = clock.now;
		await writes();
		await noCover();
		await post(house, SAM, 'away', days, AWAY);
		const begins = london('2026-11-25', '00:00');
		expect((await theJob(since))?.runAt).toBe(begins + 1);
		await until(begins + 1, since);
		expect(await reached()).toEqual({
			...{ nudgedAt: null, lookedIntoAt: begins + 1, lookedIntoBy: 'coordinator' }
		});
		expect(await told()).toEqual(['ash late', 'ivy desk_late', 'nadia desk_late']);
	});

	test('on which somebody stands in: they are asked, and the desk if they do not answer either', async () => {
		await writes();
		await post(house, SAM, 'away', days, AWAY);
		await until(NUDGE + 1);
		expect(await told()).toEqual(['ash late', 'sam late']);
		await until(LOOK + 1);
		expect((await reached())?.lookedIntoBy).toBe('cover');
		expect(await told()).toEqual(['ash late', 'ash late', 'dee late', 'sam late']);
		await until(london('2026-11-26', '16:00') + 2);
		expect((await reached())?.lookedIntoBy).toBe('coordinator');
		expect(await told()).toContain('nadia desk_late');
	});

	test('whoever stands in answers it as the mentor would', async () => {
		await writes();
		await post(house, SAM, 'away', days, AWAY);
		await until(LOOK + 1);
		expect(await answers(DEE)).toBe('sent');
		expect([await reached(), await told()]).toEqual([NOTHING, []]);
	});

	test('a “no thanks” to whoever was asked brings the desk in at once', async () => {
		await writes();
		await post(house, SAM, 'away', days, AWAY);
		await until(LOOK + 1);
		clock.now = LOOK + 60_000;
		await post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' });
		expect((await theJob())?.runAt).toBe(LOOK + 60_001);
	});

	test('reminds whoever stands in where they read when the promise passes, and then asks the desk', async () => {
		await post(house, SAM, 'away', { from: TUESDAY, until: '2026-11-29' }, AWAY);
		await writes();
		await until(NUDGE + 1);
		expect(await told()).toEqual(['ash late', 'dee late']);
		await until(LOOK + 1);
		expect((await reached())?.lookedIntoBy).toBe('coordinator');
	});

	async function noCover() {
		await house.store.transaction((tx) =>
			tx.update(pairings).set({ coverOfferId: null }).where(eq(pairings.id, PAIRING))
		);
	}
});

describe('nobody is late', () => {
	test('in a pause, and whoever goes on waits from then', async () => {
		await writes();
		await until(NUDGE + 1);
		await post(house, ASH, 'parting', { pairingId: PAIRING, wants: 'pause' });
		await until(LOOK + DAY);
		expect((await reached())?.lookedIntoAt).toBeNull();
		const since = london('2026-11-30', '12:00');
		clock.now = since;
		await post(house, ASH, 'parting', { pairingId: PAIRING, wants: 'go_on' });
		expect([await reached(), await told()]).toEqual([NOTHING, []]);
		expect((await theJob(since))?.runAt).toBe(london('2026-11-30', '20:00') + 1);
	});

	test('in what has ended', async () => {
		await writes();
		await post(house, ASH, 'parting', { pairingId: PAIRING, wants: 'end' });
		await until(LOOK + DAY);
		expect(await reached()).toEqual(NOTHING);
	});
});

test('a wait from before there were jobs is planned, and one that is planned is left alone', async () => {
	await writes();
	await house.store.transaction((tx) => tx.delete(jobs).where(eq(jobs.kind, 'late')));
	await planWaits(house);
	const planned = await theJob();
	expect(planned?.runAt).toBe(NUDGE + 1);
	await planWaits(house);
	expect(await theJob()).toEqual(planned);
	await house.store.transaction((tx) => tx.update(jobs).set({ runAt: LOOK }).where(eq(jobs.kind, 'late')));
	await planWaits(house);
	expect((await theJob())?.runAt).toBe(NUDGE + 1);
});

test('nobody who has left the desk is asked', async () => {
	await disablePerson(house, IVY, NADIA);
	await writes();
	await until(LOOK + 1);
	expect(await told()).toEqual(['ash late', 'ash late', 'ivy desk_late', 'sam late']);
});
