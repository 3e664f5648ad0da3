import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';
import { Plain, step } from './steps.js';

/** Everything a build is made from, seen from the project folder. */
const SOURCES = [
	'src',
	'static',
	'drizzle',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
	'src/start/one-language.js',
	'src/start/phone-chunks.js',
	'src/start/phone-files.js'
];

/** Parts of those that no build contains (but for what is named above), or that a build writes itself. */
const APART = [
	'src/start',
	'src/decisions',
	'src/lib/wording/paraglide',
	...['.gitignore', '.lix', '.meta.json', 'README.md', 'cache'].map(
		(name) => `src/lib/wording/project.inlang/${name}`
	)
];

/** @param {string} root */
const stampFile = (root) => join(root, 'build', '.corner-built-from');

/**
 * Every source file below a place, in a fixed order.
 * @param {string} root
 * @param {string} place with forward slashes
 * @returns {string[]}
 */
function filesOf(root, place) {
	if (APART.includes(place) || !existsSync(join(root, place))) return [];
	if (!statSync(join(root, place)).isDirectory()) return place.endsWith('.test.ts') ? [] : [place];
	return readdirSync(join(root, place))
		.sort()
		.flatMap((name) => filesOf(root, `${place}/${name}`));
}

/**
 * One line that changes when, and only when, a build would come out differently.
 * @param {string} root the project folder
 */
export function fingerprint(root) {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((place) => filesOf(root, place))) {
		const content = createHash('sha256')
			.update(readFileSync(join(root, file)))
			.digest('hex');
		hash.update(`${file} ${content}\n`);
	}
	return `${hash.digest('hex')}\n`;
}

/**
 * Whether the build that is there was finished, and was made from the sources that are there.
 * @param {string} root
 */
export function isBuilt(root) {
	if (!existsSync(stampFile(root)) || !existsSync(join(root, 'build', 'handler.js'))) return false;
	return readFileSync(stampFile(root), 'utf8') === fingerprint(root);
}

/**
 * Builds the app, when the sources have changed since the last build. The stamp is written last, so a build that
 * stopped halfway is never taken for a whole one.
 * @param {string} root
 * @throws {Plain} when the build fails
 */
export async function build(root) {
	if (isBuilt(root)) return;
	const stamp = fingerprint(root);
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const { code, output } = await step(
		'Building the app (about a minute, and only when something changed)',
		() =>
			command([process.execPath, join('node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
				cwd: root,
				env: { ...process.env, NODE_ENV: 'production', npm_package_version: version }
			})
	);
	if (code !== 0) throw new Plain(`${output}\nThe app could not be built; the lines above say why.`);
	writeFileSync(stampFile(root), stamp);
}
