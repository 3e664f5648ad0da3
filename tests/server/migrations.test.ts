import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { table, text } from '../../src/lib/server/database/columns';
import { ENGINE } from '../../src/lib/server/database/engine';
import { migrate, migrationsPending } from '../../src/lib/server/database/migrate';
import { people } from '../../src/lib/server/database/schema';
import { fileOf } from '../../src/lib/server/database/sqlite';
import { openStore } from '../../src/lib/server/database/store';
import { SetUpMistake } from '../../src/lib/server/environment';
import { freshPlace, freshStore, type Place } from './fresh';

const rows = table('rows', { id: text('id').primaryKey() });

let place: Place;
let folder: string;
beforeEach(async () => {
	place = await freshPlace();
	folder = mkdtempSync(join(tmpdir(), 'corner-migrations-test-'));
});
afterEach(async () => {
	rmSync(folder, { recursive: true, force: true });
	await place.remove();
});

/** A release whose migrations are these. */
function release(migrations: Record<string, string>): string {
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = Object.keys(migrations).map((tag) => ({ tag }));
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
	for (const [tag, text] of Object.entries(migrations)) writeFileSync(join(folder, `${tag}.sql`), text);
	return folder;
}

const first = { '0000_first': `create table rows (id text primary key); insert into rows values ('kept')` };
const second = { '0001_size': 'alter table rows add column size integer; update rows set size = 1' };
const wrong = { '0001_wrong': `insert into rows values ('half'); insert into nowhere values ('done')` };

async function ids(): Promise<string[]> {
	const store = openStore(place.url);
	try {
		return (await store.read.select({ id: rows.id }).from(rows)).map((row) => row.id);
	} finally {
		await store.close();
	}
}

describe('migrations', () => {
	it('say what the schema says, for both engines', async () => {
		const checking = promisify(execFile)(process.execPath, ['drizzle/generate.js', '--check']);
		await expect(checking).resolves.toBeDefined();
	}, 120_000);

	it('are applied in order, each once', async () => {
		await migrate(place.url, release(first));
		await migrate(place.url, release({ ...first, ...second }));
		await migrate(place.url, release({ ...first, ...second }));
		expect(await ids()).toEqual(['kept']);
	});

	it('leave a database as it was when one of them fails, and say which', async () => {
		await migrate(place.url, release(first));
		const failing = migrate(place.url, release({ ...first, ...wrong }));
		await expect(failing).rejects.toBeInstanceOf(SetUpMistake);
		await expect(failing).rejects.toThrow(/0001_wrong: .*nowhere[^]*Nothing was changed/);
		expect(await ids()).toEqual(['kept']);
		await migrate(place.url, release({ ...first, ...second }));
	});

	it('are refused where a newer release has been', async () => {
		await migrate(place.url, release({ ...first, ...second }));
		await expect(migrate(place.url, release(first))).rejects.toThrow('newer than this release');
	});

	it('are refused where one was edited after it was applied', async () => {
		await migrate(place.url, release(first));
		await expect(migrate(place.url, release({ '0000_first': 'select 1' }))).rejects.toThrow(
			'another 0000_first'
		);
	});

	it('take turns when two servers start together', async () => {
		const all = release({ ...first, ...second });
		await Promise.all([1, 2, 3, 4].map(() => migrate(place.url, all)));
		expect(await ids()).toEqual(['kept']);
	});

	it('are known to be all applied, or not', async () => {
		const store = await freshStore();
		expect(await migrationsPending(store)).toEqual([]);
		await store.close();
		await migrate(place.url, release({}));
		const empty = openStore(place.url);
		expect(await migrationsPending(empty)).toContain('0000_first');
		await empty.close();
	});

	it('make a database that the schema can use', async () => {
		await migrate(place.url);
		const store = openStore(place.url);
		await store.transaction((tx) => tx.insert(people).values({ id: 'a', firstName: 'Ada', createdAt: 0 }));
		expect(await store.read.$count(people)).toBe(1);
		await store.close();
	});
});

if (ENGINE === 'sqlite') {
	const family = {
		'0000_first': `create table parents (id text primary key);
			create table children (id text primary key, parent text not null references parents (id) on delete cascade)`
	};
	/** As it is generated: SQLite changes a table by making it anew. */
	const rebuilt = (where: string) => `
		PRAGMA foreign_keys=OFF;--> statement-breakpoint
		CREATE TABLE __new_parents (id text primary key, name text);--> statement-breakpoint
		INSERT INTO __new_parents (id) SELECT id FROM parents ${where};--> statement-breakpoint
		DROP TABLE parents;--> statement-breakpoint
		ALTER TABLE __new_parents RENAME TO parents;--> statement-breakpoint
		PRAGMA foreign_keys=ON;`;
	const inFile = <R>(work: (file: Database.Database) => R): R => {
		const file = new Database(fileOf(place.url));
		try {
			return work(file);
		} finally {
			file.close();
		}
	};
	const children = () => inFile((file) => file.prepare('select id from children').pluck().all());
	const backups = () => join(dirname(fileOf(place.url)), 'backups');

	describe('a migration of a file', () => {
		beforeEach(async () => {
			await migrate(place.url, release(family));
			inFile((file) => file.exec(`insert into parents values ('p'); insert into children values ('c', 'p')`));
		});

		it('keeps the rows that hang on a table made anew', async () => {
			await migrate(place.url, release({ ...family, '0001_name': rebuilt('') }));
			expect(children()).toEqual(['c']);
			expect(inFile((file) => file.pragma('foreign_key_check'))).toEqual([]);
			expect(inFile((file) => file.prepare('select * from parents').all())).toEqual([
				{ id: 'p', name: null }
			]);
		});

		it('is undone when it would leave a row without its parent', async () => {
			const losing = migrate(place.url, release({ ...family, '0001_name': rebuilt('where false') }));
			await expect(losing).rejects.toThrow('a row of children would lose its parents');
			expect(children()).toEqual(['c']);
			expect(inFile((file) => file.prepare('select * from parents').all())).toEqual([{ id: 'p' }]);
		});

		it('is made on a copy’s safe side: what was there before lies in backups', async () => {
			await migrate(place.url, release({ ...family, '0001_less': 'delete from children' }));
			expect(children()).toEqual([]);
			const [copy, ...more] = readdirSync(backups());
			expect(more).toEqual([]);
			const kept = new Database(join(backups(), copy as string), { readonly: true });
			expect(kept.prepare('select id from children').pluck().all()).toEqual(['c']);
			expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
			kept.close();
		});

		it('makes no copy when there is nothing to do, or nothing to lose', async () => {
			await migrate(place.url, release(family));
			expect(readdirSync(dirname(fileOf(place.url)))).not.toContain('backups');
		});

		it('keeps the five newest copies, and whatever else lies there', async () => {
			const later: Record<string, string> = {};
			mkdirSync(backups());
			writeFileSync(join(backups(), 'corner.db-of-last-year'), '');
			for (let number = 1; number <= 7; number++) {
				later[`000${number}_next`] = `insert into parents values ('p${number}')`;
				await migrate(place.url, release({ ...family, ...later }));
			}
			const names = readdirSync(backups()).sort();
			expect(names).toHaveLength(6);
			expect(names).toContain('corner.db-of-last-year');
			const oldest = new Database(join(backups(), names.find((name) => name.includes('before')) as string));
			expect(oldest.prepare('select count(*) from parents').pluck().get()).toBe(3);
			oldest.close();
		});
	});
} else {
	describe('a column of text', () => {
		it('is ordered by bytes, in every table', async () => {
			await migrate(place.url);
			const store = openStore(place.url);
			const others = await store.read
				.select({ name: sql<string>`table_name || '.' || column_name` })
				.from(sql`information_schema.columns`)
				.where(
					sql`table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
						and table_name <> 'applied_migrations'`
				);
			expect(others).toEqual([]);
			await store.close();
		});
	});
}
