import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { failed, lacking, type Applied, type Migration } from './migrations';
import { openWriting, unlessDamaged } from './sqlite';

/** How many copies from before a migration are kept. */
const KEPT = 5;

/**
 * Brings a file up to date, all of it or nothing. One that holds data is copied into `backups` beside it first.
 * @throws SetUpMistake when a migration fails or leaves a row without its parent
 */
export function migrateSqlite(file: string, migrations: readonly Migration[]): void {
	const connection = openWriting(file);
	try {
		unlessDamaged(file, () => bringUpToDate(connection, file, migrations));
	} finally {
		connection.close();
	}
}

function bringUpToDate(connection: Database.Database, file: string, migrations: readonly Migration[]): void {
	connection.pragma('busy_timeout = 5000');
	// SQLite changes a table by making it anew. With foreign keys on, taking the old one away would take the
	// rows that hang on it along; and inside a transaction they can't be switched off.
	connection.pragma('foreign_keys = OFF');
	const before = appliedIn(connection);
	if (lacking(migrations, before).length === 0) return;
	const backup = before.length > 0 ? backUp(connection, file) : undefined;
	connection.exec('BEGIN IMMEDIATE');
	for (const migration of lacking(migrations, appliedIn(connection))) apply(connection, migration, backup);
	connection.exec('COMMIT');
}

function apply(
	connection: Database.Database,
	{ tag, sql, hash }: Migration,
	backup: string | undefined
): void {
	try {
		connection.exec(sql);
		const [orphan] = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
		if (orphan) throw new Error(`a row of ${orphan.table} would lose its ${orphan.parent}`);
		connection
			.prepare('INSERT INTO applied_migrations (tag, hash, applied_at) VALUES (?, ?, ?)')
			.run(tag, hash, Date.now());
	} catch (error) {
		if (connection.inTransaction) connection.exec('ROLLBACK');
		failed(tag, error, backup);
	}
}

function appliedIn(connection: Database.Database): Applied[] {
	connection.exec(
		'CREATE TABLE IF NOT EXISTS applied_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at integer NOT NULL)'
	);
	return connection.prepare('SELECT tag, hash FROM applied_migrations').all() as Applied[];
}

/** Copies the whole database, safe on disk, and lets go of the oldest copies. @returns the copy's path */
function backUp(connection: Database.Database, file: string): string {
	const folder = join(dirname(file), 'backups');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const prefix = `${basename(file)}-before-migration-`;
	const copy = join(folder, prefix + new Date().toISOString().replaceAll(':', '-'));
	const unfinished = join(folder, 'unfinished');
	rmSync(unfinished, { force: true });
	connection.prepare('VACUUM INTO ?').run(unfinished);
	const written = openSync(unfinished, 'r+');
	fsyncSync(written);
	closeSync(written);
	renameSync(unfinished, copy);
	const copies = readdirSync(folder).filter((name) => name.startsWith(prefix));
	for (const name of copies.sort().slice(0, -KEPT)) rmSync(join(folder, name));
	return copy;
}
