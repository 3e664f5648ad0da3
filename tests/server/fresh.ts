import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { ENGINE } from '../../src/lib/server/database/engine';
import { migrate } from '../../src/lib/server/database/migrate';
import { withSettings } from '../../src/lib/server/database/postgres';
import { fileOf } from '../../src/lib/server/database/sqlite';
import { openStore, type Store } from '../../src/lib/server/database/store';

/** Somewhere for one database that nobody else sees. */
export interface Place {
	/** As `openStore` and `migrate` take it. Nothing is there yet. */
	url: string;
	/** Leaves nothing behind. Once is enough; a test file's end does it too. */
	remove(): Promise<void>;
}

const standing = new Set<() => Promise<void>>();

afterAll(async () => {
	for (const clear of [...standing].reverse()) await clear();
});

/** A place for a database of the engine under test: a folder of its own, or a schema with a random name. */
export async function freshPlace(): Promise<Place> {
	const { url, clear } = ENGINE === 'postgres' ? await freshSchema() : freshFolder();
	return { url, remove: onceAtLast(clear) };
}

/** A migrated, empty database of its own for a test. Closing it removes it. */
export async function freshStore(): Promise<Store> {
	const place = await freshPlace();
	if (ENGINE === 'sqlite') writeFileSync(fileOf(place.url), await migratedFile());
	else await migrate(place.url);
	const store = openStore(place.url);
	const close = onceAtLast(async () => {
		await store.close();
		await place.remove();
	});
	return { ...store, close };
}

function onceAtLast(clear: () => Promise<void>): () => Promise<void> {
	const once = async () => {
		if (standing.delete(once)) await clear();
	};
	standing.add(once);
	return once;
}

function freshFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'corner-test-'));
	return {
		url: `file:${join(folder, 'corner.db')}`,
		clear: async () => rmSync(folder, { recursive: true, force: true })
	};
}

let migrated: Promise<Buffer> | undefined;

/** What a migrated file holds, made once and kept in memory. */
function migratedFile(): Promise<Buffer> {
	return (migrated ??= (async () => {
		const { url, clear } = freshFolder();
		await migrate(url);
		const held = readFileSync(fileOf(url));
		await clear();
		return held;
	})());
}

async function freshSchema() {
	const url = process.env.TEST_DATABASE_URL;
	if (!url || url !== process.env.DATABASE_URL)
		throw new Error('Tests use PostgreSQL only where TEST_DATABASE_URL and DATABASE_URL are the same.');
	const schema = `test_${randomBytes(8).toString('hex')}`;
	await query(url, `create schema ${schema}`);
	return {
		url: withSettings(url, { search_path: schema }),
		clear: () => query(url, `drop schema ${schema} cascade`)
	};
}

async function query(url: string, sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}
