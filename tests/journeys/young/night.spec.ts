import { AT_NIGHT, be, expect, test } from '../test';
import { bubble, say } from '../phone';

test.use({ demoNow: AT_NIGHT });

test('at night Ash is told that nobody reads, when Sam does, and who is awake; what Ash writes is kept', async ({
	page,
	context
}) => {
	await be(page, 'young');
	await page.getByRole('button', { name: 'Say something new' }).click();
	await expect(page.getByText(/Nobody reads this tonight\. Sam reads it tomorrow at 4\spm/)).toBeVisible();
	const awake = page.getByRole('region', { name: 'Is tonight hard?' });
	await expect(awake.getByRole('link', { name: /^Call / })).toHaveAttribute('href', /^tel:\d/);
	await expect(awake.getByRole('link', { name: /^Text / })).toHaveAttribute('href', /^sms:/);

	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('It’s 11:40 pm now, so nobody reads tonight.')).toBeVisible();
	await expect(awake).toBeVisible();
	await say(page, 'cannot sleep');
	await expect(bubble(page, 'cannot sleep')).toContainText('Sam reads this tomorrow at 4 pm');

	await context.setOffline(true);
	await page.getByRole('link', { name: 'Help now' }).click();
	const lines = page.getByRole('region', { name: 'People who help' }).getByRole('article');
	await expect(lines.first()).toContainText('Awake now');
	await expect(lines.first().getByRole('link').first()).toHaveAttribute('href', /^(tel|sms):/);
	await expect(lines.filter({ hasText: 'Childline' }).getByRole('link').first()).toHaveAttribute(
		'href',
		'tel:08001111'
	);
});
