import { be, expect, test } from '../test';
import { databases } from '../phone';

test('Ash signs out a phone that is elsewhere, and it ends there at once', async ({ page, otherPhone }) => {
	const lost = await otherPhone.newPage();
	await be(lost, 'young');
	await lost.getByRole('link', { name: 'Messages' }).click();
	await expect(lost.getByText('Not walking out is huge.')).toBeVisible();

	await be(page, 'young');
	await page.getByRole('link', { name: 'You', exact: true }).click();
	await page.getByRole('link', { name: 'My phones' }).click();
	await expect(page.getByText('This one')).toBeVisible();
	await page.getByRole('button', { name: /^Sign out on / }).click();
	await page.getByRole('button', { name: 'Leave it' }).click();
	await page.getByRole('button', { name: /^Sign out on / }).click();
	await page.getByRole('button', { name: 'Sign out there' }).click();
	await expect(page.getByText('You’re signed in nowhere else.')).toBeVisible();

	await expect(lost.getByText('Nobody is signed in on this phone')).toBeVisible();
	await expect(lost.getByText(/Sam|Ash/)).toHaveCount(0);
	await expect.poll(() => databases(lost)).toEqual(['corner']);
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByText('Next time with Sam')).toBeVisible();
});
