import { expect, type Page } from '@playwright/test';

/** What the server holds for whoever is signed in on this page. */
export async function keptOnServer(page: Page): Promise<{ messages: string[]; checkIns: string[] }> {
	const rows = await page.evaluate(async () => (await (await fetch('/api/sync?since={}')).json()).rows);
	return {
		messages: (rows.messages ?? []).map((row: { body: string }) => row.body),
		checkIns: (rows.checkIns ?? []).map((row: { line: string }) => row.line)
	};
}

/** What stands under something of a young person’s once it is safe on the server. */
export const REACHED = /You’ll hear by|reads this|has seen this/;

export async function checkIn(page: Page, feeling: string, line: string, hope: string): Promise<void> {
	await page.getByRole('link', { name: 'Home' }).click();
	const again = page.getByRole('button', { name: 'Say something new' });
	const face = page.getByRole('radio', { name: feeling });
	await expect(face.or(again).first()).toBeVisible();
	if (await again.isVisible()) await again.click();
	await face.check({ force: true });
	await page.getByRole('textbox').fill(line);
	await page.getByRole('radio', { name: hope }).check({ force: true });
	await page.getByRole('button', { name: /^Send to/ }).click();
	await expect(page.getByText(line)).toBeVisible();
}

/** Writes in the thread that is open. Resolves once it stands there, sent or not. */
export async function say(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox', { name: /^Write to/ }).fill(words);
	await page.getByRole('button', { name: /^Send to/ }).click();
	await expect(bubble(page, words)).toBeVisible();
}

export function bubble(page: Page, words: string) {
	return page
		.getByRole('article')
		.filter({ hasText: words })
		.or(page.locator('li').filter({ hasText: words }))
		.first();
}

/**
 * Puts a row where a sync would have put it, and opens the app on it: for screens that only somebody at the desk can
 * bring about.
 */
export async function putRow(page: Page, table: string, row: object): Promise<void> {
	await page.evaluate(
		async ({ table, row }) => {
			const name = (await indexedDB.databases())
				.map((one) => one.name ?? '')
				.find((one) => one.startsWith('corner-'));
			const asked = indexedDB.open(name ?? '');
			await new Promise((done) => (asked.onsuccess = done));
			const put = asked.result.transaction(table, 'readwrite').objectStore(table).put(row);
			await new Promise((done) => (put.onsuccess = done));
			asked.result.close();
		},
		{ table, row }
	);
	await page.reload();
}

/** Names of the databases that this browser holds. */
export function databases(page: Page): Promise<string[]> {
	return page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name ?? '').sort());
}

/** What sealing adds to the words. */
const SEAL_BYTES = 16;

/** Until this, and nothing else half-written, is kept on the phone. It is sealed, so only its length can be seen. */
export async function draftKept(page: Page, words: unknown): Promise<void> {
	const lengths = () =>
		page.evaluate(async () => {
			const database = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open('corner');
				request.onsuccess = () => resolve(request.result);
			});
			const rows = await new Promise<{ sealed: ArrayBuffer }[]>((resolve) => {
				const request = database.transaction('drafts').objectStore('drafts').getAll();
				request.onsuccess = () => resolve(request.result);
			});
			database.close();
			return rows.map((row) => row.sealed.byteLength);
		});
	await expect.poll(lengths).toEqual(words === undefined ? [] : [JSON.stringify(words).length + SEAL_BYTES]);
}
