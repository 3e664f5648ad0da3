import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { build, fingerprint, isBuilt } from '../../src/start/build.js';
import { install, isInstalled, lockStamp } from '../../src/start/install.js';
import { complaint, fits } from '../../src/start/node-version.js';

let root: string;

function put(file: string, content: string) {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), content);
}

const lock = (version: string) =>
	JSON.stringify({
		packages: {
			'': {},
			'node_modules/a': { version },
			'node_modules/elsewhere': { version: '1.0.0', optional: true }
		}
	});

beforeEach(() => {
	vi.spyOn(console, 'log').mockReturnValue();
	root = mkdtempSync(join(tmpdir(), 'corner-stamps-'));
	put('package.json', '{"version":"0.1.0"}');
	put('package-lock.json', lock('1.0.0'));
	put('src/routes/+page.svelte', '<h1>Hello</h1>');
	put('src/start/start.js', '');
	put('src/lib/domain/a.test.ts', '');
});

afterEach(() => {
	vi.restoreAllMocks();
	rmSync(root, { recursive: true });
});

describe('a build', () => {
	/** In place of the real builder: writes the handler, and then fails or does not. */
	function builder({ works }: { works: boolean }) {
		put('node_modules/vite/package.json', '{"type":"module"}');
		put(
			'node_modules/vite/bin/vite.js',
			`import { mkdirSync, writeFileSync } from 'node:fs';
			mkdirSync('build', { recursive: true });
			writeFileSync('build/handler.js', '');
			process.exit(${works ? 0 : 1});`
		);
	}

	beforeEach(() => {
		put('build/handler.js', '');
		put('build/.corner-built-from', fingerprint(root));
	});

	test('is made, and then not again', async () => {
		rmSync(join(root, 'build'), { recursive: true });
		expect(isBuilt(root)).toBe(false);
		builder({ works: true });
		await build(root);
		expect(isBuilt(root)).toBe(true);
		builder({ works: false });
		await build(root);
		expect(isBuilt(root)).toBe(true);
	});

	test('is not made again while the sources stay as they are', () => {
		expect(isBuilt(root)).toBe(true);
	});

	test('stays when a file is only touched', () => {
		utimesSync(join(root, 'src/routes/+page.svelte'), new Date(0), new Date(0));
		expect(isBuilt(root)).toBe(true);
	});

	test.each([
		'src/start/start.js',
		'src/lib/domain/a.test.ts',
		'src/decisions/0001.md',
		'src/lib/wording/project.inlang/cache/a',
		'README.md'
	])('stays when %s changes, which is not in it', (file) => {
		put(file, 'something else');
		expect(isBuilt(root)).toBe(true);
	});

	test.each([
		'src/routes/+page.svelte',
		'src/routes/new/+page.svelte',
		'static/robots.txt',
		'drizzle/sqlite/0001.sql',
		'svelte.config.js',
		'vite.config.ts',
		'package-lock.json'
	])('is made again when %s changes', (file) => {
		put(file, 'something else');
		expect(isBuilt(root)).toBe(false);
	});

	test('is made again when a file goes', () => {
		rmSync(join(root, 'src/routes/+page.svelte'));
		expect(isBuilt(root)).toBe(false);
	});

	test('is made again when it lost its handler', () => {
		rmSync(join(root, 'build/handler.js'));
		expect(isBuilt(root)).toBe(false);
	});

	test('that failed halfway is not taken for a whole one', async () => {
		put('src/routes/+page.svelte', '<h1>Broken</h1>');
		builder({ works: false });
		await expect(build(root)).rejects.toThrow('could not be built');
		expect(isBuilt(root)).toBe(false);
	});
});

describe('an installation', () => {
	const done = () => put('node_modules/.corner-installed', lockStamp(root));

	test('is wanted where there is none', () => {
		expect(isInstalled(root)).toBe(false);
	});

	test('stays while the lock file stays', () => {
		put('node_modules/a/package.json', '{}');
		done();
		expect(isInstalled(root)).toBe(true);
	});

	test('is wanted again when the lock file changed', () => {
		put('node_modules/a/package.json', '{}');
		done();
		put('package-lock.json', lock('1.0.1'));
		expect(isInstalled(root)).toBe(false);
	});

	test('is wanted again when it was made for another Node', () => {
		put('node_modules/.corner-installed', lockStamp(root).replace(/modules-\d+/, 'modules-1'));
		expect(isInstalled(root)).toBe(false);
	});

	test('made by hand is taken as it is when it holds what the lock file asks for', async () => {
		put(
			'node_modules/.package-lock.json',
			JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } })
		);
		expect(isInstalled(root)).toBe(true);
		await install(root);
		expect(isInstalled(root)).toBe(true);
	});

	test('made by hand is not, when it holds another version', () => {
		put(
			'node_modules/.package-lock.json',
			JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } })
		);
		expect(isInstalled(root)).toBe(false);
	});

	test('that was interrupted is not', () => {
		cpSync(join(root, 'package.json'), join(root, 'node_modules/a/package.json'));
		expect(isInstalled(root)).toBe(false);
	});
});

describe('Node', () => {
	const range = '^20.19 || ^22.13 || >=24';

	test.each([
		['20.18.9', false],
		['20.19.0', true],
		['20.20.2', true],
		['21.7.0', false],
		['22.12.0', false],
		['22.13.0', true],
		['23.11.0', false],
		['24.0.0', true],
		['26.1.0', true]
	])('%s: %s', (version, will) => {
		expect(fits(version, range)).toBe(will);
	});

	test('that is too old is named, with what would do', () => {
		expect(complaint('18.3.0', range)).toContain(
			'It works with 20.19, 22.13, 24 or newer; this is Node 18.3.0.'
		);
		expect(complaint('24.1.0', range)).toBeNull();
	});
});
