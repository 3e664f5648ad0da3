import { afterEach, expect, test } from 'vitest';
import { fillDemo } from '../../src/lib/cast/fill';
import { SYNCED_TABLES } from '../../src/lib/domain/entries/synced';
import * as schema from '../../src/lib/server/database/schema';
import type { House } from '../../src/lib/server/house';
import { ASKED_FOR } from '../../src/lib/server/whats-new';
import { openTestHouse } from './house';

let house: House;
afterEach(() => house.store.close());

const tables = SYNCED_TABLES.filter((name) => !['programmes', 'plans'].includes(name));

/** In which kinds of space a table holds rows. */
async function spacesOf(name: (typeof tables)[number]): Promise<string[]> {
	const table = schema[name];
	const rows = await house.store.read.select({ spaceId: table.spaceId }).from(table);
	return [...new Set(rows.map((row) => row.spaceId.split(':', 1)[0] ?? ''))];
}

test('a sync asks for news of every kind of row in every kind of space that holds it', async () => {
	const now = Date.parse('2026-11-24T09:00Z');
	house = await openTestHouse({ now: () => now, demo: true });
	await fillDemo(house);
	const asked: Record<string, object> = ASKED_FOR;
	const missed: string[] = [];
	let held = 0;
	for (const name of tables)
		for (const kind of await spacesOf(name)) {
			held++;
			if (!(name in (asked[kind] ?? {}))) missed.push(`${name} in ${kind}`);
		}
	expect(missed).toEqual([]);
	// The demo holds most kinds, so this looks at something.
	expect(held).toBeGreaterThan(8);
	const everywhere = new Set(Object.values(ASKED_FOR).flatMap((group) => Object.keys(group)));
	expect([...everywhere].sort()).toEqual([...tables].sort());
});
