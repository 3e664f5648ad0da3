import {
	browser,
	newPhone,
	opening,
	pageMemory,
	ready,
	scriptTime,
	slowDown,
	workerReady
} from './browser.js';
import { FAST, SLOW_4G } from './line.js';

/** @typedef {import('./line.js').Line} Line */
/** @typedef {import('../table.js').Figure} Figure */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Cookie} Cookie */
/** @typedef {{ line: Line, path: string, cookies: Cookie[], app: boolean }} Place */

const ROUNDS = 5;
const KIB = 1024;

/** Bytes on the wire of one load, by kind of file. @param {Browser} from @param {Place} place */
async function weigh(from, { line, path, cookies, app }) {
	const phone = await newPhone(from);
	await phone.addCookies(cookies);
	const page = await phone.newPage();
	const devtools = await phone.newCDPSession(page);
	await devtools.send('Network.enable');
	/** @type {Map<string, string>} */
	const kinds = new Map();
	const weights = { script: 0, font: 0, other: 0 };
	devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		weights[kind === 'Script' ? 'script' : kind === 'Font' ? 'font' : 'other'] += encodedDataLength / KIB;
	});
	line.received = 0;
	await page.goto(line.url + path, { waitUntil: 'load' });
	if (app) {
		await ready(page);
		await workerReady(page);
	}
	await line.quiet();
	const untilOffline = line.received / KIB;

	let again = 0;
	if (app) {
		await page.close();
		line.received = 0;
		const second = await phone.newPage();
		await second.goto(line.url + path, { waitUntil: 'load' });
		await ready(second);
		await line.quiet();
		again = line.received / KIB;
	}
	const memory = app ? await pageMemory(phone.pages()[0] ?? page) : 0;
	await phone.close();
	return { ...weights, untilOffline, again, memory };
}

/** How one load goes on a slow phone. @param {Browser} from @param {Place} place @param {number} rate */
async function time(from, { line, path, cookies, app }, rate) {
	const phone = await newPhone(from);
	await phone.addCookies(cookies);
	const page = await phone.newPage();
	await slowDown(page, rate);
	const spent = await scriptTime(page);
	const before = await spent();
	await page.goto(line.url + path, { waitUntil: 'load' });
	if (app) await ready(page);
	else await line.quiet(300);
	const script = Math.max(0, (await spent()) - before);
	const worker = app ? await workerReady(page) : NaN;
	const how = await opening(page);
	await phone.close();
	return { ...how, script, worker };
}

/**
 * First visits, signed out and to the app, with everything that comes over the line counted.
 * @param {{ bare: Line, ours: Line, cookies: Cookie[] }} phones
 * @returns {Promise<Figure[]>}
 */
export async function firstVisit({ bare, ours, cookies }) {
	/** @type {Place[]} */
	const places = [
		{ line: bare, path: '/', cookies: [], app: false },
		{ line: ours, path: '/', cookies: [], app: false },
		{ line: bare, path: '/app', cookies: [], app: true },
		{ line: ours, path: '/young', cookies, app: true }
	];
	const from = await browser();
	/** @type {Awaited<ReturnType<typeof weigh>>[][]} */
	const weights = places.map(() => []);
	/** @type {Awaited<ReturnType<typeof time>>[][]} */
	const fast = places.map(() => []);
	/** @type {Awaited<ReturnType<typeof time>>[][]} */
	const slow = places.map(() => []);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [index, place] of places.entries()) {
			weights[index]?.push(await weigh(from, place));
			fast[index]?.push(await time(from, place, 4));
			place.line.shape = SLOW_4G;
			slow[index]?.push(await time(from, place, 4));
			place.line.shape = FAST;
		}
	}
	await from.close();
	/** @template {object} T @param {T[][]} all @param {number} index @param {(one: T) => number} which */
	const of = (all, index, which) => (all[index] ?? []).map(which);
	const wire = { unit: 'KiB' };
	return [
		{
			name: 'signed out, first load without the font',
			...wire,
			bare: of(weights, 0, (w) => w.script + w.other),
			ours: of(weights, 1, (w) => w.script + w.other),
			most: 20
		},
		{
			name: '/young, first load, JavaScript',
			...wire,
			bare: of(weights, 2, (w) => w.script),
			ours: of(weights, 3, (w) => w.script),
			most: 85
		},
		{
			name: 'until it works offline, font included',
			...wire,
			bare: of(weights, 2, (w) => w.untilOffline),
			ours: of(weights, 3, (w) => w.untilOffline),
			most: 200
		},
		{
			name: 'worker ready, slow 4G, 4× CPU',
			unit: 'ms',
			bare: of(slow, 2, (t) => t.worker),
			ours: of(slow, 3, (t) => t.worker),
			most: 2_500
		},
		{
			name: 'signed out, largest paint, slow 4G, 4× CPU',
			unit: 'ms',
			bare: of(slow, 0, (t) => t.largest),
			ours: of(slow, 1, (t) => t.largest),
			ratio: 0.97
		},
		{
			name: 'signed out, scripts read and run, 4× CPU',
			unit: 'ms',
			bare: of(fast, 0, (t) => t.script),
			ours: of(fast, 1, (t) => t.script),
			ratio: 0.3
		},
		{
			name: '/young, scripts read and run, 4× CPU',
			unit: 'ms',
			bare: of(fast, 2, (t) => t.script),
			ours: of(fast, 3, (t) => t.script),
			ratio: 2
		},
		{
			name: 'signed out, blocked after first paint, 4× CPU',
			unit: 'ms',
			bare: of(fast, 0, (t) => t.blocking),
			ours: of(fast, 1, (t) => t.blocking),
			most: 50
		},
		{
			name: '/young, blocked after first paint, 4× CPU',
			unit: 'ms',
			bare: of(fast, 2, (t) => t.blocking),
			ours: of(fast, 3, (t) => t.blocking),
			most: 50
		},
		{ name: 'signed out, layout shift, slow 4G', ours: of(slow, 1, (t) => t.shift), most: 0 },
		{ name: '/young, layout shift, slow 4G', ours: of(slow, 3, (t) => t.shift), most: 0 },
		{
			name: 'page memory, /young against /app',
			unit: 'MB',
			bare: of(weights, 2, (w) => w.memory),
			ours: of(weights, 3, (w) => w.memory),
			ratio: 1.5
		},
		{
			name: 'repeat visit',
			...wire,
			bare: of(weights, 2, (w) => w.again),
			ours: of(weights, 3, (w) => w.again),
			most: 1
		}
	];
}
