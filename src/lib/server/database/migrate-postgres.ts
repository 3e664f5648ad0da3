import pg from 'pg';
import { failed, lacking, type Applied, type Migration } from './migrations';

/**
 * Brings a database up to date, all of it or nothing. Replicas that start together take turns.
 * Backups are the operator's: the database is theirs.
 * @throws SetUpMistake when a migration fails
 */
export async function migratePostgres(url: string, migrations: readonly Migration[]): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query('BEGIN');
		await client.query(`SELECT pg_advisory_xact_lock(hashtext('corner migrations ' || current_schema()))`);
		await client.query(
			'CREATE TABLE IF NOT EXISTS applied_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())'
		);
		const { rows } = await client.query<Applied>('SELECT tag, hash FROM applied_migrations');
		for (const migration of lacking(migrations, rows)) await apply(client, migration);
		await client.query('COMMIT');
	} finally {
		// An unfinished transaction ends with its connection.
		await client.end();
	}
}

async function apply(client: pg.Client, { tag, sql, hash }: Migration): Promise<void> {
	try {
		await client.query(sql);
		await client.query('INSERT INTO applied_migrations (tag, hash) VALUES ($1, $2)', [tag, hash]);
	} catch (error) {
		failed(tag, error);
	}
}
