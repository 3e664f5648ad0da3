import { asc, eq, gt, lt, max, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { inserting, prepared } from '../../src/lib/server/database/prepared';
import * as schema from '../../src/lib/server/database/schema';
import type { Store, Transaction } from '../../src/lib/server/database/store';
import { freshStore } from './fresh';
import { newId, somePerson, someSpace } from './some';

const { entries, invitations, passkeys, people, spaces } = schema;

let store: Store;
beforeEach(async () => {
	store = await freshStore();
	return store.close;
});

const write = <R>(work: (tx: Transaction) => Promise<R>) => store.transaction(work);
const personOf = async (id: string) => (await store.read.select().from(people).where(eq(people.id, id)))[0];
const revisionOf = async (id: string) =>
	(await store.read.select().from(spaces).where(eq(spaces.id, id)))[0]?.revision;

describe('what is kept', () => {
	const createdAts = async (...at: number[]) => {
		await write(async (tx) => {
			for (const createdAt of at) await somePerson(tx, { createdAt });
		});
		const rows = await store.read
			.select({ at: people.createdAt })
			.from(people)
			.orderBy(asc(people.createdAt));
		return rows.map((row) => row.at);
	};

	it('is the same moment, to the millisecond, before 1970 and long after', async () => {
		const moments = [-2_208_988_800_001, -1, 0, 1, 1_774_746_000_678, 32_503_680_000_999];
		expect(await createdAts(...moments)).toEqual(moments);
	});

	it('compares moments, and finds the last', async () => {
		await createdAts(1_774_746_000_677, 1_774_746_000_678, 1_774_746_000_679);
		const than = 1_774_746_000_678;
		expect(await store.read.$count(people, lt(people.createdAt, than))).toBe(1);
		expect(await store.read.$count(people, gt(people.createdAt, than))).toBe(1);
		expect(await store.read.$count(people, eq(people.createdAt, than))).toBe(1);
		expect(await store.read.select({ last: max(people.createdAt) }).from(people)).toEqual([
			{ last: than + 1 }
		]);
	});

	it('tells no moment from a moment', async () => {
		const id = await write((tx) => somePerson(tx));
		expect((await personOf(id))?.disabledAt).toBeNull();
		await write((tx) => tx.update(people).set({ disabledAt: 0 }).where(eq(people.id, id)));
		expect((await personOf(id))?.disabledAt).toBe(0);
		await write((tx) => tx.update(people).set({ disabledAt: null }).where(eq(people.id, id)));
		expect((await personOf(id))?.disabledAt).toBeNull();
		expect(await store.read.select({ last: max(people.disabledAt) }).from(people)).toEqual([{ last: null }]);
	});

	it('is JSON as it was, however deep, with its order of keys', async () => {
		const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [{ z: inner, a: null }], 'Zoë 👩🏽‍🏫');
		const values = [
			deep,
			{ z: 1, a: 2, 10: 3, m: { y: [], x: {} } },
			['"', '\\', '\u0000', '\n', 'שלום', '\ud83d'],
			'5',
			'',
			0.1,
			-1e21,
			true,
			[]
		];
		const personId = await write((tx) => somePerson(tx));
		for (const [place, value] of values.entries()) {
			const outcome = value as (typeof entries.$inferInsert)['outcome'];
			const entryId = String(place);
			await write((tx) =>
				tx.insert(entries).values({ personId, entryId, kind: 'x', outcome, writtenAt: 0, receivedAt: 0 })
			);
			const [row] = await store.read.select().from(entries).where(eq(entries.entryId, entryId));
			expect(JSON.stringify(row?.outcome)).toBe(JSON.stringify(value));
		}
	});

	it('is the same bytes', async () => {
		const personId = await write((tx) => somePerson(tx));
		const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
		for (const publicKey of [every, Buffer.alloc(0)]) {
			const id = newId();
			const key = { id, personId, publicKey, counter: 2 ** 32 - 1, transports: ['usb'], createdAt: 0 };
			await write((tx) => tx.insert(passkeys).values(key));
			const [row] = await store.read.select().from(passkeys).where(eq(passkeys.id, id));
			expect(Buffer.isBuffer(row?.publicKey) && row.publicKey.equals(publicKey)).toBe(true);
			expect(row?.counter).toBe(2 ** 32 - 1);
		}
	});

	it('is a whole number up to 2^53, and a number when summed', async () => {
		const id = await write(someSpace);
		await write((tx) => tx.update(spaces).set({ revision: Number.MAX_SAFE_INTEGER }));
		expect(await revisionOf(id)).toBe(Number.MAX_SAFE_INTEGER);
		const [counted] = await store.read
			.select({ all: sql<number>`count(*)`, most: sql<number>`max(${spaces.revision})` })
			.from(spaces);
		expect(counted).toEqual({ all: 1, most: Number.MAX_SAFE_INTEGER });
	});

	it('is yes or no', async () => {
		const line = { feeling: 'good', line: '', hope: 'reply', writtenAt: 0, receivedAt: 0 } as const;
		await write(async (tx) => {
			const [spaceId, personId] = [await someSpace(tx), await somePerson(tx)];
			const shown = { nation: 'england_and_wales', calendarTitle: 'Meet-up' } as const;
			const programme = {
				spaceId,
				revision: 1,
				name: '',
				appName: '',
				zone: 'Europe/London',
				helpLines: [],
				...shown
			};
			await tx.insert(schema.programmes).values({ ...programme, id: 'p', createdAt: 0 });
			const pair = { youngId: personId, mentorId: personId, state: 'active', startedAt: 0 } as const;
			await tx
				.insert(schema.pairings)
				.values({ id: 'pair', spaceId, revision: 1, programmeId: 'p', ...pair });
			for (const clockAhead of [true, false])
				await tx.insert(schema.checkIns).values({
					...line,
					id: String(clockAhead),
					spaceId,
					revision: 1,
					pairingId: 'pair',
					authorId: personId,
					clockAhead
				});
		});
		const { checkIns } = schema;
		const rows = await store.read.select().from(checkIns).orderBy(asc(checkIns.id));
		expect(rows.map((row) => row.clockAhead)).toEqual([false, true]);
		expect(await store.read.$count(checkIns, eq(checkIns.clockAhead, true))).toBe(1);
	});

	it('is what people write, in any script', async () => {
		const names = [
			'👩🏽‍🏫🏳️‍🌈',
			'שלום \u202eعمر',
			'Zoë',
			'Zoe\u0308',
			'李小龙',
			'`"\'\\%_;--',
			' ',
			'',
			'\u{10ffff}'
		];
		for (const firstName of names) {
			const id = await write((tx) => somePerson(tx, { firstName }));
			expect((await personOf(id))?.firstName).toBe(firstName);
			expect(await store.read.$count(people, eq(people.firstName, firstName))).toBe(1);
		}
	});

	it('is never text that one engine could not hold', async () => {
		const wrong = [
			['a\0b', 'NUL'],
			['broken \ud83d', 'surrogate'],
			['\udc4d broken', 'surrogate']
		] as const;
		for (const [firstName, why] of wrong) {
			await expect(write((tx) => somePerson(tx, { firstName }))).rejects.toThrow(why);
			await expect(store.read.$count(people, eq(people.firstName, firstName))).rejects.toThrow(why);
		}
		expect(await store.read.$count(people)).toBe(0);
	});
});

describe('order', () => {
	it('of words is by bytes, whatever the language of the database', async () => {
		const names = ['Zoe', 'ada', 'Ada', 'Émile', 'adam', 'a-z', 'a b', '10', '9'];
		await write(async (tx) => {
			for (const firstName of names) await somePerson(tx, { firstName });
		});
		const rows = await store.read
			.select({ name: people.firstName })
			.from(people)
			.orderBy(asc(people.firstName));
		expect(rows.map((row) => row.name)).toEqual([
			'10',
			'9',
			'Ada',
			'Zoe',
			'a b',
			'a-z',
			'ada',
			'adam',
			'Émile'
		]);
	});

	it('puts nothing last where the query says so, and keeps ties as it says', async () => {
		const usedAts = [null, 5, 1, null, 5];
		await write(async (tx) => {
			for (const [place, usedAt] of usedAts.entries())
				await tx.insert(invitations).values({
					id: `i${place}`,
					secretHash: `h${place}`,
					purpose: 'join',
					createdAt: 0,
					expiresAt: 0,
					usedAt
				});
		});
		const inOrder = async (order: ReturnType<typeof sql>) =>
			(
				await store.read.select({ id: invitations.id }).from(invitations).orderBy(order, asc(invitations.id))
			).map((row) => row.id);
		expect(await inOrder(sql`${invitations.usedAt} asc nulls last`)).toEqual(['i2', 'i1', 'i4', 'i0', 'i3']);
		expect(await inOrder(sql`${invitations.usedAt} desc nulls last`)).toEqual(['i1', 'i4', 'i2', 'i0', 'i3']);
		expect(await inOrder(sql`${invitations.usedAt} asc nulls first`)).toEqual(['i0', 'i3', 'i2', 'i1', 'i4']);
	});
});

describe('a prepared query', () => {
	const personCalled = prepared((queries, given) =>
		queries
			.select({ id: people.id, at: people.disabledAt })
			.from(people)
			.where(eq(people.firstName, given('name', people.firstName)))
			.orderBy(asc(people.id))
	);
	const disable = prepared((queries, given) =>
		queries
			.update(people)
			.set({ disabledAt: given('at', people.disabledAt) })
			.where(eq(people.id, given('id', people.id)))
			.returning({ id: people.id })
	);
	const insertPerson = inserting(people);

	it('finds and changes what a plain one does, in reading and in every transaction', async () => {
		const ada = { id: 'a', firstName: 'Ada', createdAt: 5 };
		await write((tx) => insertPerson(tx, ada));
		await write((tx) => insertPerson(tx, { ...ada, id: 'b', disabledAt: null, codeName: 'otter' }));
		expect(await personCalled(store.read, { name: 'Ada' })).toEqual([
			{ id: 'a', at: null },
			{ id: 'b', at: null }
		]);
		expect(await write((tx) => disable(tx, { id: 'b', at: 7 }))).toEqual([{ id: 'b' }]);
		expect(await write((tx) => personCalled(tx, { name: 'Ada' }))).toEqual([
			{ id: 'a', at: null },
			{ id: 'b', at: 7 }
		]);
		await write((tx) => disable(tx, { id: 'b', at: null }));
		expect(await personOf('b')).toEqual({ ...ada, id: 'b', disabledAt: null, codeName: 'otter' });
	});

	it('leaves out what is undefined, so that the column’s own value stands', async () => {
		await write((tx) => inserting(spaces)(tx, { id: 's', kind: 'person', revision: undefined }));
		expect(await revisionOf('s')).toBe(0);
	});

	it('obeys the rules of transactions', async () => {
		await write((tx) => insertPerson(tx, { id: 'a', firstName: 'Ada', createdAt: 0 }));
		await expect(
			write((tx) => insertPerson(tx, { id: 'a', firstName: 'Again', createdAt: 0 }))
		).rejects.toMatchObject({ kind: 'unique' });
		let escaped: Transaction | undefined;
		await write(async (tx) => void (escaped = tx));
		await expect(disable(escaped as Transaction, { id: 'a', at: 1 })).rejects.toThrow();
		await expect(
			write((tx) => insertPerson(tx, { id: 'n', firstName: 'a\0', createdAt: 0 }))
		).rejects.toThrow('NUL');
	});
});
