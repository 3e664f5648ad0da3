import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command } from './command.js';
import { Plain, step } from './steps.js';

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.corner-installed');

/**
 * What an installation depends on: the lock file, and the machine that native modules were built for.
 * @param {string} root the project folder
 */
export function lockStamp(root) {
	const lock = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	return `${lock} ${process.platform}-${process.arch} modules-${process.versions.modules}\n`;
}

/**
 * Whether what npm says it installed is what the lock file asks for. Lets a folder that was installed by hand be.
 * @param {string} root
 */
function agreesWithLock(root) {
	const installedFile = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(installedFile)) return false;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
	return Object.keys(wanted).every(
		(place) =>
			place === '' ||
			(installed[place] ? installed[place].version === wanted[place].version : wanted[place].optional)
	);
}

/**
 * Whether everything in the lock file is installed for this machine.
 * @param {string} root
 */
export function isInstalled(root) {
	if (existsSync(stampFile(root))) return readFileSync(stampFile(root), 'utf8') === lockStamp(root);
	if (!agreesWithLock(root)) return false;
	writeFileSync(stampFile(root), lockStamp(root));
	return true;
}

/** The npm that called us, or the one on the path. */
function npm() {
	const caller = process.env.npm_execpath;
	return caller && basename(caller) === 'npm-cli.js' ? [process.execPath, caller] : ['npm'];
}

/**
 * Installs what the lock file asks for, when that is not there yet.
 * @param {string} root
 * @throws {Plain} when npm fails
 */
export async function install(root) {
	if (isInstalled(root)) return;
	const stamp = lockStamp(root);
	// What has to be compiled uses every core, where whoever runs this has not said how many.
	const env = { JOBS: 'max', ...process.env };
	const { code, output } = await step('Installing what Corner is built with (a few minutes, once)', () =>
		command([...npm(), 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, env })
	);
	if (code !== 0)
		throw new Plain(
			`${output}\nInstalling did not work; npm says why above. Nothing was started.\n` +
				'If it was the network, try again. If it was better-sqlite3, this machine needs a C++ compiler,\n' +
				'make and Python (on Debian: apt-get install build-essential python3).'
		);
	writeFileSync(stampFile(root), stamp);
}
