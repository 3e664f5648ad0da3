import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { SetUpMistake } from '../environment';
import { codeOf } from './conflict';
import { PostgresWriter, type Run } from './postgres-writer';
import type { Reading, Store, Transaction } from './store';

/** The most statements that a connection keeps compiled. Lists of any length have many texts. */
const MOST_STATEMENTS = 400;

// Whole numbers of eight bytes as numbers, as SQLite gives them: nothing here counts beyond 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** @throws nothing yet: the first query connects */
export function openPostgres(url: string): Store {
	const named = naming();
	// What a transaction sends without waiting is sent at once, not when the statement before it has come back.
	const one = openPool(url, 1, { idle_in_transaction_session_timeout: '30s' }, { pipeline: true });
	const reading = openPool(url, 10, { default_transaction_read_only: 'on' });
	const writer = new PostgresWriter(one, (run) =>
		queriesOver<Transaction>((statement, values) => run(named(statement), values))
	);

	return {
		read: queriesOver<Reading>((statement, values) => reading.query(named(statement), values)),
		transaction: (work) => writer.transaction(work),
		async check() {
			for (const pool of [one, reading]) await checkPool(pool, url);
		},
		async close() {
			await Promise.all([writer.close(), reading.end()]);
		}
	};
}

function openPool(
	url: string,
	max: number,
	settings: Record<string, string>,
	how: { pipeline?: boolean } = {}
): pg.Pool {
	const pool = new pg.Pool({
		connectionString: withSettings(url, { timezone: 'UTC', ...settings }),
		...how,
		max,
		keepAlive: true,
		connectionTimeoutMillis: 10_000
	});
	// An idle connection that breaks is replaced by the pool; whoever needs it next meets the error if it lasts.
	pool.on('error', () => {});
	return pool;
}

/** The address with settings for each of its connections, beside those that it carries already. */
export function withSettings(url: string, settings: Record<string, string>): string {
	const address = new URL(url);
	const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	const carried = address.searchParams.get('options');
	address.searchParams.set('options', [...(carried ? [carried] : []), ...options].join(' '));
	return address.href;
}

async function checkPool(pool: pg.Pool, url: string): Promise<void> {
	const { host, pathname } = new URL(url);
	const place = `The database ${host}${pathname}`;
	const found = await pool.query('show server_encoding').catch((error: Error) => {
		throw new SetUpMistake(
			`${place} can’t be reached (${codeOf(error) ?? error.message}). Check DATABASE_URL.`
		);
	});
	if (found.rows[0].server_encoding !== 'UTF8')
		throw new SetUpMistake(`${place} must be made with the encoding UTF8.`);
}

/**
 * Drizzle over anything that queries. It would put every value of a failed statement into the error's message,
 * and from there into a log, in the step that could keep results: that step is left out.
 */
function queriesOver<T>(query: Run): T {
	const queries = drizzle({ client: { query } as unknown as pg.Pool });
	const { session } = queries._ as unknown as { session: { prepareQuery(...how: unknown[]): object } };
	const prepare = session.prepareQuery.bind(session);
	session.prepareQuery = (...how) =>
		Object.assign(prepare(...how), {
			queryWithCache: (_sql: string, _values: unknown[], run: () => Promise<unknown>) => run()
		});
	return queries as unknown as T;
}

/** Gives each text of SQL a name, so that a connection compiles it once. */
function naming(): (statement: pg.QueryConfig) => pg.QueryConfig {
	const names = new Map<string, string>();
	return (statement) => {
		let name = names.get(statement.text);
		if (!name && names.size < MOST_STATEMENTS) names.set(statement.text, (name = `s${names.size}`));
		return name ? { ...statement, name } : statement;
	};
}
