import type Database from 'better-sqlite3';
import type { Attempt } from './attempt';

/** The most statements remembered. Those with lists of any length have many texts, so there is a bound. */
const MOST = 400;

interface Statement {
	run(...values: unknown[]): unknown;
	all(...values: unknown[]): unknown;
	get(...values: unknown[]): unknown;
	raw(): Statement;
}

/**
 * A connection, as far as Drizzle needs one, that compiles each text of SQL once. Compiling costs more than
 * running, and Drizzle would compile every time.
 * @param attempt where given, whose statements these are: it is asked before each and told when one fails
 */
export function remembering(connection: Database.Database, attempt?: () => Attempt): Database.Database {
	const known = new Map<string, Statement>();
	const guarded =
		<R>(work: (...values: unknown[]) => R) =>
		(...values: unknown[]): R => {
			const asking = attempt?.();
			try {
				return work(...values);
			} catch (error) {
				throw asking ? asking.fail(error) : error;
			}
		};
	// Asking for bare rows changes a statement for good, so each way of asking has its own.
	const compile = (sql: string, bare: boolean): Statement => {
		const statement = bare ? connection.prepare(sql).raw() : connection.prepare(sql);
		let rows: Statement | undefined;
		return {
			run: guarded((...values) => statement.run(...values)),
			all: guarded((...values) => statement.all(...values)),
			get: guarded((...values) => statement.get(...values)),
			raw: guarded(() => (rows ??= compile(sql, true)))
		};
	};
	const prepare = guarded((sql) => {
		const text = sql as string;
		const found = known.get(text);
		if (found) return found;
		if (known.size >= MOST) known.clear();
		const made = compile(text, false);
		known.set(text, made);
		return made;
	});
	return { prepare } as unknown as Database.Database;
}
