import type { Page } from '@playwright/test';
import { be, expect, test } from '../test';
import { putRow } from '../phone';

const HERS = '/young/you/agreement';
const HIS = '/mentor/demo-pair-ash/agreement';
/** Whatever is said can be taken back for ten seconds before it leaves. */
const LEAVES = { timeout: 25_000 };

const card = (page: Page, title: string) =>
	page.getByRole('region', { name: title, exact: true }).filter({ has: page.getByRole('heading') });

async function change(page: Page, title: string, words: string): Promise<void> {
	await card(page, title).getByRole('button', { name: 'Change this' }).click();
	await page.getByRole('textbox', { name: 'In your own words' }).fill(words);
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(card(page, title)).toContainText(words);
}

test.describe.configure({ timeout: 150_000 });

test('two people agree on their own words, one of them without signal', async ({ page, otherPhone }) => {
	await be(page, 'young');
	await page.goto(HERS);
	await expect(page.getByText('How it starts')).toBeVisible();
	await change(page, 'What we are for', 'Climbing, and a laugh');
	await page.reload();
	const asking = card(page, 'What you would like to change');
	await expect(asking).toContainText('We decide together what we do.');
	await expect(asking).toContainText('Climbing, and a laugh');
	await asking.getByRole('button', { name: 'Ask Sam' }).click();
	await expect(page.getByText('You asked Sam. It goes in a few seconds.')).toBeVisible();

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.goto('/mentor');
	await sam.getByRole('link', { name: /^Ash would like to change what you agreed/ }).click(LEAVES);
	await expect(card(sam, 'Ash would like to change this')).toContainText('Climbing, and a laugh');
	await otherPhone.setOffline(true);
	await sam.getByRole('button', { name: 'Yes, agreed' }).click();
	await expect(sam.getByText(/^You said yes\. (On this phone|It goes in a few seconds)/)).toBeVisible();
	await expect(sam.getByRole('heading', { name: 'You both said yes' })).toBeVisible();
	await expect(card(page, 'You asked Sam to change this')).toBeVisible();

	await otherPhone.setOffline(false);
	await expect(page.getByRole('heading', { name: 'You both said yes' })).toBeVisible(LEAVES);
	await expect(card(page, 'What we are for')).toContainText('Climbing, and a laugh');
	await page.getByText(/^24 November 2026 to|^\d+ \w+ 2026 to 24 November 2026/).click();
	await expect(page.getByText('We decide together what we do.')).toBeVisible();
});

test('what both ask for and both say yes to at the same time is one agreement on both phones', async ({
	page,
	context,
	otherPhone
}) => {
	const sam = await otherPhone.newPage();
	await be(page, 'young');
	await be(sam, 'mentor');
	await page.goto(HERS);
	await sam.goto(HIS);
	await change(page, 'What we are for', 'Football');
	await page.getByRole('button', { name: 'Ask Sam', exact: true }).click();
	await expect(card(sam, 'Ash would like to change this')).toContainText('Football', LEAVES);
	await change(sam, 'Where and how we like to meet', 'In the park');
	await sam.getByRole('button', { name: 'Ask Ash', exact: true }).click();
	await expect(card(page, 'Sam would like to change this')).toContainText('In the park', LEAVES);
	await expect(page.getByText(/^You both asked for something\./)).toBeVisible();

	await context.setOffline(true);
	await otherPhone.setOffline(true);
	await page.getByRole('button', { name: 'Yes, agreed' }).click();
	await sam.getByRole('button', { name: 'Yes, agreed' }).click();
	await expect(card(page, 'Where and how we like to meet')).toContainText('In the park');
	await expect(card(sam, 'What we are for')).toContainText('Football');
	await context.setOffline(false);
	await otherPhone.setOffline(false);

	for (const phone of [page, sam]) {
		await expect(card(phone, 'Where and how we like to meet')).toContainText('In the park', LEAVES);
		await expect(card(phone, 'What we are for')).toContainText('We decide together', LEAVES);
		await expect(phone.getByRole('heading', { name: 'You both said yes' })).toBeVisible();
	}
});

test('on the day to look at it again, the one keeps it with no signal and the other is asked', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	const [agreement] = await page.evaluate(
		async () => (await (await fetch('/api/sync?since={}')).json()).rows.agreements
	);
	const terms = { ...agreement.terms, reviewOn: '2026-11-24' };
	await putRow(page, 'agreements', { ...agreement, terms });
	await page.getByRole('link', { name: /^Time to look at what you and Sam agreed/ }).click();
	await expect(page.getByRole('button', { name: 'Yes, keep it' })).toBeVisible();
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Yes, keep it' }).click();
	await expect(page.getByRole('heading', { name: 'You asked Sam to keep it' })).toBeVisible();

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.goto(HIS);
	await expect(sam.getByText('How it starts')).toBeVisible();
	await expect(page.getByText('You asked Sam. On this phone')).toBeVisible();
	await context.setOffline(false);
	await expect(card(sam, 'Ash would like to keep it')).toContainText('25 May 2027', LEAVES);
	await sam.getByRole('button', { name: 'No thanks' }).click();
	await expect(sam.getByText('How it starts')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'You asked Sam to keep it' })).toBeHidden(LEAVES);
});
