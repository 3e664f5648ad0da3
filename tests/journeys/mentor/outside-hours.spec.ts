import { AT_NIGHT, be, expect, test } from '../test';
import { bubble, keptOnServer, say } from '../phone';

test.use({ demoNow: AT_NIGHT });

test('what Sam writes at night waits, says until when, and reaches Ash when the hours begin', async ({
	page,
	otherPhone,
	server
}) => {
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await ash.getByRole('link', { name: 'Messages' }).click();
	await be(page, 'mentor');
	await page.getByRole('link', { name: 'Answer Ash' }).click();
	await expect(page.getByText(/^Ash gets this tomorrow at 4\spm/)).toBeVisible();
	await say(page, 'Sleep well when you can');
	await say(ash, 'still awake');
	await expect(bubble(page, 'Sleep well when you can')).toContainText('Waits until tomorrow, 4 pm');

	// Sam’s screen is open on it. That Sam saw it came back after Sam’s own words would have.
	await expect(bubble(page, 'still awake')).toBeVisible();
	await expect(bubble(ash, 'still awake')).toContainText('Sam has seen this');
	await expect(ash.getByText('Sleep well when you can')).toHaveCount(0);
	expect((await keptOnServer(ash)).messages).not.toContain('Sleep well when you can');

	await server.stop();
	server.settings.DEMO_NOW = '2026-11-25T16:01:00Z';
	await server.start();
	await expect(bubble(ash, 'Sleep well when you can')).toBeVisible({ timeout: 60_000 });
	await expect(bubble(page, 'Sleep well when you can')).not.toContainText('Waits until', { timeout: 60_000 });
});
