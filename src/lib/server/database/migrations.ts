import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpMistake } from '../environment';
import { ENGINE } from './engine';

export interface Migration {
	tag: string;
	sql: string;
	/** SHA-256 of the text, hex: tells when a migration was edited after it was applied. */
	hash: string;
}

export type Applied = Pick<Migration, 'tag' | 'hash'>;

/** Where this release's migrations lie. The server runs from the project's root. */
export const folder = () => join(process.cwd(), 'drizzle', ENGINE);

/** The migrations in a folder, oldest first. */
export function readMigrations(from: string): Migration[] {
	const journal: { entries: { tag: string }[] } = JSON.parse(
		readFileSync(join(from, 'meta', '_journal.json'), 'utf8')
	);
	return journal.entries.map(({ tag }) => {
		const sql = readFileSync(join(from, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
		return { tag, sql, hash: createHash('sha256').update(sql).digest('hex') };
	});
}

/**
 * What a database still lacks.
 * @throws SetUpMistake when it was made by other migrations than these: a newer release's, or edited ones
 */
export function lacking(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
	const known = new Map(migrations.map((migration) => [migration.tag, migration.hash]));
	for (const { tag, hash } of applied) {
		if (!known.has(tag))
			throw new SetUpMistake(
				`The database is newer than this release: it has had ${tag}. Start the newer release.`
			);
		if (known.get(tag) !== hash)
			throw new SetUpMistake(
				`The database was made by another ${tag} than this release’s. If it holds nothing dear, remove it and start again.`
			);
	}
	const done = new Set(applied.map((one) => one.tag));
	return migrations.filter((migration) => !done.has(migration.tag));
}

/** @throws SetUpMistake that tells what a migration met, once the database is as it was before */
export function failed(tag: string, error: unknown, backup?: string): never {
	const kept = backup ? ` A copy from before is ${backup}.` : '';
	throw new SetUpMistake(
		`The database could not be brought up to date: ${tag}: ${(error as Error).message}\nNothing was changed.${kept}`
	);
}
