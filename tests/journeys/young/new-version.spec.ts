import { bringNewer, oneWaits } from '../newer';
import { draftKept } from '../phone';
import { be, expect, test } from '../test';

test('a newer version waits until Ash says so, keeps what is half-written, and is used from then on', async ({
	page,
	server
}, info) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await bringNewer(server, info.outputPath('newer'));

	await page.reload();
	await expect(page.getByText('A new version is ready')).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	const box = page.getByRole('textbox', { name: 'Write to Sam' });
	await box.pressSequentially('i was just about to');
	await draftKept(page, 'i was just about to');
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.getByText('A new version is ready')).toHaveCount(0);
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	await expect(box).toHaveValue('i was just about to');
	expect(await oneWaits(page)).toBe(false);
});
