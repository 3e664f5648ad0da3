import { atDesk } from '../desk';
import { be, expect, test } from '../test';

test('two people are paired by hand, with hours and a weekly meeting, and it all comes to the phone by itself', async ({
	page,
	otherPhone
}) => {
	const remi = await otherPhone.newPage();
	await be(remi, 'young-new');
	await expect(remi.getByText('Do you want a mentor?')).toBeVisible();

	await be(page, 'coordinator');
	await page.goto('/coordinator/pairings/new?young=demo-person-remi');
	await expect(page.getByLabel('Young person', { exact: true })).toHaveValue('demo-person-remi');
	await page.getByRole('button', { name: 'Pair them' }).click();
	await expect(page.getByText('Choose one.')).toBeVisible();
	await expect(page.getByLabel('Young person', { exact: true })).toHaveValue('demo-person-remi');
	await page.getByLabel('Mentor', { exact: true }).selectOption({ label: 'Dee (one young person now)' });
	await page.getByRole('checkbox', { name: 'Friday' }).check();
	await page.getByLabel('Friday, from').fill('15:00');
	await page.getByLabel('Friday, to').fill('17:00');
	await page.getByRole('button', { name: 'Pair them' }).click();
	await expect(page.getByText('They are paired. Next: write when they meet.')).toBeVisible();

	await expect(remi.getByText('No day is set yet')).toBeVisible();
	await page.getByLabel('First meeting', { exact: true }).fill('2026-11-27');
	await page.getByLabel('Time', { exact: true }).fill('15:45');
	await page.getByLabel('Where', { exact: true }).fill('The boathouse');
	await page.getByRole('button', { name: 'Save the meeting' }).click();
	await expect(page.getByText('The meeting is saved. Both see it.')).toBeVisible();
	await expect(page.getByText('Every Friday at 3:45 pm')).toBeVisible();

	await expect(remi.getByText('Next time with Dee')).toBeVisible();
	const main = remi.getByRole('main');
	await expect(main).toContainText('Friday');
	await expect(main).toContainText('3:45 pm');
	await expect(main).toContainText('The boathouse');
	await remi.getByRole('link', { name: 'Messages' }).click();
	await expect(remi.getByText(/^Dee reads Monday to Thursday.* Friday/)).toBeVisible();

	await page.getByText('Change the hours').click();
	for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])
		await page.getByRole('checkbox', { name: day }).uncheck();
	await page.getByRole('button', { name: 'Save the hours' }).click();
	await expect(page.getByText('The hours are saved and count from now.')).toBeVisible();
	await expect(remi.getByText(/^Dee reads Friday/)).toBeVisible();
});

test('people who are paired already are not paired twice', async ({ page }) => {
	await be(page, 'coordinator');
	await atDesk(page, 'Pairings');
	await page.getByRole('link', { name: 'Pair two people' }).click();
	await page.getByLabel('Young person', { exact: true }).selectOption('demo-person-ash');
	await page.getByLabel('Mentor', { exact: true }).selectOption('demo-person-sam');
	await page.getByRole('button', { name: 'Pair them' }).click();
	await expect(page.getByText('These two are paired already.')).toBeVisible();
});
