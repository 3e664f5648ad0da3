import { open, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { asc, eq, gt, lt, max, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../src/lib/server/database/conflict';
import { ENGINE } from '../../src/lib/server/database/engine';
import { migrate } from '../../src/lib/server/database/migrate';
import { inserting, prepared } from '../../src/lib/server/database/prepared';
import * as schema from '../../src/lib/server/database/schema';
import { fileOf } from '../../src/lib/server/database/sqlite';
import { openStore, type Store, type Transaction } from '../../src/lib/server/database/store';
import { SetUpMistake } from '../../src/lib/server/environment';
import { freshPlace, freshStore } from './fresh';
import { newId, someLine, somePerson, someSpace } from './some';

const { audit, entries, invitations, memberships, passkeys, people, spaces } = schema;
/** Lets everything that is ready run, as an answer from the disk or the network would. */
const aWhile = () => new Promise((resolve) => setImmediate(resolve));

let store: Store;
beforeEach(async () => {
	store = await freshStore();
	return store.close;
});

const write = <R>(work: (tx: Transaction) => Promise<R>) => store.transaction(work);
const namesOf = async () => (await store.read.select().from(people)).map((person) => person.firstName).sort();
const personOf = async (id: string) => (await store.read.select().from(people).where(eq(people.id, id)))[0];
const revisionOf = async (id: string) =>
	(await store.read.select().from(spaces).where(eq(spaces.id, id)))[0]?.revision;

describe('a transaction', () => {
	it('keeps what its work wrote, and gives back what it returned', async () => {
		expect(await write((tx) => somePerson(tx, { id: 'kept' }))).toBe('kept');
		expect(await personOf('kept')).toMatchObject({ firstName: 'Ada', codeName: null });
	});

	it('leaves nothing when its work fails, even after waiting', async () => {
		const work = write(async (tx) => {
			await somePerson(tx);
			await aWhile();
			throw new Error('second thoughts');
		});
		await expect(work).rejects.toThrow('second thoughts');
		expect(await namesOf()).toEqual([]);
	});

	it('is refused inside another, which then goes on', async () => {
		await write(async (tx) => {
			await expect(write((inner) => somePerson(inner))).rejects.toThrow('inside another');
			await somePerson(tx, { firstName: 'Outer' });
		});
		expect(await namesOf()).toEqual(['Outer']);
	});

	it('may be opened by what an earlier one set off, once that is over', async () => {
		let later: Promise<unknown> = Promise.resolve();
		await write(async (tx) => {
			await somePerson(tx, { firstName: 'First' });
			later = aWhile()
				.then(aWhile)
				.then(() => write((next) => somePerson(next, { firstName: 'Later' })));
		});
		await later;
		expect(await namesOf()).toEqual(['First', 'Later']);
	});

	it('takes no statement once it is over', async () => {
		let late: Promise<unknown> | undefined;
		let escaped: Transaction | undefined;
		await write(async (tx) => {
			escaped = tx;
			late = expect(aWhile().then(() => somePerson(tx))).rejects.toThrow('over');
		});
		await late;
		await expect(somePerson(escaped as Transaction)).rejects.toThrow('outside its work');
		expect(await namesOf()).toEqual([]);
	});

	it('is not seen by readers before it is finished', async () => {
		await write(async (tx) => {
			await somePerson(tx);
			await aWhile();
			expect(await namesOf()).toEqual([]);
		});
		expect(await namesOf()).toEqual(['Ada']);
	});

	it('sees its own rows, and counts them', async () => {
		await write(async (tx) => {
			await somePerson(tx);
			await somePerson(tx);
			expect(await tx.$count(people)).toBe(2);
			expect(await tx.$count(people, eq(people.firstName, 'Nobody'))).toBe(0);
		});
		expect(await store.read.$count(people)).toBe(2);
	});

	it('is kept or undone by itself when many arrive together', async () => {
		const arriving = Array.from({ length: 20 }, (_, place) =>
			write(async (tx) => {
				await somePerson(tx, { firstName: `person ${String(place).padStart(2, '0')}` });
				if (place % 3 === 0) throw new Error('not this one');
			})
		);
		const outcomes = await Promise.allSettled(arriving);
		const kept = outcomes.flatMap((outcome, place) => (outcome.status === 'fulfilled' ? [place] : []));
		expect(kept).toEqual([1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19]);
		expect(await namesOf()).toEqual(kept.map((place) => `person ${String(place).padStart(2, '0')}`));
	});

	it('loses no update among fifty writers of one row', async () => {
		const id = await write(someSpace);
		const raise = () =>
			write(async (tx) => {
				const [space] = await tx.select().from(spaces).where(eq(spaces.id, id));
				await aWhile();
				await tx
					.update(spaces)
					.set({ revision: (space?.revision ?? NaN) + 1 })
					.where(eq(spaces.id, id));
			});
		await Promise.all(Array.from({ length: 50 }, raise));
		expect(await revisionOf(id)).toBe(50);
	});

	it('gives back the rows that it changed', async () => {
		const id = await write(someSpace);
		const revision = sql<number>`${spaces.revision} + 1`;
		const raised = await write((tx) =>
			tx.update(spaces).set({ revision }).where(eq(spaces.id, id)).returning()
		);
		expect(raised).toMatchObject([{ id, revision: 1 }]);
		expect(
			await write((tx) => tx.delete(spaces).where(eq(spaces.id, id)).returning({ id: spaces.id }))
		).toEqual([{ id }]);
		expect(
			await write((tx) => tx.delete(spaces).where(eq(spaces.id, id)).returning({ id: spaces.id }))
		).toEqual([]);
	});

	it('finishes before the store closes', async () => {
		const lasting = await freshStore();
		const writing = lasting.transaction(async (tx) => {
			await aWhile();
			return somePerson(tx, { id: 'in time' });
		});
		await Promise.resolve();
		await Promise.all([lasting.close(), expect(writing).resolves.toBe('in time')]);
	});
});

describe('a row that the database’s rules refuse', () => {
	const refusal = (work: (tx: Transaction) => Promise<unknown>) =>
		write(work).then(
			() => undefined,
			(error: unknown) => error
		);

	it('is a conflict over something unique', async () => {
		await write((tx) => somePerson(tx, { id: 'one', codeName: 'secret-otter' }));
		const sameId = await refusal((tx) => somePerson(tx, { id: 'one' }));
		expect(sameId).toBeInstanceOf(Conflict);
		expect(sameId).toMatchObject({ kind: 'unique' });
		const sameName = await refusal((tx) => somePerson(tx, { codeName: 'secret-otter' }));
		expect(sameName).toMatchObject({
			name: 'Conflict',
			kind: 'unique',
			rule: expect.stringContaining('code_name')
		});
	});

	it('is a conflict over a row that is not there', async () => {
		const orphan = await refusal((tx) =>
			tx.insert(schema.phrases).values({ personId: 'gone', hash: '', setAt: 0 })
		);
		expect(orphan).toMatchObject({ name: 'Conflict', kind: 'foreign_key' });
	});

	it('is a conflict over a row that others hang on', async () => {
		const personId = await write((tx) => somePerson(tx));
		await write((tx) => tx.insert(schema.phrases).values({ personId, hash: '', setAt: 0 }));
		const parent = await refusal((tx) => tx.delete(people).where(eq(people.id, personId)));
		expect(parent).toMatchObject({ name: 'Conflict', kind: 'foreign_key' });
	});

	it('is a conflict over a word that is not one of the list', async () => {
		const spaceId = await write(someSpace);
		const wrong = await refusal(async (tx) => {
			const personId = await somePerson(tx);
			const programme = { spaceId, revision: 1, name: '', appName: '', zone: 'Europe/London', helpLines: [] };
			await tx.insert(schema.programmes).values({ ...programme, id: 'p', createdAt: 0 });
			const role = 'queen' as 'mentor';
			await tx.insert(memberships).values({ id: 'm', programmeId: 'p', personId, role, createdAt: 0 });
		});
		expect(wrong).toMatchObject({ name: 'Conflict', kind: 'check', rule: 'memberships_role' });
	});

	it('never has its values told', async () => {
		await write((tx) => somePerson(tx, { id: 'one', codeName: 'secret-otter' }));
		const told = await refusal((tx) => somePerson(tx, { firstName: 'Private', codeName: 'secret-otter' }));
		const everything = JSON.stringify(told, Object.getOwnPropertyNames(told)) + String((told as Error).stack);
		expect(everything).not.toMatch(/secret-otter|Private/);
		const broken = sql`(select ${'Private'} from nowhere)`;
		const reading = await store.read
			.select()
			.from(people)
			.where(eq(people.firstName, broken))
			.then(
				() => undefined,
				(error: unknown) => error
			);
		expect(reading).toBeInstanceOf(Error);
		expect(JSON.stringify(reading, Object.getOwnPropertyNames(reading))).not.toContain('Private');
	});

	it('ends the transaction, even where its work takes no notice', async () => {
		await write((tx) => somePerson(tx, { id: 'one' }));
		const deaf = await refusal(async (tx) => {
			await somePerson(tx, { firstName: 'Before' });
			await somePerson(tx, { id: 'one' }).catch(() => {});
		});
		expect(deaf).toMatchObject({ name: 'Conflict', kind: 'unique' });
		const stubborn = await refusal(async (tx) => {
			await somePerson(tx, { id: 'one' }).catch(() => {});
			await somePerson(tx, { firstName: 'After' });
		});
		expect(stubborn).toMatchObject({ message: expect.stringContaining('can only end') });
		expect(await namesOf()).toEqual(['Ada']);
	});

	it('does no harm where a conflict was expected', async () => {
		await write((tx) => somePerson(tx, { id: 'one' }));
		const again = { id: 'one', firstName: 'Again', createdAt: 0 };
		const made = await write((tx) =>
			tx.insert(people).values(again).onConflictDoNothing().returning({ id: people.id })
		);
		expect(made).toEqual([]);
		await write((tx) =>
			tx
				.insert(people)
				.values(again)
				.onConflictDoUpdate({ target: people.id, set: { firstName: 'Again' } })
		);
		expect(await namesOf()).toEqual(['Again']);
	});
});

describe('reading', () => {
	it('cannot write', async () => {
		const hands = store.read as Transaction;
		await expect(somePerson(hands)).rejects.toMatchObject({ code: expect.stringMatching(/READONLY|25006/) });
		await expect(hands.delete(people)).rejects.toThrow();
		expect(await namesOf()).toEqual([]);
	});

	it('goes on while a transaction is under way', async () => {
		await write((tx) => somePerson(tx));
		await write(async (tx) => {
			await tx.update(people).set({ firstName: 'Changed' });
			expect(await Promise.all(Array.from({ length: 30 }, namesOf))).toEqual(Array(30).fill(['Ada']));
		});
	});
});

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
			const programme = { spaceId, revision: 1, name: '', appName: '', zone: 'Europe/London', helpLines: [] };
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
		expect(await namesOf()).toEqual([]);
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

describe('the audit', () => {
	it('takes new lines, and refuses to change or lose one', async () => {
		const id = await write(someLine);
		const tries: ((tx: Transaction) => PromiseLike<unknown>)[] = [
			(tx) => tx.update(audit).set({ action: 'nothing' }).where(eq(audit.id, id)),
			(tx) => tx.update(audit).set({ action: audit.action }),
			(tx) => tx.delete(audit).where(eq(audit.id, id)),
			(tx) =>
				tx
					.insert(audit)
					.values({ id, spaceId: 'x', revision: 1, position: 0, at: 0, action: '', subjectId: '', seal: '' })
					.onConflictDoUpdate({ target: audit.id, set: { action: 'nothing' } })
		];
		for (const tried of tries) await expect(write(async (tx) => tried(tx))).rejects.toThrow('append-only');
		expect(await store.read.select().from(audit)).toMatchObject([{ id, action: 'looked' }]);
	});
});

describe('a store', () => {
	it('that is well checks as well', async () => {
		await expect(store.check()).resolves.toBeUndefined();
	});

	it('of the other engine is refused', () => {
		const other = ENGINE === 'postgres' ? 'file:never.db' : 'postgres://corner@127.0.0.1:1/never';
		expect(() => openStore(other)).toThrow(`This process speaks ${ENGINE}`);
	});

	if (ENGINE === 'sqlite') {
		const pragma = async (tx: Transaction, name: string) => {
			const [row] = await tx.select({ set: sql`(select * from ${sql.raw(`pragma_${name}`)})` }).from(spaces);
			return row?.set;
		};

		it('has what it wrote on the disk before it says so', async () => {
			await write(someSpace);
			await write(async (tx) => {
				expect(await pragma(tx, 'synchronous')).toBe(2);
				expect(await pragma(tx, 'journal_mode')).toBe('wal');
				expect(await pragma(tx, 'foreign_keys')).toBe(1);
			});
		});

		it('waits for another process that is writing, and blocks nobody meanwhile', async () => {
			const place = await freshPlace();
			await migrate(place.url);
			const [waiting, elsewhere] = [openStore(place.url), new Database(fileOf(place.url))];
			elsewhere.exec('BEGIN IMMEDIATE');
			let written = false;
			const writing = waiting.transaction(someSpace).then(() => (written = true));
			for (let turn = 0; turn < 50; turn++) await aWhile();
			expect(written).toBe(false);
			elsewhere.exec('COMMIT');
			elsewhere.close();
			await writing;
			expect(await waiting.read.$count(spaces)).toBe(1);
			await waiting.close();
			await place.remove();
		});

		it('on a damaged file says so, and what to do', async () => {
			const place = await freshPlace();
			await migrate(place.url);
			const before = openStore(place.url);
			await before.transaction(async (tx) => {
				for (let row = 0; row < 500; row++) await somePerson(tx, { firstName: 'x'.repeat(200) });
			});
			await before.close();
			const file = await open(fileOf(place.url), 'r+');
			const pages = Math.floor((await file.stat()).size / 4096);
			for (let page = pages - 10; page < pages; page++)
				await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
			await file.close();
			const after = openStore(place.url);
			const told = after.check();
			await expect(told).rejects.toBeInstanceOf(SetUpMistake);
			await expect(told).rejects.toThrow(`${fileOf(place.url)} is damaged`);
			await expect(told).rejects.toThrow('backup');
			await after.close();
			await place.remove();
		});

		it('on a file that is no database says so', async () => {
			const place = await freshPlace();
			await writeFile(fileOf(place.url), 'Dear diary, '.repeat(1000));
			expect(() => openStore(place.url)).toThrow('is damaged');
			await place.remove();
		});
	} else {
		it('that can’t be reached says so, without its password', async () => {
			const away = openStore('postgres://corner:hidden@127.0.0.1:1/away');
			const told = away.check();
			await expect(told).rejects.toBeInstanceOf(SetUpMistake);
			await expect(told).rejects.toThrow('127.0.0.1:1/away can’t be reached (ECONNREFUSED)');
			await expect(told).rejects.not.toThrow('hidden');
			await away.close();
		});
	}
});
