import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { lookOver } from '../everyone/look-over';
import { photoTaken, TAKEN_WITH } from '../photo';
import { be, expect, test } from '../test';

const KEEPSAKE = '/young/keepsake/demo-pair-jo';

async function tick(page: Page, part: string, ...words: string[]): Promise<void> {
	await page.getByRole('main').getByRole('link', { name: part }).click();
	for (const one of words) {
		await page.getByRole('checkbox', { name: one }).check({ force: true });
		await expect(page.getByRole('checkbox', { name: one })).toBeChecked();
	}
	await page.getByRole('link', { name: 'Your keepsake' }).click();
}

test('Jo makes a keepsake with no signal, and it opens without us: exactly what Jo picked', async ({
	page,
	context,
	browser
}, { outputDir }) => {
	await page.addInitScript(() => {
		const share = async ({ files = [] }: ShareData) => void (document.title = files[0]?.name ?? '');
		Object.assign(navigator, { canShare: () => true, share });
	});
	await be(page, 'young-ending');
	await page.goto('/young/you');
	await page.getByRole('link', { name: 'Your keepsake' }).click();
	await expect(page.getByText('What I’m taking with me').first()).toBeVisible();
	const photo = await photoTaken(page);
	await context.setOffline(true);

	await tick(page, 'Goals you finished', 'get the bus by myself');
	await tick(page, 'Messages', 'can we do the cinema for the last one');
	await page.getByRole('link', { name: 'The cover' }).click();
	await page.getByRole('textbox', { name: 'Its title' }).fill('<b>Jo’s</b> "year" & سنة 👩🏽‍🏫');
	await page.getByRole('radio', { name: 'Purple' }).check({ force: true });
	await page.getByRole('link', { name: 'Your keepsake' }).click();
	await page.getByRole('link', { name: 'Your pictures' }).click();
	await page.getByLabel('Choose a picture').setInputFiles(photo);
	await page.getByRole('textbox', { name: 'A few words under picture 1' }).fill('the bench');
	await page.getByRole('link', { name: 'Your keepsake' }).click();
	await page.getByRole('link', { name: 'Look at it' }).click();
	await expect(page.getByText('Made on 24 November 2026')).toBeVisible();
	await page.getByRole('link', { name: 'Take it with you' }).click();
	await page.getByRole('textbox', { name: 'What the file is called' }).fill('homework/2');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save it on this phone' }).click()
	]);
	expect(download.suggestedFilename()).toBe('homework 2.html');
	const file = join(outputDir, 'kept.html');
	await download.saveAs(file);
	await page.getByRole('button', { name: 'Send it or put it somewhere' }).click();
	await expect(page).toHaveTitle('homework 2.html');
	const text = await readFile(file, 'utf8');
	expect(text).not.toContain(TAKEN_WITH);
	expect(text).toContain('@font-face');

	const alone = await browser.newContext({ offline: true, colorScheme: 'light' });
	const asked: string[] = [];
	alone.on('request', (request) => asked.push(request.url().slice(0, 5)));
	const book = await alone.newPage();
	await book.goto(pathToFileURL(file).href);
	await expect(book.getByRole('heading')).toHaveText([
		'<b>Jo’s</b> "year" & سنة 👩🏽‍🏫',
		'What I did',
		'get the bus by myself',
		'What we wrote',
		'Pictures'
	]);
	await expect(book.locator('blockquote')).toHaveText(['can we do the cinema for the last one']);
	const picture = book.getByRole('img', { name: 'Picture 1' });
	await expect(picture).toBeVisible();
	expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
	await expect(book.getByText('the bench')).toBeVisible();
	await expect(book.locator('script, link, iframe')).toHaveCount(0);
	await lookOver(book, 'the keepsake');
	expect(asked.filter((address) => address !== 'data:')).toEqual(['file:']);
	await alone.close();

	// Once there is signal, the picks are on Jo’s other phones; the cover and the picture stay here.
	await context.setOffline(false);
	const onServer = () =>
		page.evaluate(async () => {
			const { rows } = await (await fetch('/api/sync?since={}')).json();
			return JSON.stringify(rows.keepsakePicks?.map((pick: { thing: string }) => pick.thing).sort() ?? []);
		});
	await expect.poll(onServer, { timeout: 60_000 }).toBe('["goal","message"]');
	for (const path of ['', '/goals', '/cover', '/pictures', '/look', '/take']) {
		await page.goto(KEEPSAKE + path);
		await expect(page.getByRole('main').getByText(/./).first()).toBeVisible();
		await lookOver(page, KEEPSAKE + path);
	}
});
