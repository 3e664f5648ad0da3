import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { ENGINE, engineOf } from './engine';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

type Queries = BaseSQLiteDatabase<'async', unknown, Record<string, never>>;

/** Looks, and cannot change anything. Never sees what a transaction has not finished. */
export type Reading = Pick<Queries, 'select' | 'selectDistinct' | '$count'>;

/**
 * One transaction. Await every query (no `.run()`, `.get()`, `.all()`: only one engine has them), use it only
 * inside the work it was given to, and expect nothing more of it after a statement has failed.
 */
export type Transaction = Reading & Pick<Queries, 'insert' | 'update' | 'delete'>;

export interface Store {
	readonly read: Reading;
	/**
	 * The only way to write: all of the work or none of it, safe on disk when it resolves. The work may be run
	 * again when another writer was in the way, so it does nothing but query. Refused inside another transaction.
	 * @throws Conflict when a unique, foreign-key or check rule refuses a row
	 */
	transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
	/** @throws SetUpMistake when the database is damaged or out of reach, saying what to do */
	check(): Promise<void>;
	/** Waits for the transactions under way, then lets go of the database. */
	close(): Promise<void>;
}

/** @param url `file:` and a path, or `postgres://…`: of the engine that DATABASE_URL chose for this process */
export function openStore(url: string): Store {
	if (engineOf(url) !== ENGINE)
		throw new Error(
			`This process speaks ${ENGINE}, by DATABASE_URL; it can’t open another kind of database.`
		);
	return ENGINE === 'postgres' ? openPostgres(url) : openSqlite(url);
}
