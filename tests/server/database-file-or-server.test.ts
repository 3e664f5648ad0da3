import { open, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { ENGINE } from '../../src/lib/server/database/engine';
import { migrate } from '../../src/lib/server/database/migrate';
import { spaces } from '../../src/lib/server/database/schema';
import { fileOf } from '../../src/lib/server/database/sqlite';
import { openStore, type Store, type Transaction } from '../../src/lib/server/database/store';
import { SetUpMistake } from '../../src/lib/server/environment';
import { freshPlace, freshStore } from './fresh';
import { somePerson, someSpace } from './some';

/** Lets everything that is ready run, as an answer from the disk or the network would. */
const aWhile = () => new Promise((resolve) => setImmediate(resolve));

let store: Store;
beforeEach(async () => {
	store = await freshStore();
	return store.close;
});

const write = <R>(work: (tx: Transaction) => Promise<R>) => store.transaction(work);

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
		it('tries a transaction again when another program was in its way', async () => {
			const place = await freshPlace();
			await migrate(place.url);
			const [trying, elsewhere] = [openStore(place.url), new pg.Client({ connectionString: place.url })];
			await elsewhere.connect();
			const id = await trying.transaction(someSpace);
			let tries = 0;
			await trying.transaction(async (tx) => {
				const [space] = await tx.select().from(spaces).where(eq(spaces.id, id));
				if (++tries === 1) await elsewhere.query('update spaces set revision = 10');
				const revision = (space?.revision ?? NaN) + 1;
				await tx.update(spaces).set({ revision }).where(eq(spaces.id, id));
			});
			expect(tries).toBe(2);
			expect(await trying.read.select({ at: spaces.revision }).from(spaces)).toEqual([{ at: 11 }]);
			await elsewhere.end();
			await trying.close();
			await place.remove();
		});

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
