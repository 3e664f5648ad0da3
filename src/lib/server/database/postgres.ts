import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { SetUpMistake } from '../environment';
import { Attempt } from './attempt';
import { codeOf } from './conflict';
import type { Reading, Store, Transaction } from './store';

/**
 * One transaction writes at a time, whichever replica it comes from: as with a file. Left to meet, nearly all
 * would be undone and tried again, for what they look up and what they add lie on the same page of an index.
 * The lock is asked for first, so that what the transaction then sees includes whoever had it before.
 */
const BEGIN = 'begin isolation level serializable; lock table applied_migrations in exclusive mode';
/** How often a transaction is tried when others are in its way. */
const MOST_TRIES = 10;
/** The most statements that a connection keeps compiled. Lists of any length have many texts. */
const MOST_STATEMENTS = 400;

// Whole numbers of eight bytes as numbers, as SQLite gives them: nothing here counts beyond 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** @throws nothing yet: the first query connects */
export function openPostgres(url: string): Store {
	const writing = openPool(url, 4, { idle_in_transaction_session_timeout: '30s' });
	const reading = openPool(url, 10, { default_transaction_read_only: 'on' });
	const clients = new WeakMap<Attempt, pg.PoolClient>();
	const named = naming();
	const queries = queriesOver<Transaction>(async (statement, values) => {
		const attempt = Attempt.current();
		try {
			return await clients.get(attempt)!.query(named(statement), values);
		} catch (error) {
			throw attempt.fail(error);
		}
	});

	async function tryOnce<R>(attempt: Attempt, work: (tx: Transaction) => Promise<R>): Promise<R> {
		const client = await writing.connect();
		clients.set(attempt, client);
		let lost: Error | undefined;
		try {
			await client.query(BEGIN);
			const result = await attempt.run(() => work(queries));
			const { command } = await client.query('commit');
			// A query that nobody awaited may have failed since.
			if (command !== 'COMMIT') throw attempt.failure ?? new Error('The transaction was not kept.');
			return result;
		} catch (error) {
			await client.query('rollback').catch((broken) => (lost = broken));
			throw error;
		} finally {
			client.release(lost);
		}
	}

	return {
		read: queriesOver<Reading>((statement, values) => reading.query(named(statement), values)),
		async transaction(work) {
			Attempt.refuseNested();
			for (let tries = 1; ; tries++) {
				const attempt = new Attempt();
				try {
					return await tryOnce(attempt, work);
				} catch (error) {
					if (!mayPass(attempt.failure ?? error, tries)) throw error;
					await pause(Math.random() * Math.min(5 * 2 ** tries, 200));
				}
			}
		},
		async check() {
			for (const pool of [writing, reading]) await checkPool(pool, url);
		},
		async close() {
			await Promise.all([writing.end(), reading.end()]);
		}
	};
}

/** Someone who doesn't take the lock was in the way: another program, or a person at a console. */
function mayPass(error: unknown, tries: number): boolean {
	return ['40001', '40P01'].includes(codeOf(error) ?? '') && tries < MOST_TRIES;
}

function openPool(url: string, max: number, settings: Record<string, string>): pg.Pool {
	const pool = new pg.Pool({
		connectionString: withSettings(url, { timezone: 'UTC', ...settings }),
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

type Query = (statement: pg.QueryConfig, values: unknown[]) => Promise<pg.QueryResult>;

/**
 * Drizzle over anything that queries. It would put every value of a failed statement into the error's message,
 * and from there into a log, in the step that could keep results: that step is left out.
 */
function queriesOver<T>(query: Query): T {
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
