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
	const inTime = page.getByRole('region', { name: /Waiting, still in time/ });
	await expect(inTime.getByText('Ash is waiting for Sam.')).toBeVisible();

	await first.getByRole('link', { name: 'Open Kit and Dee' }).click();
	await expect(page.getByText('Ring Dee first.')).toBeVisible();
	await expect(page.getByText('are we still on for saturday?')).toHaveCount(0);
	await atDesk(page, 'Pairings');
	await expect(page.getByRole('row').filter({ hasText: 'Kit and Dee' })).toContainText('late');
});
