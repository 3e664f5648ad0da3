import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { readers } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { createPerson } from '../../../src/lib/server/people/people';
import { change, letIn, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';

const PAIRING = 'pairing-of-ash';
const COVER = 'person-of-priya';
const SPACE = pairingSpace(PAIRING);

let house: House;
let now = Date.UTC(2026, 10, 24, 18);

beforeEach(async () => {
	now = Date.UTC(2026, 10, 24, 18);
	house = await openTestHouse({ now: () => now });
	await pairedUp(house, { id: PAIRING, at: now - DAY });
});
afterEach(() => house.store.close());

const say = (id: string) =>
	accept(house, ASH, [{ id, kind: 'message', body: { pairingId: PAIRING, body: id }, writtenAt: now }]);

describe('sync', () => {
	test('brings everything once, and nothing when nothing is new', async () => {
		await say('message-1');
		const first = await sync(house, ASH, {});
		expect(first.rows.messages?.map((row) => row.body)).toEqual(['message-1']);
		expect(first.rows.pairings).toMatchObject([{ id: PAIRING, youngName: 'Ash', mentorName: 'Sam' }]);
		expect(await sync(house, ASH, first.spaces)).toMatchObject({ rows: {}, gone: [], spaces: first.spaces });
	});

	test('brings only what changed since', async () => {
		await say('message-1');
		const { spaces } = await sync(house, SAM, {});
		await say('message-2');
		expect((await sync(house, SAM, spaces)).rows).toMatchObject({ messages: [{ body: 'message-2' }] });
	});

	test('tells nobody since when a young person has been waiting as a number of the pairing', async () => {
		await say('message-1');
		expect(Object.keys((await sync(house, ASH, {})).rows.pairings?.[0] ?? {})).not.toContain('waitingSince');
	});

	test('does not bring a space to someone who is not its reader', async () => {
		await say('message-1');
		await change(house, null, (making) => createPerson(making, { id: COVER, firstName: 'Priya' }));
		const answer = await sync(house, COVER, { [SPACE]: 0 });
		expect(answer.gone).toEqual([SPACE]);
		expect(answer.rows).toEqual({});
	});

	test('opens to a reader on the millisecond, and closes on it', async () => {
		await say('message-1');
		await change(house, null, async (making) => {
			await createPerson(making, { id: COVER, firstName: 'Priya' });
			await letIn(making.tx, SPACE, COVER, now + 1_000, now + 2_000);
		});
		const reaches = async () => SPACE in (await sync(house, COVER, {})).spaces;
		now += 999;
		expect(await reaches()).toBe(false);
		now += 1;
		expect(await reaches()).toBe(true);
		now += 999;
		expect(await reaches()).toBe(true);
		now += 1;
		expect(await reaches()).toBe(false);
		expect((await sync(house, COVER, { [SPACE]: 1 })).gone).toEqual([SPACE]);
	});

	test('begins again with a space whose cursor is from beyond its newest revision', async () => {
		await say('message-1');
		const answer = await sync(house, ASH, { [SPACE]: 10_000 });
		expect(answer.rows.messages).toHaveLength(1);
	});

	test('of someone let out brings nothing more', async () => {
		const { spaces } = await sync(house, SAM, {});
		await house.store.transaction(async (tx) => {
			await tx.update(readers).set({ until: now }).where(eq(readers.personId, SAM));
		});
		await say('message-2');
		const answer = await sync(house, SAM, spaces);
		expect(answer.gone).toContain(SPACE);
		expect(answer.rows.messages).toBeUndefined();
	});
});
