import {
	SYNCED_TABLES,
	type Cursors,
	type SyncAnswer,
	type SyncedRows
} from '../../../src/lib/domain/entries/synced';

type Row = Record<string, unknown>;

/** What one phone holds: it asks for what is new since it last asked, and forgets what it no longer reaches. */
export class Phone {
	#cursors: Cursors = {};
	readonly #tables = new Map<string, Map<string, Row>>();

	async take(ask: (cursors: Cursors) => Promise<SyncAnswer>): Promise<SyncedRows> {
		const { rows, spaces, gone } = await ask(this.#cursors);
		this.#cursors = spaces;
		for (const [name, changed] of Object.entries(rows) as unknown as [string, Row[]][]) {
			const table = this.#tables.get(name) ?? new Map<string, Row>();
			this.#tables.set(name, table);
			for (const row of changed) table.set(String(row.id ?? JSON.stringify(row)), row);
		}
		for (const table of this.#tables.values())
			for (const [key, row] of table) if (gone.includes(String(row.spaceId))) table.delete(key);
		return Object.fromEntries(
			SYNCED_TABLES.map((name) => [name, [...(this.#tables.get(name)?.values() ?? [])]])
		) as unknown as SyncedRows;
	}
}
