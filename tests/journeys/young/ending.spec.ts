import { be, expect, test } from '../test';

/** What is written on one phone is on the other soon after both have signal. */
const ARRIVES = { timeout: 30_000 };
const NOT_SENT = /On this phone\. It goes when/;
const SENDING = /It goes in a few seconds|Sending/;
const CHIPS = 'i will miss the chips';
const WALKS = 'Thank you for every walk.';

test('a goodbye written without signal waits for the other’s, and then both are there to read', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young-ending');
	await page.goto('/young/ending');
	const box = page.getByRole('textbox', { name: /What do you want to say to Sam/ });
	await expect(box).toBeVisible();
	await context.setOffline(true);
	await box.fill(CHIPS);
	await page.getByRole('button', { name: 'Keep my goodbye' }).click();
	await expect(page.getByText(NOT_SENT)).toBeVisible(ARRIVES);
	await context.setOffline(false);
	await expect(page.getByText(NOT_SENT)).toHaveCount(0, ARRIVES);
	await expect(page.getByText(SENDING)).toHaveCount(0, ARRIVES);

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.goto('/mentor/demo-pair-jo/ending');
	await sam.getByRole('textbox', { name: /What do you want to say to Jo/ }).fill(WALKS);
	await expect(sam.getByText(CHIPS)).toHaveCount(0);
	await sam.getByRole('button', { name: 'Keep my goodbye' }).click();
	for (const phone of [page, sam])
		for (const words of [CHIPS, WALKS]) await expect(phone.getByText(words)).toBeVisible(ARRIVES);
	await expect(page.getByText('Sam can read this.')).toBeVisible();
});
