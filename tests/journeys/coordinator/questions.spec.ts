import { atDesk } from '../desk';
import { ARRIVES } from '../introducing';
import { be, expect, test } from '../test';

test('Nadia changes the words of a question, and Remi is asked in them; what was typed wrongly is kept', async ({
	page,
	otherPhone
}) => {
	const remi = await otherPhone.newPage();
	await be(remi, 'young-new');
	await remi.goto('/young/wish/age');
	await remi.getByRole('checkbox', { name: '60 and over' }).check({ force: true });
	await expect(remi.getByRole('radio', { name: 'Must have' })).toBeAttached();

	await page.setViewportSize({ width: 1280, height: 800 });
	await be(page, 'coordinator');
	await atDesk(page, 'What we ask');
	await page.getByRole('link', { name: 'How old would they be?' }).click();
	await page.getByLabel('What the young person is asked').fill('  ');
	await page.getByLabel('A line under the question').fill('Only if it matters to you.');
	await page.getByLabel('Choice 4', { exact: true }).fill('Over 60');
	await page.getByLabel('A new choice').first().fill('It doesn’t matter');
	await page.getByRole('checkbox', { name: /^Remove.*40s/ }).check();
	await page.getByRole('button', { name: 'Save this question' }).click();
	await expect(page.getByText('Write it on one line, in 1 to 120 letters.')).toBeVisible();
	await expect(page.getByLabel('A line under the question')).toHaveValue('Only if it matters to you.');
	await expect(page.getByLabel('Choice 4', { exact: true })).toHaveValue('Over 60');
	await expect(page.getByLabel('A new choice').first()).toHaveValue('It doesn’t matter');
	await expect(page.getByRole('checkbox', { name: /^Remove.*40s/ })).toBeChecked();
	await page.getByLabel('What the young person is asked').fill('What age feels right?');
	await page.getByRole('button', { name: 'Save this question' }).click();
	await expect(page.getByText('The question is saved.')).toBeVisible();
	await page.getByRole('button', { name: 'Move down: What age feels right?' }).click();
	await page.getByRole('button', { name: 'Stop asking: Who do you feel most at ease with?' }).click();
	await expect(page.getByText('It is no longer asked, and no longer matched.')).toBeVisible();

	await expect(remi.getByRole('heading', { name: 'What age feels right?' })).toBeVisible(ARRIVES);
	await expect(remi.getByText('Only if it matters to you.')).toBeVisible();
	await expect(remi.getByRole('checkbox', { name: 'Over 60' })).toBeChecked();
	await expect(remi.getByRole('checkbox', { name: 'It doesn’t matter' })).not.toBeChecked();
	await expect(remi.getByRole('checkbox', { name: /40s/ })).toHaveCount(0);
	await expect(remi.getByText('1 of 14 · saved as you go')).toBeVisible();

	await page.getByText('Back to the first questions', { exact: true }).click();
	await page.getByRole('button', { name: 'Go back to the first questions' }).click();
	await expect(page.getByText('These are the first questions again.')).toBeVisible();
	await expect(remi.getByRole('heading', { name: 'How old would they be?' })).toBeVisible(ARRIVES);
	await expect(remi.getByRole('checkbox', { name: '60 and over' })).toBeChecked();
});
