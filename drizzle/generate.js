/*
 * Migrations for both engines from the one schema (src/lib/server/database/schema.ts).
 *
 *   node drizzle/generate.js <name>            what the schema has changed since the newest migration
 *   node drizzle/generate.js --custom <name>   an empty one for each engine, to be written by hand
 *   node drizzle/generate.js --check           fails when schema and migrations differ; changes nothing
 *   node drizzle/generate.js --afresh          one first migration in place of all; the hand-written stay
 *
 * `--afresh` is for the time before a first release: no database made earlier can follow it.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

const ENGINES = /** @type {const} */ ({ sqlite: 'file:', postgres: 'postgres:' });
/** What no schema can say; after the first migration, in this order. */
const BY_HAND = ['append_only_audit'];
const root = dirname(import.meta.dirname);
const kit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');

/** @typedef {keyof typeof ENGINES} Engine */

/** @param {Engine} engine @param {string} folder @param {string[]} options */
function runKit(engine, folder, ...options) {
	// drizzle-kit finds its earlier work only where the folder is named from here.
	const env = { ...process.env, DATABASE_URL: ENGINES[engine], MIGRATIONS_OUT: relative(root, folder) };
	const line = [kit, 'generate', '--config', 'drizzle/config.ts', ...options];
	const running = spawn(process.execPath, line, { cwd: root, env, stdio: ['inherit', 'pipe', 'pipe'] });
	let told = '';
	for (const stream of [running.stdout, running.stderr]) stream.on('data', (part) => (told += part));
	return /** @type {Promise<void>} */ (
		new Promise((resolve, reject) =>
			running.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${engine}:\n${told}`))))
		)
	);
}

/** @param {string} folder */
const files = (folder) => readdirSync(folder).filter((name) => name.endsWith('.sql'));

/**
 * Writes what is new, without naming PostgreSQL's schema: whoever connects chooses it by the search path.
 * @param {Engine} engine @param {string} folder @param {string[]} options
 * @returns the new files
 */
async function generate(engine, folder, ...options) {
	const before = new Set(files(folder));
	await runKit(engine, folder, ...options);
	const made = files(folder).filter((name) => !before.has(name));
	for (const name of made) {
		const file = join(folder, name);
		writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"public".', ''));
	}
	return made.map((name) => join(folder, name));
}

/** @param {Engine} engine */
async function check(engine) {
	const folder = mkdtempSync(join(tmpdir(), 'corner-migrations-'));
	try {
		cpSync(join(root, 'drizzle', engine), folder, { recursive: true });
		const made = await generate(engine, folder, '--name', 'missing');
		const lacking = made.map((file) => readFileSync(file, 'utf8')).join('\n');
		if (lacking) throw new Error(`drizzle/${engine} lacks what the schema says:\n${lacking}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {Engine} engine */
async function afresh(engine) {
	const folder = join(root, 'drizzle', engine);
	const kept = BY_HAND.map((name) => {
		const file = files(folder).find((file) => file.endsWith(`_${name}.sql`));
		if (!file) throw new Error(`The hand-written ${name} is not in ${folder}.`);
		return { name, sql: readFileSync(join(folder, file), 'utf8') };
	});
	const fresh = mkdtempSync(join(tmpdir(), 'corner-migrations-'));
	try {
		await generate(engine, fresh, '--name', 'first');
		for (const { name, sql } of kept) {
			const [file] = await generate(engine, fresh, '--custom', '--name', name);
			writeFileSync(/** @type {string} */ (file), sql);
		}
		rmSync(folder, { recursive: true });
		cpSync(fresh, folder, { recursive: true });
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
}

const [option = '', custom] = process.argv.slice(2);
const named = /^[a-z][a-z0-9_]*$/;

/** @param {Engine} engine */
async function work(engine) {
	if (option === '--check') return check(engine);
	if (option === '--afresh') return afresh(engine);
	const name = option === '--custom' ? custom : option;
	if (!name || !named.test(name)) throw new Error('Say what changes: node drizzle/generate.js held_messages');
	const options = option === '--custom' ? ['--custom', '--name', name] : ['--name', name];
	const made = await generate(engine, join(root, 'drizzle', engine), ...options);
	console.log(
		made.length ? made.map((file) => `${engine}/${basename(file)}`).join('\n') : `${engine}: nothing new`
	);
}

const done = await Promise.allSettled(
	Object.keys(ENGINES).map((engine) => work(/** @type {Engine} */ (engine)))
);
for (const outcome of done) {
	if (outcome.status !== 'rejected') continue;
	console.error(outcome.reason.message);
	process.exitCode = 1;
}
