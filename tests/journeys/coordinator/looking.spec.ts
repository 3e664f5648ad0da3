import type { Page } from '@playwright/test';
import { atDesk } from '../desk';
import { be, expect, test } from '../test';

const theirs = 'Not walking out is huge. See you Thursday.';

async function askToOpen(desk: Page): Promise<void> {
	await atDesk(desk, 'Pairings');
	await desk.getByRole('link', { name: 'Ash and Sam' }).click();
	await expect(desk.getByText(theirs)).toHaveCount(0);
	await desk.getByRole('link', { name: 'Open it, with a reason' }).click();
	await expect(
		desk.getByText('Ash sees your name, your role and this reason on their phone, at once.')
	).toBeVisible();
}

test('opening a conversation asks a reason, and the reason is on the young person’s phone at once', async ({
	page,
	otherPhone
}) => {
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await ash.getByRole('link', { name: 'You', exact: true }).click();
	await ash.getByRole('link', { name: /Who looked at my things/ }).click();
	await expect(ash.getByRole('heading', { name: 'Nobody yet' })).toBeVisible();

	await be(page, 'coordinator');
	await askToOpen(page);
	await page.getByLabel('Your reason').fill('because');
	await page.getByRole('button', { name: 'Open it and tell them' }).click();
	await expect(page.getByText('Write a reason that says something')).toBeVisible();
	await expect(page.getByLabel('Your reason')).toHaveValue('because');
	await expect(page.getByText(theirs)).toHaveCount(0);

	await page.getByLabel('Your reason').fill('You asked me to look for the climbing times with you.');
	await page.getByRole('button', { name: 'Open it and tell them' }).click();
	await expect(page.getByText('Ash has been told that you opened this, and why.')).toBeVisible();
	await expect(page.getByText(theirs)).toBeVisible();

	await expect(ash.getByRole('heading', { name: /^Nadia, / })).toBeVisible();
	await expect(ash.getByText('You asked me to look for the climbing times with you.')).toBeVisible();
	await expect(ash.getByText('because', { exact: true })).toHaveCount(0);
	await page.getByRole('link', { name: 'Ash and Sam' }).click();
	await expect(page.getByText('You asked me to look for the climbing times with you.')).toBeVisible();
});

test('the safeguarding lead may open a conversation with a reason, and may not pair or invite', async ({
	page,
	otherPhone
}) => {
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await be(page, 'safeguarding');
	for (const place of ['Today', 'People', 'Pairings']) {
		await atDesk(page, place);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(
			page.getByRole('link', { name: /Pair two people|Pair .* with a mentor|Add someone|Make a slip/ })
		).toHaveCount(0);
	}
	for (const door of ['/coordinator/pairings/new', '/coordinator/people/new'])
		expect((await page.request.get(door)).status(), door).toBe(404);

	await askToOpen(page);
	await page.getByLabel('Your reason').fill('Your school rang me about Monday.');
	await page.getByRole('button', { name: 'Open it and tell them' }).click();
	await expect(page.getByText(theirs)).toBeVisible();
	await ash.getByRole('link', { name: 'You', exact: true }).click();
	await ash.getByRole('link', { name: /Who looked at my things/ }).click();
	await expect(ash.getByRole('heading', { name: /^Tom, / })).toBeVisible();
	await expect(ash.getByText('Your school rang me about Monday.')).toBeVisible();
});
