import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} Context */

const DEBIANS_OWN = '/usr/bin/chromium';
const found = [process.env.CHROMIUM_PATH, DEBIANS_OWN].find((place) => place && existsSync(place));
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-GB', timezoneId: 'Europe/London' };
const HOW = {
	executablePath: found,
	args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
};

/** A browser whose phones are all new. */
export const browser = () => chromium.launch(HOW);

/** @param {import('@playwright/test').Browser} from */
export const newPhone = (from) => from.newContext(PHONE);

/** A folder for a phone that is switched off and on again, and how to throw it away. */
export function pocket() {
	const dir = mkdtempSync(join(tmpdir(), 'corner-phone-'));
	return { dir, empty: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Switches a phone on. @param {string} dir */
export const switchOn = (dir) => chromium.launchPersistentContext(dir, { ...HOW, ...PHONE });

/** @param {Page} page @param {number} rate how many times slower than this machine */
export async function slowDown(page, rate) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Until a screen shows its real content. @param {Page} page */
export const ready = (page) =>
	page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0, undefined, {
		polling: 100,
		timeout: 60_000
	});

/** Until the app opens without a network. @param {Page} page @returns {Promise<number>} milliseconds since it was opened */
export const workerReady = (page) =>
	page.evaluate(() => navigator.serviceWorker.ready.then(() => performance.now()));

/** What a page tells about its own opening. Milliseconds, but for the shift. @param {Page} page */
export const opening = (page) =>
	page.evaluate(async () => {
		/** @param {string} type @returns {Promise<any[]>} */
		const entries = (type) =>
			new Promise((resolve) => {
				const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
				observer.observe({ type, buffered: true });
				setTimeout(() => resolve([]), 200);
			});
		const paints = performance.getEntriesByType('paint');
		const [largest, shifts, long] = await Promise.all(
			['largest-contentful-paint', 'layout-shift', 'longtask'].map(entries)
		);
		const firstPaint = paints.find(({ name }) => name === 'first-paint')?.startTime ?? NaN;
		const readyAt = performance.getEntriesByName('app-ready')[0]?.startTime ?? NaN;
		return {
			firstPaint,
			ready: readyAt,
			largest: Number(largest?.at(-1)?.startTime ?? NaN),
			shift: (shifts ?? []).reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
			blocking: (long ?? [])
				.filter(({ startTime }) => startTime >= firstPaint)
				.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
		};
	});

/** Time that a page's scripts took to be read and run, in milliseconds. @param {Page} page @returns {Promise<() => Promise<number>>} */
export async function scriptTime(page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable', { timeDomain: 'timeTicks' });
	return async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		/** @param {string} name */
		const seconds = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
		return (seconds('ScriptDuration') + seconds('V8CompileDuration')) * 1_000;
	};
}

/** Memory that only the process of this page holds, in MB, after a clean-up. @param {Page} page */
export async function pageMemory(page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('HeapProfiler.collectGarbage');
	const browser = page.context().browser();
	if (!browser) throw new Error('The phone has no browser.');
	const whole = await browser.newBrowserCDPSession();
	const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
	const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMb(id));
	return Math.max(...renderers);
}

/** @param {number} pid */
function privateMb(pid) {
	const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
	const parts = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)];
	return parts.reduce((sum, [, kb]) => sum + Number(kb), 0) / 1024;
}
