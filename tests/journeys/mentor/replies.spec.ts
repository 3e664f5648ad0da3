import { be, expect, test } from '../test';
import { bubble, checkIn, keptOnServer, say } from '../phone';

test('Sam sees who needs a reply and by when, answers a check-in with a tap, and Ash has it without a reload', async ({
	page,
	otherPhone
}) => {
	await be(page, 'mentor');
	await expect(page.getByText('You said Ash hears by')).toBeVisible();
	await expect(page.getByText('can we try the climbing wall on thursday')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Everybody else' })).toContainText('Jo');
	await expect(page.getByText('Kit')).toHaveCount(0);

	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await checkIn(ash, 'awful', 'today was a lot', 'Can we talk?');
	await expect(page.getByText('Ash asks: can we talk?')).toBeVisible();
	await page.getByRole('link', { name: 'Answer Ash' }).click();
	await expect(bubble(page, 'today was a lot')).toBeVisible();
	await page.getByRole('button', { name: 'I’m thinking of you.' }).click();
	await expect(bubble(page, 'I’m thinking of you.')).toBeVisible();
	await ash.getByRole('link', { name: 'Messages' }).click();
	await expect(bubble(ash, 'I’m thinking of you.')).toBeVisible();
	await expect(bubble(ash, 'today was a lot')).toContainText('Sam has seen this');

	await page.getByRole('link', { name: 'Replies', exact: true }).click();
	await expect(page.getByText('You said Ash hears by')).toHaveCount(0);
	await expect(page.getByRole('region', { name: 'Your young people' })).toContainText('Ash');
});

test('“I didn’t mean that” marks a message for both and takes nothing away', async ({ page, otherPhone }) => {
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await ash.getByRole('link', { name: 'Messages' }).click();
	await be(page, 'mentor');
	await page.getByRole('link', { name: 'Answer Ash' }).click();
	const words = 'Not walking out is huge. See you Thursday.';
	await bubble(page, words).getByRole('button', { name: 'More about this message' }).click();
	await page.getByRole('button', { name: 'I didn’t mean that' }).click();
	await expect(bubble(page, words)).toContainText('You said you didn’t mean this.');
	await expect(bubble(ash, words)).toContainText('Sam didn’t mean this.');
	await expect(bubble(ash, words)).toContainText(words);
});

test('a mentor’s message with a phone number in it is stopped, with the reason, and the words stay', async ({
	page
}) => {
	await be(page, 'mentor');
	await page.getByRole('link', { name: 'Answer Ash' }).click();
	const box = page.getByRole('textbox', { name: 'Write to Ash' });
	const words = 'Ring me any time on 07700 900123';
	await box.fill(words);
	await page.getByRole('button', { name: 'Send to Ash' }).click();
	await expect(page.getByRole('heading', { name: 'This can’t go in a message' })).toBeFocused();
	await expect(page.getByText('A phone number: 07700 900123')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Send it anyway' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Change it' }).click();
	await expect(box).toBeFocused();
	await expect(box).toHaveValue(words);

	await box.fill('See you on Thursday');
	await page.getByRole('button', { name: 'Send to Ash' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
	await expect
		.poll(async () =>
			(await keptOnServer(page)).messages.filter((body) => /07700|See you on Thursday/.test(body))
		)
		.toEqual(['See you on Thursday']);
});

test('what Sam writes with no signal stays on the phone, says so, and goes once when the signal is back', async ({
	page,
	context,
	otherPhone
}) => {
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await ash.getByRole('link', { name: 'Messages' }).click();
	await be(page, 'mentor');
	await expect(page.getByRole('link', { name: 'Answer Ash' })).toBeVisible();
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByText('No signal. What you write is kept here.')).toBeVisible();
	await page.getByRole('link', { name: 'Answer Ash' }).click();
	await say(page, 'Climbing it is');
	await expect(bubble(page, 'Climbing it is')).toContainText('On this phone. It goes when you have signal');
	await page.getByRole('link', { name: 'Replies', exact: true }).click();
	await expect(page.getByText('Your answer is on this phone. It goes when you have signal.')).toBeVisible();
	await context.setOffline(false);
	await expect(bubble(ash, 'Climbing it is')).toBeVisible({ timeout: 60_000 });
	await expect(ash.getByText('Climbing it is')).toHaveCount(1);
	await expect(page.getByText('Your answer is on this phone.')).toHaveCount(0);
	expect((await keptOnServer(page)).messages.filter((body) => body === 'Climbing it is')).toHaveLength(1);
});
