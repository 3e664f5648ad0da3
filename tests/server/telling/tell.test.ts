import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, instantAt } from '../../../src/lib/domain/clock/zones';
import { isNight, USUAL_NIGHT } from '../../../src/lib/domain/telling/night';
import { jobs, mailAddresses, memberships, programmes } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { addMembership, createProgramme } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { settle, tell, type Telling } from '../../../src/lib/server/telling/tell';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';
import { chose, jobsOf, toldTo, unseenBy, woken } from './told';

const LONDON = 'Europe/London';
const london = (day: string, time: string) => instantAt(day, time, LONDON);
const PAIRING = 'pairing-of-telling';
const NOON = london('2026-11-24', '12:00');
const SEVEN = london('2026-11-25', '07:00');

let house: House;
const clock = { now: NOON };
beforeEach(async () => {
	clock.now = NOON;
	house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: PAIRING, at: NOON - DAY });
});
afterEach(() => house.store.close());

const message: Telling = {
	...{ personId: ASH, kind: 'message', pairingId: PAIRING },
	...{ subjectId: 'message-1', key: 'message:message-1' }
};
const telling = (one: Partial<Telling> = {}, by: string | null = SAM) =>
	change(house, by, (making) => tell(making, { ...message, ...one }));

describe('somebody is told', () => {
	test('in their own space, so that their phone has it at the next sync', async () => {
		await telling({ until: NOON + HOUR });
		const { rows } = await sync(house, ASH, {});
		expect(rows.notices).toMatchObject([
			{
				kind: 'message',
				pairingId: PAIRING,
				subjectId: 'message-1',
				until: NOON + HOUR,
				at: NOON,
				seenAt: null
			}
		]);
		expect((await sync(house, SAM, {})).rows.notices ?? []).toEqual([]);
	});

	test('once of one thing, however often it is told', async () => {
		const device = await woken(house, ASH);
		await telling();
		clock.now += HOUR;
		await telling();
		expect(await toldTo(house, ASH)).toHaveLength(1);
		expect((await jobsOf(house, 'push')).map(({ body }) => body)).toEqual([
			{ subscriptionId: device, personId: ASH }
		]);
	});

	test('by an id that says nothing of what it is about', async () => {
		await telling();
		const [notice] = await toldTo(house, ASH);
		expect(notice?.id).toMatch(/^[0-9A-Za-z_-]{32}$/);
		expect(notice?.id).not.toContain('message');
	});

	test('never of their own doing', async () => {
		await telling({}, ASH);
		expect(await toldTo(house, ASH)).toEqual([]);
	});

	test('never of what nobody in their role is told of', async () => {
		await telling({ kind: 'promise_due' });
		await telling({ kind: 'desk_late' });
		expect(await toldTo(house, ASH)).toEqual([]);
	});

	test('no more when they have left the programme', async () => {
		await change(house, null, async ({ tx }) => {
			await tx
				.update(memberships)
				.set({ endedAt: NOON - HOUR })
				.where(eq(memberships.personId, ASH));
		});
		await telling();
		expect(await toldTo(house, ASH)).toEqual([]);
	});
});

describe('as they chose', () => {
	test('never is never: not in the app either', async () => {
		await woken(house, ASH);
		await chose(house, ASH, { message: 'never' });
		await telling();
		expect(await toldTo(house, ASH)).toEqual([]);
		expect(await jobsOf(house, 'push')).toEqual([]);
	});

	test('in the app wakes no device', async () => {
		await woken(house, ASH);
		await chose(house, ASH, { message: 'app' });
		await telling();
		expect(await unseenBy(house, ASH)).toEqual(['message']);
		expect(await jobsOf(house, 'push')).toEqual([]);
	});

	test('each device is woken that wants to be, and nobody else’s', async () => {
		const devices = [await woken(house, ASH), await woken(house, ASH)];
		await woken(house, SAM);
		await telling();
		const asked = await jobsOf(house, 'push');
		expect(asked.map(({ body }) => body.subscriptionId).sort()).toEqual([...devices].sort());
		expect(asked.map(({ runAt }) => runAt)).toEqual([NOON, NOON]);
	});

	test('an adult is nudged by e-mail once the address is theirs for sure, and a young person never', async () => {
		for (const personId of [ASH, SAM])
			await house.store.transaction(async (tx) => {
				const row = { personId, address: 'sealed', askedAt: 0, confirmedAt: 0, on: true };
				await tx.insert(mailAddresses).values(row);
			});
		await telling();
		await telling({ personId: SAM, kind: 'waiting' }, ASH);
		expect((await jobsOf(house, 'mail')).map(({ body }) => body)).toEqual([{ personId: SAM }]);
		for (const off of [{ on: false }, { on: true, confirmedAt: null }]) {
			await house.store.transaction((tx) =>
				tx
					.update(mailAddresses)
					.set(off)
					.then(() => undefined)
			);
			await telling({ personId: SAM, kind: 'waiting', key: JSON.stringify(off) }, ASH);
		}
		expect(await jobsOf(house, 'mail')).toHaveLength(1);
	});
});

describe('at night', () => {
	test('the app has it at once and the device waits for the morning, with one push for everything', async () => {
		const device = await woken(house, ASH);
		for (const [day, time] of [
			['2026-11-24', '21:00'],
			['2026-11-24', '23:59'],
			['2026-11-25', '06:59']
		] as const) {
			clock.now = london(day, time);
			await telling({ key: time });
		}
		expect(await unseenBy(house, ASH)).toEqual(['message', 'message', 'message']);
		expect((await jobsOf(house, 'push')).map(({ runAt, dedupe }) => [runAt, dedupe])).toEqual([
			[SEVEN, `push:${device}:morning:2026-11-25`]
		]);
	});

	test('just before it begins and as it ends the device is woken at once', async () => {
		await woken(house, ASH);
		const moments = [london('2026-11-24', '21:00') - 1, SEVEN];
		for (const at of moments) {
			clock.now = at;
			await telling({ key: String(at) });
		}
		expect((await jobsOf(house, 'push')).map(({ runAt }) => runAt)).toEqual(moments);
	});

	test('of either programme, for somebody in two', async () => {
		await change(house, null, async (making) => {
			await createProgramme(making, {
				...{ id: 'programme-hillside', name: 'Hillside', appName: 'Corner', zone: LONDON, helpLines: [] }
			});
			await making.tx
				.update(programmes)
				.set({ nightFrom: '19:00', nightUntil: '08:00' })
				.where(eq(programmes.id, 'programme-hillside'));
			await addMembership(making, { programmeId: 'programme-hillside', personId: ASH, role: 'young' });
		});
		await woken(house, ASH);
		clock.now = london('2026-11-24', '19:30');
		await telling();
		expect((await jobsOf(house, 'push')).map(({ runAt }) => runAt)).toEqual([london('2026-11-25', '08:00')]);
	});

	test('no job ever wakes a device, and no device is woken twice of a morning', async () => {
		await woken(house, ASH);
		const from = london('2026-10-23', '00:00');
		const moments = fc.array(fc.integer({ min: 0, max: 4 * DAY }), { minLength: 1, maxLength: 12 });
		let round = 0;
		await fc.assert(
			fc.asyncProperty(moments, async (aways) => {
				round++;
				await house.store.transaction((tx) => tx.delete(jobs).then(() => undefined));
				for (const [index, away] of aways.entries()) {
					clock.now = from + away;
					await telling({ key: `${round}-${index}` });
				}
				const asked = await jobsOf(house, 'push');
				for (const { runAt } of asked) expect(isNight(runAt, USUAL_NIGHT, LONDON)).toBe(false);
				const mornings = asked.filter(({ dedupe }) => dedupe.includes(':morning:'));
				expect(new Set(mornings.map(({ runAt }) => runAt)).size).toBe(mornings.length);
			}),
			{ numRuns: 12 }
		);
	});
});

test('what is settled is taken back, and only that', async () => {
	await telling({ key: 'one', kind: 'proposal', subjectId: 'move-1' });
	await telling({ key: 'two', kind: 'proposal', subjectId: 'move-2' });
	await telling({ key: 'three', kind: 'message', subjectId: 'move-1' });
	clock.now += HOUR;
	await change(house, SAM, (making) =>
		settle(making, { personIds: [ASH, SAM], kinds: ['proposal'], subjectId: 'move-1' })
	);
	expect((await toldTo(house, ASH)).map(({ kind, subjectId, seenAt }) => [kind, subjectId, seenAt])).toEqual(
		expect.arrayContaining([
			['proposal', 'move-1', clock.now],
			['proposal', 'move-2', null],
			['message', 'move-1', null]
		])
	);
	expect((await sync(house, ASH, {})).rows.notices).toHaveLength(3);
});
