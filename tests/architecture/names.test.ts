import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { files, ROOT, text } from './imports';

const TOP_LEVEL = [
	'src',
	'static',
	'drizzle',
	'tests',
	'svelte.config.js',
	'vite.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'README.md',
	'LICENSE'
];

const SAYS_NOTHING = /(^|\/)(utils?|helpers?|services?|managers?|stores?|common|shared|misc)(\/|\.[a-z]+$)/;

test('nothing new stands at the top level', () => {
	const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		cwd: ROOT,
		encoding: 'utf8'
	});
	const top = new Set(
		listed
			.split('\n')
			.filter(Boolean)
			.map((path) => path.split('/')[0] as string)
	);
	expect([...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))).toEqual([]);
});

test('names say what a file holds', () => {
	// The database’s one way in is called a store by its engines; it is not a drawer.
	const names = [...files('src'), ...files('tests')].filter(
		(path) => !path.endsWith('server/database/store.ts')
	);
	expect(names.filter((path) => SAYS_NOTHING.test(path))).toEqual([]);
});

test('no file has grown past what one can read', () => {
	const bounds: [RegExp, number][] = [
		[/domain\/people\//, 800],
		[/\.test\.ts$/, 600],
		[/./, 250]
	];
	const most = (path: string) => bounds.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
	expect(files('src').filter((path) => text(path).split('\n').length - 1 > most(path))).toEqual([]);
});
