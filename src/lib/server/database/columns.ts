import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { ENGINE } from './engine';

/*
 * One vocabulary of columns for two engines. A column holds and gives back the same JavaScript value on both;
 * the types everyone sees are SQLite's, in its asynchronous mode.
 */
type Sqlite = typeof sqlite;
const inPostgres = ENGINE === 'postgres';
const pick = <T>(forSqlite: T, forPostgres: unknown): T => (inPostgres ? (forPostgres as T) : forSqlite);

/** PostgreSQL cannot hold these, so neither engine takes them: what people write is cleaned on its way in. */
function storable(text: string): string {
	if (text.includes('\0')) throw new TypeError('Text with a NUL byte can’t be stored.');
	if (!text.isWellFormed()) throw new TypeError('Text with half a surrogate pair can’t be stored.');
	return text;
}

const textInSqlite = sqlite.customType<{ data: string; driverData: string }>({
	dataType: () => 'text',
	toDriver: storable
});
/** Collation C: ordered by bytes as in SQLite, whatever the cluster's language, and safe across its upgrades. */
const textInPostgres = postgres.customType<{ data: string; driverData: string }>({
	dataType: () => 'text collate "C"',
	toDriver: storable
});
const instantInPostgres = postgres.customType<{ data: number; driverData: string }>({
	dataType: () => 'timestamp (3) with time zone',
	toDriver: (at) => new Date(at).toISOString(),
	fromDriver: (written) => new Date(written).getTime()
});
/** `json`, not `jsonb`: kept as it was written, with its order of keys, as in SQLite. The driver has parsed it. */
const jsonInPostgres = postgres.customType<{ data: unknown; driverData: unknown }>({
	dataType: () => 'json',
	toDriver: (value) => JSON.stringify(value)
});
const bytesInPostgres = postgres.customType<{ data: Buffer }>({ dataType: () => 'bytea' });

const asInt = (name: string) => sqlite.integer(name);
const asBool = (name: string) => sqlite.integer(name, { mode: 'boolean' });
const asJson = (name: string) => sqlite.text(name, { mode: 'json' });
const asBytes = (name: string) => sqlite.blob(name, { mode: 'buffer' });

export const table = pick(sqlite.sqliteTable, postgres.pgTable);
/** Text without NUL bytes, ordered by bytes. With `enum`, only the type is narrowed: add a check as well. */
export const text = pick(textInSqlite as unknown as Sqlite['text'], textInPostgres);
/** A whole number, exact up to 2^53. */
export const int = pick(asInt, (name: string) => postgres.bigint(name, { mode: 'number' }));
export const bool = pick(asBool, postgres.boolean);
/** A moment, in whole milliseconds since 1970. */
export const instant = pick(asInt, instantInPostgres);
/** Anything JSON can say; type it with `.$type<…>()`. Nothing is queried inside it. */
export const json = pick(asJson, jsonInPostgres);
export const bytes = pick(asBytes, bytesInPostgres);
export const index = pick(sqlite.index, postgres.index);
export const uniqueIndex = pick(sqlite.uniqueIndex, postgres.uniqueIndex);
export const primaryKey = pick(sqlite.primaryKey, postgres.primaryKey);
export const check = pick(sqlite.check, postgres.check);
