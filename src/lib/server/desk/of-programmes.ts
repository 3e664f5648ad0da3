import { sql, type Placeholder } from 'drizzle-orm';
import type { Reading } from '../database/store';

interface Query<Row> extends PromiseLike<Row[]> {
	prepare(): { execute(values: Record<string, string>): Promise<Row[]> };
}

/**
 * A question about some programmes, put together once for each number of them. A desk asks the same few at every
 * page, and putting them together costs as much as the answer. What else it goes by, such as a day, `build` names
 * with `sql.placeholder` and whoever asks gives.
 * @param name unlike any other's: PostgreSQL keeps prepared statements by name
 */
export function ofProgrammes<Row>(name: string, build: (read: Reading, ids: Placeholder[]) => Query<Row>) {
	type Prepared = ReturnType<Query<Row>['prepare']>;
	const known = new WeakMap<Reading, Map<number, Prepared>>();

	const prepared = (read: Reading, count: number): Prepared => {
		const mine = known.get(read) ?? new Map<number, Prepared>();
		known.set(read, mine);
		const found = mine.get(count);
		if (found) return found;
		const ids = Array.from({ length: count }, (_, place) => sql.placeholder(`programme${place}`));
		// SQLite takes no name and minds none.
		const made = build(read, ids).prepare(...([`${name}_${count}`] as unknown as []));
		mine.set(count, made);
		return made;
	};
	return (
		read: Reading,
		programmeIds: readonly string[],
		more: Record<string, string> = {}
	): Promise<Row[]> => {
		if (programmeIds.length === 0) return Promise.resolve([]);
		const values = programmeIds.map((id, place) => [`programme${place}`, id]);
		return prepared(read, programmeIds.length).execute({ ...Object.fromEntries(values), ...more });
	};
}
