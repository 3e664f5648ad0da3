import { existsSync, readFileSync } from 'node:fs';
import { command } from '../../src/start/command.js';
import { Plain, step } from '../../src/start/steps.js';

const DEBIANS_OWN = '/usr/bin/chromium';

/** Where Playwright keeps the browser it would download, whether or not it is there. */
async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
}

/** The browser to test with, if this machine has one. */
async function find() {
	const places = [process.env.CHROMIUM_PATH, DEBIANS_OWN, await playwrightsOwn()];
	return places.find((place) => place && existsSync(place));
}

function isRootOnDebian() {
	const about = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	return process.getuid?.() === 0 && /^ID=debian$/m.test(about);
}

/** @param {string[][]} commands */
async function runAll(commands) {
	for (const words of commands) {
		const { code, output } = await command(words, {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		if (code !== 0) throw new Plain(`${output}\nNo browser could be installed; “${words.join(' ')}” failed.`);
	}
}

/**
 * Finds a browser, or installs one.
 * @returns {Promise<string>} its path
 * @throws {Plain} when there is none to be had
 */
export async function browser() {
	const here = await find();
	if (here) return here;
	await step('Installing a browser for the tests (once)', () =>
		isRootOnDebian()
			? runAll([
					['apt-get', 'update', '-q'],
					['apt-get', 'install', '-q', '-y', 'chromium']
				])
			: runAll([[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']])
	);
	const installed = await find();
	if (installed) return installed;
	throw new Plain('A browser was installed but not found. Set CHROMIUM_PATH to where it is.');
}
