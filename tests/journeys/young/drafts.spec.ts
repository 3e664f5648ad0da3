import { bubble, draftKept, keptOnServer, REACHED } from '../phone';
import { be, expect, test } from '../test';

test('half a message outlives a reload and a closed app, and is gone once it is sent', async ({
	page,
	context
}) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	const writeTo = { name: 'Write to Sam' };
	await page.getByRole('textbox', writeTo).pressSequentially('its about the');
	await draftKept(page, 'its about the');
	await page.reload();
	await expect(page.getByRole('textbox', writeTo)).toHaveValue('its about the');

	await context.setOffline(true);
	await page.getByRole('textbox', writeTo).pressSequentially(' bus');
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await draftKept(page, 'its about the bus');
	await page.close();
	const reopened = await context.newPage();
	await reopened.goto('/young/messages');
	await expect(reopened.getByRole('textbox', writeTo)).toHaveValue('its about the bus');

	await context.setOffline(false);
	await reopened.getByRole('button', { name: 'Send to Sam' }).click();
	await expect(bubble(reopened, 'its about the bus')).toContainText(REACHED, { timeout: 60_000 });
	await draftKept(reopened, undefined);
	await reopened.reload();
	await expect(bubble(reopened, 'its about the bus')).toContainText(REACHED);
	await expect(reopened.getByRole('textbox', writeTo)).toHaveValue('');
	expect((await keptOnServer(reopened)).messages.filter((body) => body.includes('bus'))).toHaveLength(1);
});

test('half a check-in outlives a reload, its face and its line', async ({ page }) => {
	await be(page, 'young');
	const again = page.getByRole('button', { name: 'Say something new' });
	const face = page.getByRole('radio', { name: 'rough' });
	await expect(face.or(again).first()).toBeVisible();
	if (await again.isVisible()) await again.click();
	await face.check({ force: true });
	await page.getByRole('textbox').pressSequentially('it was the');
	await draftKept(page, { feeling: 'rough', line: 'it was the', hope: 'reply' });
	await page.reload();
	await expect(page.getByRole('textbox')).toHaveValue('it was the');
	await expect(face).toBeChecked();
	await page.locator('form').getByRole('button', { name: 'Not now' }).click();
	await draftKept(page, undefined);
	await page.reload();
	await expect(face.or(again).first()).toBeVisible();
	await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('half a message is shown to nobody after leaving quickly, and is back with Ash', async ({ page }) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	await page.getByRole('textbox', { name: 'Write to Sam' }).pressSequentially('only for sam');
	await draftKept(page, 'only for sam');
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await page.getByRole('button', { name: 'Leave quickly' }).click();
	await page.waitForURL('**/times-tables');

	await page.goto('/demo/young-ending');
	await expect(page.getByRole('heading', { name: /Jo/ })).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByRole('textbox', { name: /^Write to/ })).toHaveValue('');

	await page.goto('/demo/young');
	await page.goto('/young/messages');
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toHaveValue('only for sam');
});
