import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../src/start/command.js';
import { fromPlaywright, fromVitest, honest, sum, yesOrNo } from './counts.js';

/** @typedef {import('./counts.js').Counts} Counts */
/** @typedef {'app' | 'browser' | 'postgres'} Need what must be there before a suite can run */
/** @typedef {(line: string) => void} Heard what is done with each line that a suite prints */
/**
 * @typedef {{ name: string, about: string, needs: Need[], oneCore?: boolean, run: (heard: Heard) => Promise<Counts> }} Suite
 *   `oneCore`: keeps one core busy and little more, so that those which follow one another run side by side
 */

/** Longer than any suite should take; one that is still running has hung. */
const LIMIT_MS = 15 * 60_000;

/** The settings of a real installation, which no test may touch. */
const NOT_FOR_TESTS = [
	'DATABASE_URL',
	'DATA_DIR',
	'DEMO',
	'DEMO_NOW',
	'HOST',
	'LOG_LEVEL',
	'MAIL_FROM',
	'NODE_ENV',
	'ORIGIN',
	'PORT',
	'PUSH_SERVICES',
	'PUSH_SUBJECT',
	'SMTP_URL',
	'TRUST_PROXY'
];

/**
 * @param {Heard} heard @param {string[]} words a script in node_modules, and its arguments
 * @param {NodeJS.ProcessEnv} [extra]
 */
function node(heard, [script = '', ...args], extra = {}) {
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
	for (const name of NOT_FOR_TESTS) delete env[name];
	return command([process.execPath, join('node_modules', script), ...args], {
		env: { ...env, ...extra },
		heard,
		limit: LIMIT_MS
	});
}

/** A place for a report, gone when this process ends, even by Ctrl-C. */
function reportFile() {
	const folder = mkdtempSync(join(tmpdir(), 'corner-report-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return join(folder, 'report.json');
}

/**
 * @param {Heard} heard @param {string} project one of those in vite.config.ts
 * @param {NodeJS.ProcessEnv} [extra]
 */
async function vitest(heard, project, extra) {
	const file = reportFile();
	const words = ['vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json'];
	const outcome = await node(heard, [...words, `--outputFile.json=${file}`], extra);
	return honest(fromVitest(file), outcome);
}

/** @param {Heard} heard */
async function journeys(heard) {
	const file = reportFile();
	const words = ['@playwright/test/cli.js', 'test', '-c', 'tests/journeys/playwright.config.ts'];
	const outcome = await node(heard, [...words, '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	});
	return honest(fromPlaywright(file), outcome);
}

/** @param {Heard} heard */
async function types(heard) {
	const synced = await node(heard, ['@sveltejs/kit/svelte-kit.js', 'sync']);
	return yesOrNo(
		synced.code === 0 ? await node(heard, ['svelte-check/bin/svelte-check', '--fail-on-warnings']) : synced
	);
}

/** @param {Heard} heard */
async function lint(heard) {
	const layout = await node(heard, ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']);
	const eslint = ['eslint/bin/eslint.js', '-c', 'tests/style/eslint.config.js', '--max-warnings=0', '.'];
	return sum(yesOrNo(layout), yesOrNo(await node(heard, eslint)));
}

/** In the order in which they run: what fails fast comes first. @type {Suite[]} */
export const suites = [
	{ name: 'types', about: 'every type agrees', needs: ['app'], oneCore: true, run: types },
	{ name: 'lint', about: 'the code is laid out and written alike', needs: ['app'], oneCore: true, run: lint },
	{
		name: 'durability',
		about: 'nothing acknowledged is lost',
		needs: ['app'],
		run: (heard) => vitest(heard, 'durability')
	},
	{ name: 'rules', about: 'what is true of mentoring', needs: [], run: (heard) => vitest(heard, 'rules') },
	{ name: 'server', about: 'the server, on SQLite', needs: ['app'], run: (heard) => vitest(heard, 'server') },
	{ name: 'device', about: 'the phone’s own part', needs: [], run: (heard) => vitest(heard, 'device') },
	{
		name: 'house',
		about: 'rooms, arrows, doors and parity',
		needs: ['app'],
		run: (heard) => vitest(heard, 'house')
	},
	{
		name: 'postgres',
		about: 'the server, on PostgreSQL',
		needs: ['app', 'postgres'],
		run: (heard) => vitest(heard, 'server', { DATABASE_URL: process.env.TEST_DATABASE_URL })
	},
	{ name: 'journeys', about: 'people, in a real browser', needs: ['app', 'browser'], run: journeys }
];
