import { Param, sql, type Column, type GetColumnData, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reading, Transaction } from './store';

/*
 * For the paths that are walked all day. Building a query costs ten times what running it does; one prepared
 * here is built once. Elsewhere, write queries plainly.
 */

/** A value that is given each time the query runs, put as `column` puts it. */
type Given = <C extends Column>(name: string, column: C) => SQL<GetColumnData<C>>;

interface Built<R> {
	prepare(): { execute(values: Record<string, unknown>): PromiseLike<R> };
}

const given: Given = (name, column) => {
	const encoder = {
		mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value))
	};
	return sql`${new Param(sql.placeholder(name), encoder)}`;
};

/**
 * A query built once and run many times:
 * `prepared((queries, given) => queries.select().from(people).where(eq(people.id, given('id', people.id))))`
 * @returns what runs it, on the store's `read` or in a transaction, with a value for each name that was `given`
 */
export function prepared<R, Q extends Reading = Transaction>(build: (queries: Q, given: Given) => Built<R>) {
	const ready = new WeakMap<Reading, ReturnType<Built<R>['prepare']>>();
	return (queries: Q | Reading, values: Record<string, unknown> = {}): Promise<R> => {
		// Started now: left to `await`, it would start a moment later, behind what is asked after it.
		return new Promise<R>((resolve, reject) => {
			let query = ready.get(queries);
			if (!query) ready.set(queries, (query = build(queries as Q, given).prepare()));
			void query.execute(values).then(resolve, reject);
		});
	};
}

/** An insert of one row, built once for each set of columns that rows come with. */
export function inserting<T extends SQLiteTable>(table: T) {
	const byColumns = new Map<string, (tx: Transaction, row: Record<string, unknown>) => Promise<unknown>>();
	return (tx: Transaction, row: T['$inferInsert']): Promise<unknown> => {
		const names = Object.keys(row).filter((name) => row[name as keyof typeof row] !== undefined);
		const key = names.join();
		let insert = byColumns.get(key);
		if (!insert) {
			const columns = table as unknown as Record<string, Column>;
			insert = prepared((queries: Transaction, given) => {
				const values = Object.fromEntries(names.map((name) => [name, given(name, columns[name] as Column)]));
				return queries.insert(table).values(values as T['$inferInsert']);
			});
			byColumns.set(key, insert);
		}
		return insert(tx, row);
	};
}
