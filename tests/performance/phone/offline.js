import { setTimeout as pause } from 'node:timers/promises';
import { opening, pocket, ready, slowDown, switchOn, workerReady } from './browser.js';
import { putMuch } from './much.js';

/** @typedef {import('./line.js').Line} Line */
/** @typedef {import('../table.js').Figure} Figure */
/** @typedef {import('@playwright/test').Cookie} Cookie */

const ROUNDS = 7;
const SENDS = 9;
const ASH = 'demo-person-ash';

/** A phone on which the app has been opened once, and is switched off. @param {Line} line @param {string} path @param {Cookie[]} cookies @param {boolean} [much] */
async function prepared(line, path, cookies, much = false) {
	const { dir, empty } = pocket();
	const phone = await switchOn(dir);
	await phone.addCookies(cookies);
	const page = phone.pages()[0] ?? (await phone.newPage());
	await page.goto(line.url + path, { waitUntil: 'load' });
	await ready(page);
	await workerReady(page);
	await line.quiet();
	if (much) await putMuch(page, ASH);
	// The browser writes its cookies down a little later.
	await pause(1_000);
	await phone.close();
	return { dir, empty, address: line.url + path };
}

/** Switches a phone on without signal and opens the app. @param {{ dir: string, address: string }} phone @param {number} rate */
async function openCold({ dir, address }, rate) {
	const phone = await switchOn(dir);
	const page = phone.pages()[0] ?? (await phone.newPage());
	await slowDown(page, rate);
	await page.goto(address, { waitUntil: 'load' });
	await ready(page);
	const how = await opening(page);
	await phone.close();
	return how;
}

/**
 * Opening cold without signal, with little and with much on the phone, and sending a message there.
 * @param {{ bare: Line, ours: Line, cookies: Cookie[] }} phones the lines are cut for good
 * @returns {Promise<Figure[]>}
 */
export async function offline({ bare, ours, cookies }) {
	const phones = [
		await prepared(bare, '/app', []),
		await prepared(ours, '/young', cookies),
		await prepared(ours, '/young', cookies, true)
	];
	try {
		await bare.cut();
		await ours.cut();
		/** @type {Figure[]} */
		const figures = [];
		for (const rate of [4, 10]) {
			/** @type {Awaited<ReturnType<typeof openCold>>[][]} */
			const took = phones.map(() => []);
			for (let round = 0; round < ROUNDS; round++)
				for (const [index, phone] of phones.entries()) took[index]?.push(await openCold(phone, rate));
			figures.push(...compared(took, rate));
		}
		for (const [index, amount] of /** @type {const} */ ([
			[1, ''],
			[2, ', 2,000 messages']
		])) {
			const phone = phones[index];
			if (phone)
				figures.push({
					name: `tap Send to the message on screen, offline, 4× CPU${amount}`,
					unit: 'ms',
					ours: await sending(phone),
					most: 50
				});
		}
		return figures;
	} finally {
		for (const { empty } of phones) empty();
	}
}

/** @param {Awaited<ReturnType<typeof openCold>>[][]} took @param {number} rate @returns {Figure[]} */
function compared([bare = [], little = [], much = []], rate) {
	const cold = `offline cold open, ${rate}× CPU`;
	/** @param {typeof bare} all */
	const readyIn = (all) => all.map((one) => one.ready);
	/** @param {typeof bare} all */
	const paintedIn = (all) => all.map((one) => one.firstPaint);
	const unit = 'ms';
	const bound = rate === 4;
	return [
		{
			name: `${cold}: first paint`,
			unit,
			bare: paintedIn(bare),
			ours: paintedIn(little),
			ratio: bound ? 1.4 : undefined
		},
		{
			name: `${cold}: next meeting`,
			unit,
			bare: readyIn(bare),
			ours: readyIn(little),
			ratio: bound ? 1.6 : undefined
		},
		{
			name: `${cold}: next meeting, 2,000 messages against few`,
			unit,
			bare: readyIn(little),
			ours: readyIn(much),
			ratio: bound ? 1.25 : undefined
		},
		{ name: `${cold}: layout shift`, ours: little.map((one) => one.shift), most: bound ? 0 : undefined }
	];
}

/** From the tap to the frame that shows the message. @param {{ dir: string, address: string }} prepared */
async function sending({ dir, address }) {
	const phone = await switchOn(dir);
	const page = phone.pages()[0] ?? (await phone.newPage());
	await page.goto(`${address}/messages`, { waitUntil: 'load' });
	await page.getByRole('button', { name: /^Send to/ }).waitFor();
	await slowDown(page, 4);
	/** @type {number[]} */
	const took = [];
	for (let n = 0; n <= SENDS; n++) {
		const words = `message number ${n} of ${SENDS}, written on the bus`;
		await page.getByRole('textbox', { name: /^Write to/ }).fill(words);
		await page.evaluate((text) => {
			const shown = new Promise((resolve) => {
				let began = NaN;
				addEventListener('click', (event) => (began = event.timeStamp), { capture: true, once: true });
				const observer = new MutationObserver(() => {
					if (!document.querySelector('[role=log]')?.textContent?.includes(text)) return;
					observer.disconnect();
					requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
				});
				observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			});
			Object.assign(globalThis, { shown });
		}, words);
		await page.getByRole('button', { name: /^Send to/ }).click();
		const ms = await page.evaluate(() => /** @type {any} */ (globalThis).shown);
		// The first one also loads what only sending needs.
		if (n > 0) took.push(ms);
	}
	await phone.close();
	return took;
}
