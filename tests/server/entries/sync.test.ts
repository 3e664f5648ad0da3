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

	describe('in parts', () => {
		/** Every part until there is no more. */
		async function parts(most: number, from: Record<string, number> = {}) {
			const answers = [];
			let cursors = from;
			for (let more = true; more;) {
				const answer = await sync(house, ASH, cursors, most);
				answers.push(answer);
				cursors = answer.spaces;
				more = answer.more ?? false;
			}
			return answers.map(({ rows }) => rows.messages?.map((row) => row.id) ?? []);
		}
		const batch = (ids: string[]) =>
			accept(
				house,
				ASH,
				ids.map((id) => ({ id, kind: 'message', body: { pairingId: PAIRING, body: id }, writtenAt: now }))
			);
		const ids = (from: number, to: number) =>
			Array.from({ length: to - from + 1 }, (_, n) => `message-${from + n}`);

		test('brings each message once, in the order of their revisions, and no more than asked', async () => {
			for (const id of ids(1, 7)) await say(id);
			expect(await parts(3)).toEqual([ids(1, 3), ids(4, 6), ids(7, 7)]);
			expect(await parts(6)).toEqual([ids(1, 6), ids(7, 7)]);
			expect(await parts(7)).toEqual([ids(1, 7)]);
		});

		test('brings what was kept together together, even where that is more than asked', async () => {
			await say('message-1');
			await batch(ids(2, 6));
			await say('message-7');
			expect(await parts(3)).toEqual([ids(1, 1), ids(2, 6), ids(7, 7)]);
			expect(await parts(6)).toEqual([ids(1, 6), ids(7, 7)]);
		});

		test('goes on where it was cut off, with what was written meanwhile at the end', async () => {
			for (const id of ids(1, 5)) await say(id);
			const first = await sync(house, ASH, {}, 3);
			expect(first.more).toBe(true);
			await say('message-6');
			expect(await parts(3, first.spaces)).toEqual([ids(4, 6)]);
		});

		test('comes to an end where several spaces have more than asked', async () => {
			for (const id of ids(1, 4)) await say(id);
			now = Date.UTC(2026, 10, 24, 22);
			const held = (id: string) =>
				accept(house, SAM, [{ id, kind: 'message', body: { pairingId: PAIRING, body: id }, writtenAt: now }]);
			for (const id of ['held-one', 'held-two', 'held-three']) await held(id);
			const brought: string[] = [];
			let cursors: Record<string, number> = {};
			for (let more = true; more;) {
				const answer = await sync(house, SAM, cursors, 2);
				const came = answer.rows.messages?.map((row) => row.id) ?? [];
				expect(came.length).toBeLessThanOrEqual(2);
				brought.push(...came);
				cursors = answer.spaces;
				more = answer.more ?? false;
			}
			expect(brought.sort()).toEqual([...ids(1, 4), 'held-one', 'held-two', 'held-three'].sort());
		});

		test('is for phones that ask for it: others get everything at once, and no word of more', async () => {
			for (const id of ids(1, 7)) await say(id);
			const answer = await sync(house, ASH, {});
			expect(answer.rows.messages).toHaveLength(7);
			expect(answer).not.toHaveProperty('more');
		});
	});
});
