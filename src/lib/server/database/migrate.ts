import { text, table } from './columns';
import { ENGINE } from './engine';
import { migratePostgres } from './migrate-postgres';
import { migrateSqlite } from './migrate-sqlite';
import { folder, lacking, readMigrations, type Migration } from './migrations';
import { fileOf } from './sqlite';
import type { Store } from './store';

const applied = table('applied_migrations', { tag: text('tag').primaryKey(), hash: text('hash').notNull() });

let ours: Migration[] | undefined;

/**
 * Brings a database up to date with this release, before anyone opens it.
 * @param url as for `openStore`
 * @param from the folder of migrations
 * @throws SetUpMistake when that can't be done; the database is then as it was before
 */
export async function migrate(url: string, from = folder()): Promise<void> {
	const migrations = readMigrations(from);
	if (ENGINE === 'postgres') await migratePostgres(url, migrations);
	else migrateSqlite(fileOf(url), migrations);
}

/** What the database still lacks of this release, by name. One small query: fit to be asked often. */
export async function migrationsPending(store: Store): Promise<string[]> {
	ours ??= readMigrations(folder());
	const rows = await store.read.select({ tag: applied.tag, hash: applied.hash }).from(applied);
	return lacking(ours, rows).map((migration) => migration.tag);
}
