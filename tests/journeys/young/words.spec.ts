import { atDesk } from '../desk';
import { be, expect, test } from '../test';
import { bubble, REACHED } from '../phone';

test('a phone number in a message is noticed: Ash is told why it matters, and decides', async ({ page }) => {
	await be(page, 'young');
	await page.getByRole('link', { name: 'Messages' }).click();
	const box = page.getByRole('textbox', { name: 'Write to Sam' });
	const words = 'my new number is 07700 900456';
	await box.fill(words);
	await page.getByRole('button', { name: 'Send to Sam' }).click();
	await expect(page.getByRole('heading', { name: 'Do you want to share this?' })).toBeFocused();
	await expect(page.getByText('A phone number: 07700 900456')).toBeVisible();
	await expect(page.getByText(/can’t be unsent/)).toBeVisible();
	await page.getByRole('button', { name: 'Change it' }).click();
	await expect(box).toBeFocused();
	await expect(box).toHaveValue(words);
	await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(0);

	await page.getByRole('button', { name: 'Send to Sam' }).click();
	await page.getByRole('button', { name: 'Send it anyway' }).click();
	await expect(bubble(page, words)).toContainText(REACHED);
	await expect(box).toHaveValue('');
});

test('what could not be sent stays with its reason, until Ash puts it back in the box or away', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young');
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
	await context.setOffline(true);
	for (const words of ['one more thing', 'and another']) {
		await page.getByRole('textbox', { name: 'Write to Sam' }).fill(words);
		await page.getByRole('button', { name: 'Send to Sam' }).click();
		await expect(bubble(page, words)).toContainText('On this phone');
	}

	const desk = await otherPhone.newPage();
	await be(desk, 'coordinator');
	await atDesk(desk, 'People');
	await desk.getByRole('link', { name: 'Sam', exact: true }).click();
	await desk.locator('summary', { hasText: 'Take away' }).click();
	await expect(desk.getByText(/Sam is paired with .*Ash.* That ends now/)).toBeVisible();
	await desk.getByRole('button', { name: 'Take away: mentor' }).click();
	await expect(desk.getByText('The role is gone and what it opened is closed.')).toBeVisible();

	await context.setOffline(false);
	for (const words of ['one more thing', 'and another'])
		await expect(bubble(page, words)).toContainText('We couldn’t send this: your time together has ended', {
			timeout: 60_000
		});
	await expect(page.getByText('Your time with Sam has ended, so nothing new can be sent.')).toBeVisible();
	await page.reload();
	await expect(bubble(page, 'one more thing')).toContainText('We couldn’t send this');
	await bubble(page, 'one more thing').getByRole('button', { name: 'Put it away' }).click();
	await expect(page.getByText('one more thing')).toHaveCount(0);
	await expect(bubble(page, 'and another')).toContainText('We couldn’t send this');
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
});
