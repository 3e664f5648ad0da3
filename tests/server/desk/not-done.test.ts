import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { jobs } from '../../../src/lib/server/database/schema';
import { notDone, tryAgain } from '../../../src/lib/server/desk/not-done';
import { runs } from '../../../src/lib/server/desk/scope';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { GiveUp } from '../../../src/lib/server/jobs/done';
import { enqueue, type NewJob } from '../../../src/lib/server/jobs/enqueue';
import { JOBS } from '../../../src/lib/server/jobs/kinds';
import { change } from '../../../src/lib/server/spaces';
import { doWhatIsDue } from '../due';
import { add, at, openDesk, pairLastWeek, say } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let omar: Who;
let sam: string;
let pairingId: string;

beforeEach(async () => {
	({ house, clock, nadia, omar } = await openDesk());
	sam = await add(house, 'Sam', 'mentor');
	pairingId = await pairLastWeek(house, await add(house, 'Ash', 'young'), sam);
	for (const kind of ['release', 'remind', 'push', 'mail'] as const)
		vi.spyOn(JOBS, kind).mockRejectedValue(new GiveUp('no'));
	return () => vi.restoreAllMocks();
});

const atDesk = (who: Who) => notDone(house, runs(who));
const write = (job: Pick<NewJob, 'kind' | 'body'>) =>
	change(house, null, (making) =>
		enqueue(making, { ...job, dedupe: JSON.stringify(job), runAt: clock.now } as NewJob)
	);
const giveUp = async (...kinds: ('release' | 'remind' | 'push' | 'mail')[]) => doWhatIsDue(house, kinds);
const remind = () =>
	write({
		kind: 'remind',
		body: { pairingId, meetingId: 'x', starts: 1, kind: 'meeting_soon', at: 1 } as never
	});

describe('what the server has given up', () => {
	test('is at the desk of its programme and no other, by whose pairing it is', async () => {
		await remind();
		expect((await atDesk(nadia)).rows).toEqual([]);
		await giveUp('remind');
		const two = { youngName: 'Ash', mentorName: 'Sam', pairingId };
		expect((await atDesk(nadia)).rows).toMatchObject([{ kind: 'remind', at: clock.now, ...two }]);
		expect((await atDesk(omar)).rows).toEqual([]);
	});

	test('names the pairing of a held message, and nothing that is in it', async () => {
		clock.now = at('22:00');
		await say(house, sam, pairingId, 'good night');
		clock.now = at('22:00') + 86_400_000;
		await giveUp('release');
		const { rows } = await atDesk(nadia);
		expect(rows).toMatchObject([{ kind: 'release', pairingId }]);
		expect(JSON.stringify(rows)).not.toContain('good night');
	});

	test('of phones and inboxes is a number only, on every desk', async () => {
		await write({ kind: 'push', body: { subscriptionId: 'one', personId: sam } });
		await write({ kind: 'mail', body: { personId: sam } });
		await giveUp('push', 'mail');
		for (const who of [nadia, omar]) expect(await atDesk(who)).toEqual({ rows: [], unreached: 2 });
	});

	test('is tried again from the beginning by whoever runs the programme, and is off the list', async () => {
		await remind();
		await giveUp('remind');
		const [{ id } = { id: '' }] = (await atDesk(nadia)).rows;
		await expect(tryAgain(house, omar, id)).rejects.toMatchObject({ status: 404 });
		await expect(tryAgain(house, nadia, 'nothing-at-all')).rejects.toMatchObject({ status: 404 });
		vi.mocked(JOBS.remind).mockResolvedValue(undefined);
		const woken = vi.fn();
		house.jobs.listen(woken);
		await tryAgain(house, nadia, id);
		expect(woken).toHaveBeenCalledWith(clock.now);
		expect((await atDesk(nadia)).rows).toEqual([]);
		expect(await doWhatIsDue(house, ['remind'])).toBe(1);
		const [job] = await house.store.read.select().from(jobs).where(eq(jobs.id, id));
		expect(job).toMatchObject({ doneAt: clock.now, deadAt: null, attempts: 1 });
	});
});
