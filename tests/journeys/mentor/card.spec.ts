import { MOST_PHOTO_CHARACTERS } from '../../../src/lib/domain/mentors/card';
import { photoTaken, TAKEN_WITH } from '../photo';
import { be, expect, test } from '../test';

/** A mentor's card as the server holds it. */
const kept = (page: import('@playwright/test').Page) =>
	page.evaluate(async () => {
		const { rows } = await (await fetch('/api/sync?since={}')).json();
		return (rows.mentorCards ?? []).map(
			({
				state,
				card,
				capacity
			}: {
				state: string;
				card: { words: object; picture: object };
				capacity: number;
			}) => ({
				...{ state, capacity, words: card.words, picture: card.picture }
			})
		);
	});

test('a mentor changes their card with no signal, half of it outlives a reload, and it goes once', async ({
	page,
	context
}) => {
	await be(page, 'mentor');
	await page.getByRole('link', { name: 'You', exact: true }).click();
	await page.getByRole('link', { name: 'My card' }).click();
	await expect(page.getByRole('button', { name: /my card$/ })).toBeVisible();
	await context.setOffline(true);
	await page.getByRole('button', { name: /my card$/ }).click();
	await page.getByRole('textbox', { name: 'How I am with people' }).fill('Quiet. I turn up.');
	await page.getByRole('radio', { name: 'Boat' }).check({ force: true });
	await page.locator('summary').filter({ hasText: 'Which languages do you speak well?' }).click();
	await page.getByRole('checkbox', { name: 'Welsh' }).check({ force: true });
	await page.getByRole('combobox', { name: /^How many young people/ }).selectOption('2');
	await expect(page.getByRole('article').getByText('Welsh')).toBeVisible();

	await page.reload();
	const how = page.getByRole('textbox', { name: 'How I am with people' });
	await expect(how).toHaveValue('Quiet. I turn up.');
	await expect(page.getByRole('radio', { name: 'Boat' })).toBeChecked();
	await page.getByLabel('Use a photo').setInputFiles(await photoTaken(page));
	await expect(page.getByRole('img', { name: 'The photo on your card' }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Send to my coordinator' }).dblclick();
	await expect(page.getByRole('heading', { name: 'On this phone' })).toBeVisible();
	await expect(page.getByRole('article').getByText('Quiet. I turn up.')).toBeVisible();

	await context.setOffline(false);
	await expect(
		page.getByRole('heading', { name: /with your coordinator|Your coordinator has it/ })
	).toBeVisible({ timeout: 60_000 });
	expect(await kept(page)).toMatchObject([
		{ state: 'sent', words: { how: 'Quiet. I turn up.' }, capacity: 2 }
	]);
	const [{ picture }] = await kept(page);
	expect(picture.photo.length).toBeLessThanOrEqual(MOST_PHOTO_CHARACTERS);
	const [type, bytes = ''] = picture.photo.split(';base64,');
	const file = Buffer.from(bytes, 'base64').toString('latin1');
	expect(type).toBe('data:image/webp');
	expect(file).toMatch(/^RIFF.{4}WEBP/s);
	expect(file).not.toMatch(new RegExp(`Exif|EXIF|XMP |ICCP|${TAKEN_WITH}`));
	await page.getByRole('link', { name: 'Back to You' }).click();
	await expect(page.getByRole('link', { name: /My card.*coordinator/ })).toBeVisible();
});
