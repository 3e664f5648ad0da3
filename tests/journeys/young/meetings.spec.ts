import type { Page } from '@playwright/test';
import { be, expect, test } from '../test';

/** What one phone said reaches the other by itself; a busy machine takes its time. */
const ARRIVES = { timeout: 60_000 };

/** Opens the next meeting from the screen on which the app opens. */
async function openNext(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Open this meeting' }).first().click();
	await expect(page.getByRole('heading', { name: 'Ideas for when you meet' })).toBeVisible();
}

/** Sam’s meeting with Ash of this Thursday, from the list. */
async function openAsh(page: Page): Promise<void> {
	await page.goto('/mentor/meetings');
	await page
		.getByRole('link', { name: /26 November.*with Ash/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { name: 'Ideas for when you meet' })).toBeVisible();
}

async function askToMove(page: Page, long: string | undefined, ...times: RegExp[]): Promise<void> {
	await page.getByRole('button', { name: 'Can we move it?' }).click();
	if (long) await page.getByLabel('How long').selectOption(long);
	for (const time of times) await page.getByRole('button', { name: time }).click();
	await page.getByRole('button', { name: /^Ask / }).click();
	await expect(page.getByRole('heading', { name: 'You asked to move it' })).toBeVisible();
}

/** Until what was said here is on the server, which then holds this of the two’s meetings. */
async function onServer(page: Page, words: string): Promise<void> {
	const rows = () => page.evaluate(async () => (await fetch('/api/sync?since={}')).text());
	await expect.poll(rows, ARRIVES).toContain(words);
}

test('Ash asks to move it with no signal, Sam asks too, and both end up with the time they both meant', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young');
	await page.getByRole('button', { name: 'I’ll be there' }).click();
	await expect(page.getByText('You said you’ll be there')).toBeVisible();
	await openNext(page);
	await context.setOffline(true);
	await askToMove(page, undefined, /^Tomorrow, 4:30 pm/, /^Friday, 4:30 pm/);
	await page.reload();
	await expect(page.getByText('On this phone. It goes when you have signal')).toBeVisible();

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await openAsh(sam);
	await expect(sam.getByText('Ash said they’ll be there')).toBeVisible(ARRIVES);
	await askToMove(sam, undefined, /^Friday, 4:30 pm/);
	await onServer(sam, '2026-11-27');

	await context.setOffline(false);
	for (const phone of [page, sam]) {
		await expect(phone.getByRole('heading', { name: /Friday\s*4:30 pm/ })).toBeVisible(ARRIVES);
		await expect(phone.getByText('Moved from Thursday.')).toBeVisible();
	}
	await page.goto('/young');
	await expect(page.getByRole('heading', { name: /Friday\s*4:30 pm/ })).toBeVisible();
});

test.describe('on the morning of the day', () => {
	test.use({ demoNow: '2026-11-26T10:00:00Z' });

	test('with no signal Sam calls off at short notice, with a reason and new times; Ash takes one, can’t come and gives none', async ({
		page,
		otherPhone
	}) => {
		await be(page, 'young');
		await page.getByRole('button', { name: 'I’ll be there' }).click();
		const sam = await otherPhone.newPage();
		await be(sam, 'mentor');
		await sam.goto('/mentor/meetings');
		await openNext(sam);
		await expect(sam.getByText('Ash said they’ll be there')).toBeVisible(ARRIVES);
		await otherPhone.setOffline(true);
		await sam.getByRole('button', { name: 'I can’t' }).click();
		await expect(sam.getByText('It’s less than the 24 hours’ notice you two agreed.')).toBeVisible();
		await expect(sam.getByText('That’s why we ask for a reason')).toBeVisible();
		await sam.getByRole('button', { name: 'Call it off and tell Ash' }).click();
		await expect(sam.getByText('Say why in a few words.')).toBeVisible();
		await sam.getByLabel('Why you can’t').fill('I am poorly and in bed.');
		await sam.getByRole('button', { name: 'Call it off and tell Ash' }).click();
		await expect(sam.getByText('That doesn’t work: a new time has to come with it.')).toBeVisible();
		await sam.getByRole('button', { name: /^Tomorrow, 4:30 pm/ }).click();
		await sam.getByRole('button', { name: 'Call it off and tell Ash' }).click();
		await expect(sam.getByRole('heading', { name: 'You called it off' })).toBeVisible();
		await sam.reload();
		await expect(sam.getByText('On this phone. It goes when you have signal')).toBeVisible();
		await expect(page.getByRole('heading', { name: /Today\s*4:30 pm/ })).toBeVisible();

		await otherPhone.setOffline(false);
		await expect(page.getByRole('heading', { name: 'Sam called off today' })).toBeVisible(ARRIVES);
		await expect(page.getByText('Sam says: “I am poorly and in bed.”')).toBeVisible();
		await page.getByRole('button', { name: 'Tomorrow, 4:30 pm' }).click();
		await expect(page.getByRole('heading', { name: /Tomorrow\s*4:30 pm/ })).toBeVisible();
		await expect(sam.getByRole('heading', { name: /Tomorrow\s*4:30 pm/ })).toBeVisible(ARRIVES);

		await openNext(page);
		await page.getByRole('button', { name: 'I can’t' }).click();
		await expect(page.getByRole('textbox', { name: /why/i })).toHaveCount(0);
		await page.getByRole('button', { name: 'Yes, tell Sam' }).click();
		await expect(page.getByText('That’s OK. Sam is told you can’t come.').first()).toBeVisible();
		await expect(sam.getByRole('heading', { name: 'Ash can’t come tomorrow' })).toBeVisible(ARRIVES);
	});
});

test('what Ash said with no signal of a meeting that Sam moved meanwhile does not count, says why and is not lost', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young');
	await openNext(page);
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await openAsh(sam);
	await askToMove(sam, '1 hour', /^Friday, 4:30 pm/);
	await expect(page.getByRole('heading', { name: 'Sam asks to move it' })).toBeVisible(ARRIVES);
	await expect(page.getByText('It would be 1 hour. Now it is 1 hour 30 minutes.')).toBeVisible();
	await page.getByRole('button', { name: 'Friday, 4:30 pm' }).click();
	await expect(sam.getByText('Moved from Thursday.')).toBeVisible(ARRIVES);

	await context.setOffline(true);
	await page.getByRole('button', { name: 'Can we move it?' }).click();
	await page.getByRole('button', { name: /^Sunday, 4:30 pm/ }).click();
	await page.getByLabel('A line with it, if you like').fill('football on friday');
	await page.getByRole('button', { name: 'Ask Sam' }).click();
	await sam.getByRole('button', { name: 'I can’t' }).click();
	await sam.getByLabel('Why you can’t').fill('My train is cancelled.');
	await sam
		.getByRole('button', { name: /^Monday|^Saturday/ })
		.first()
		.click();
	await sam.getByRole('button', { name: 'Call it off and tell Ash' }).click();
	await onServer(sam, 'My train is cancelled.');

	await context.setOffline(false);
	await expect(page.getByText('Sam changed this meeting meanwhile')).toBeVisible(ARRIVES);
	await expect(page.getByText('You wrote: “football on friday”')).toBeVisible();
	await expect(page.getByText('Sam says: “My train is cancelled.”')).toBeVisible();
	await page.getByRole('button', { name: 'Use it again' }).click();
	await expect(page.getByLabel('A line with it, if you like')).toHaveValue('football on friday');
});

test.describe('in the week in which the clocks go back', () => {
	test.use({ demoNow: '2026-10-22T17:30:00Z' });

	test('Sam says with no signal that they met and writes to Ash, who alone says how it was; next week is at 4:30 pm still', async ({
		page,
		otherPhone
	}) => {
		const sam = await otherPhone.newPage();
		await be(sam, 'mentor');
		await sam.getByRole('link', { name: /^Today at 4:30 pm: did you meet Ash/ }).click();
		await sam.getByText('Yes, we met').click();
		await sam.getByLabel('For how many minutes?').fill('75');
		await sam.getByLabel('A note to Ash, if you like').fill('You were brave today.');
		await otherPhone.setOffline(true);
		await sam.getByRole('button', { name: 'Save it' }).click();
		await expect(sam.getByText('You met for 75 minutes.')).toBeVisible();

		await be(page, 'young');
		await expect(page.getByRole('heading', { name: /Friday 30 October\s*4:30 pm/ })).toBeVisible();
		await page.getByRole('link', { name: 'All your meetings' }).click();
		await expect(page.getByRole('link', { name: /5 November 4:30 pm/ })).toBeVisible();
		await page.getByRole('link', { name: /22 October/ }).click();
		await otherPhone.setOffline(false);
		await expect(page.getByText('You were brave today.')).toBeVisible(ARRIVES);
		await expect(page.getByText('Only your coordinator').first()).toBeVisible();
		await expect(page.getByText('Mentors never see it.')).toBeVisible();
		await page.getByRole('button', { name: 'good', exact: true }).click();
		await expect(page.getByRole('button', { name: 'good', exact: true })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
	});
});
