import { bringNewer, oneWaits } from '../newer';
import { be, expect, test } from '../test';

test('a newer version waits until Sam says so, and is used from then on', async ({ page, server }, info) => {
	await be(page, 'mentor');
	const answer = page.getByRole('link', { name: 'Answer Ash' });
	await expect(answer).toBeVisible();
	await bringNewer(server, info.outputPath('newer'));

	await page.reload();
	await expect(page.getByText('A new version is ready')).toBeVisible();
	expect(await oneWaits(page)).toBe(true);
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.getByText('A new version is ready')).toHaveCount(0);
	await expect(answer).toBeVisible();
	expect(await oneWaits(page)).toBe(false);
});
