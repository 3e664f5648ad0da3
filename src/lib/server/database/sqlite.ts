import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { SetUpMistake } from '../environment';
import { codeOf } from './conflict';
import { SqliteWriter } from './sqlite-writer';
import { remembering } from './statements';
import type { Reading, Store } from './store';

/** The path in a `file:` address. */
export const fileOf = (url: string) => url.replace(/^file:(\/\/(?=\/))?/, '');

/** @throws SetUpMistake when the file is not a database */
export function openSqlite(url: string): Store {
	const file = fileOf(url);
	const writer = new SqliteWriter(openWriting(file));
	const reading = new Database(file, { readonly: true, timeout: 1_000 });
	return {
		read: drizzle({ client: remembering(reading) }) as unknown as Reading,
		transaction: (work) => writer.transaction(work),
		check: async () => {
			const found = unlessDamaged(file, () => reading.pragma('quick_check(1)', { simple: true }));
			if (found !== 'ok') throw damage(file, found);
		},
		// The last to leave tidies up after the others, which a connection that only reads can't.
		close: () => writer.close(() => reading.close())
	};
}

/** A connection on which what is committed has reached the disk, whatever happens to the power. */
export function openWriting(file: string): Database.Database {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const connection = new Database(file, { timeout: 0 });
	try {
		unlessDamaged(file, () => {
			connection.pragma('journal_mode = WAL');
			connection.pragma('synchronous = FULL');
			connection.pragma('foreign_keys = ON');
			// Otherwise INSERT OR REPLACE would take rows away behind a trigger's back.
			connection.pragma('recursive_triggers = ON');
		});
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** @throws SetUpMistake in place of what SQLite says when it meets a page that it can't have written */
export function unlessDamaged<R>(file: string, work: () => R): R {
	try {
		return work();
	} catch (error) {
		if (!/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error) ?? '')) throw error;
		throw damage(file, (error as Error).message);
	}
}

const damage = (file: string, found: unknown) =>
	new SetUpMistake(
		`The database ${file} is damaged (${String(found)}).\n` +
			'Keep a copy of it, then put back the newest good backup: look in the folder “backups” beside it.'
	);
