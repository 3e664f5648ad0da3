import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { ENGINE } from '../../src/lib/server/database/engine';
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

/** Removes whatever still stands. At the end of each test file, by tests/server/tidy.ts. */
export async function tidy(): Promise<void> {
	for (const clear of [...standing].reverse()) await clear();
}

/** A place for a database of the engine under test: a file in a folder of its own, or one with a random name. */
export async function freshPlace(): Promise<Place> {
	return ENGINE === 'postgres' ? emptyDatabase() : emptyFolder();
}

/** A migrated, empty database of its own for a test. Closing it removes it. */
export async function freshStore(): Promise<Store> {
	const place = await (ENGINE === 'postgres' ? migratedDatabase() : migratedFile());
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

function emptyFolder(): Place {
	const folder = mkdtempSync(join(tmpdir(), 'corner-test-'));
	const remove = onceAtLast(async () => rmSync(folder, { recursive: true, force: true }));
	return { url: `file:${join(folder, 'corner.db')}`, remove };
}

let bytes: Buffer | undefined;

/** A copy of what the migrations made, once for all tests. */
function migratedFile(): Place {
	bytes ??= readFileSync(fileOf(inject('migrated')));
	const place = emptyFolder();
	writeFileSync(fileOf(place.url), bytes);
	return place;
}

const migratedDatabase = () => emptyDatabase(nameOf(inject('migrated')));

const nameOf = (url: string) => new URL(url).pathname.slice(1);

let copying: Promise<string> | undefined;

/** Copying files costs a fifth less than writing them to its log; PostgreSQL before 15 does nothing else. */
async function waysToCopy(): Promise<string> {
	const [row] = await tell('show server_version_num');
	return Number(row?.server_version_num) >= 150_000 ? 'strategy file_copy' : '';
}

async function emptyDatabase(from = 'template1'): Promise<Place> {
	const name = `test_${randomBytes(8).toString('hex')}`;
	const url = new URL(testServer());
	url.pathname = name;
	copying ??= waysToCopy();
	await tell(`create database ${name} template ${from} ${await copying}`);
	return {
		url: url.href,
		remove: onceAtLast(async () => void (await tell(`drop database ${name} with (force)`)))
	};
}

function testServer(): string {
	const url = process.env.TEST_DATABASE_URL;
	if (!url || url !== process.env.DATABASE_URL)
		throw new Error('Tests use PostgreSQL only where TEST_DATABASE_URL and DATABASE_URL are the same.');
	return url;
}

async function tell(sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: testServer() });
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(sql)).rows;
	} finally {
		await client.end();
	}
}
