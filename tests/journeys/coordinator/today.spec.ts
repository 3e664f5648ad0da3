import { atDesk } from '../desk';
import { be, expect, test } from '../test';

test('today begins with the reply that is late, and leads to the two it is between', async ({ page }) => {
	await be(page, 'coordinator');
	await expect(page.getByRole('heading', { level: 1, name: 'One reply is late' })).toBeVisible();
	const first = page.getByRole('main').getByRole('region').first();
	await expect(first.getByRole('heading')).toContainText('Late replies');
	await expect(first.getByRole('listitem')).toHaveCount(1);
	await expect(first.getByRole('listitem')).toContainText('Kit is waiting for Dee.');
	await expect(first.getByRole('listitem')).toContainText(/Promised by .* late\./);
	await expect(first.getByRole('listitem')).toContainText(/Dee was reminded .* You at the desk were asked /);
	const inTime = page.getByRole('region', { name: /Waiting, still in time/ });
	await expect(inTime.getByText('Ash is waiting for Sam.')).toBeVisible();

	await first.getByRole('link', { name: 'Open Kit and Dee' }).click();
	await expect(page.getByText('Ring Dee first.')).toBeVisible();
	await expect(page.getByText('are we still on for saturday?')).toHaveCount(0);
	await atDesk(page, 'Pairings');
	await expect(page.getByRole('row').filter({ hasText: 'Kit and Dee' })).toContainText('late');
});

test('Nadia says what she did about a late answer, and Ash reads it on the phone without a reload', async ({
	page,
	otherPhone,
	server
}) => {
	// Two days on, and Sam has not answered.
	await server.stop();
	server.settings.DEMO_NOW = '2026-11-26T12:00:00Z';
	await server.start();
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	const truth = ash.getByRole('region', { name: 'Sam hasn’t answered yet' });
	await expect(truth).toContainText('The coordinator is looking into it.');

	await be(page, 'coordinator');
	await page.getByRole('link', { name: 'Open Ash and Sam' }).first().click();
	const looked = page.getByRole('region', { name: 'I’ve looked into it' });
	await looked.getByRole('button', { name: 'Tell Ash' }).click();
	await expect(looked.getByText('Choose what you did.')).toBeVisible();
	await looked.getByRole('radio', { name: 'I have spoken to Sam' }).check();
	await looked.getByRole('button', { name: 'Tell Ash' }).click();
	await expect(page.getByText('It is on their phone.')).toBeVisible();
	await expect(truth).toContainText('Nadia has spoken to Sam.');

	await truth.getByRole('link', { name: 'If nobody answers' }).click();
	await expect(
		ash.getByText(/Sam answers within 4\shours, counting only the hours you two agreed/)
	).toBeVisible();
	await expect(ash.getByText(/^After another 2\shours of those hours/)).toBeVisible();
});
