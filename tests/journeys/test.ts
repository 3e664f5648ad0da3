import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Server } from '../running-server';

/** What a browser says when a server is away or refuses: part of many journeys, and not a fault of a page. */
const EXPECTED = /Failed to load resource|net::ERR_|EventSource|the server responded with a status/;

/** Tuesday 24 November 2026, 6 pm in London: inside the cast's reading hours. */
export const IN_HOURS = '2026-11-24T18:00:00Z';
/** The same evening, 11:40 pm: nobody reads. */
export const AT_NIGHT = '2026-11-24T23:40:00Z';

interface Fixtures {
	/** The moment at which the server's clock starts. */
	demoNow: string;
	settings: Record<string, string>;
	server: Server;
	/** A second browser, on its own phone. */
	otherPhone: BrowserContext;
	/** Faults that any page showed; the test fails if there are some. */
	faults: string[];
}

export const test = base.extend<Fixtures>({
	demoNow: [IN_HOURS, { option: true }],
	settings: [{}, { option: true }],
	server: async ({ demoNow, settings }, use) => {
		const all = settings.DEMO === 'off' ? settings : { DEMO_NOW: demoNow, ...settings };
		const server = await Server.open(all, all.DEMO_NOW === IN_HOURS ? process.env.FILLED : undefined);
		await use(server);
		await server.close();
	},
	baseURL: async ({ server }, use) => use(server.url),
	faults: [
		async ({}, use) => {
			const faults: string[] = [];
			await use(faults);
			expect(faults, 'faults on the pages').toEqual([]);
		},
		{ auto: true }
	],
	context: async ({ context, faults, server }, use) => {
		watch(context, faults, server.url);
		await use(context);
	},
	otherPhone: async ({ browser, faults, server, contextOptions, viewport }, use) => {
		const context = await browser.newContext({ ...contextOptions, viewport, baseURL: server.url });
		watch(context, faults, server.url);
		await use(context);
		await context.close();
	}
});

function watch(context: BrowserContext, faults: string[], origin: string): void {
	context.on('weberror', (error) => faults.push(`error: ${error.error().message}`));
	context.on('console', (message) => {
		if (message.type() === 'error' && !EXPECTED.test(message.text()))
			faults.push(`console: ${message.text()}`);
	});
	context.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`outside: ${url}`);
	});
}

/** Opens the demo as one of the cast and waits until the app under their hand works without a network. */
export async function be(page: Page, key: string): Promise<void> {
	await page.goto(`/demo/${key}`);
	if (/young|mentor/.test(key)) await settled(page);
}

/** Until the worker has stored the app and looks after this page. */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((there) =>
			navigator.serviceWorker.addEventListener('controllerchange', there, { once: true })
		);
	});
}

export { expect };
