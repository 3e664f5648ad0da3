import type { Page } from '@playwright/test';
import { be, expect, test } from '../test';

/** What is written on one phone is on the other soon after both have signal. */
const ARRIVES = { timeout: 30_000 };
const NOT_SENT = /^On this phone/;
const WALK = 'demo-goal-ash-walk';

async function suggest(page: Page, kind: string, words: string): Promise<void> {
	await page.goto('/mentor/demo-pair-ash/goals/new');
	await page.getByRole('radio', { name: kind }).check({ force: true });
	await page.getByRole('textbox', { name: 'What you suggest' }).fill(words);
	await page.getByRole('button', { name: 'Suggest it' }).click();
	await expect(page.getByText('You suggested this. Ash hasn’t answered yet.')).toBeVisible();
}

const open = (page: Page, words: string) => page.getByRole('link', { name: words }).click();

test('what Sam suggests is a goal only by Ash’s yes, in Ash’s words; a no thanks stays one', async ({
	page,
	otherPhone
}) => {
	await be(page, 'young');
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await suggest(sam, 'Learning', 'Read one whole book');
	await suggest(sam, 'Fun', 'Join the football team');

	await expect(page.getByRole('link', { name: 'Sam suggests a goal' })).toBeVisible(ARRIVES);
	await page.getByRole('link', { name: 'Goals' }).click();
	await open(page, 'Join the football team');
	await expect(page.getByText('It’s a goal only if you say yes.')).toBeVisible();
	await page.getByRole('button', { name: 'No thanks' }).click();
	await expect(page.getByText('You said no thanks.')).toBeVisible();
	await page.goto('/young/goals');
	await open(page, 'Read one whole book');
	await page.getByRole('button', { name: 'Yes, in my words' }).click();
	await page.getByRole('textbox', { name: 'In your own words' }).fill('read the whole manga');
	await page.getByRole('button', { name: 'Yes, with these words' }).click();
	await expect(page.getByRole('heading', { name: 'read the whole manga' })).toBeVisible();

	await sam.goto('/mentor/demo-pair-ash/goals');
	await expect(sam.getByRole('link', { name: /read the whole manga/ })).toBeVisible(ARRIVES);
	await sam.getByText('No thanks (1)').click();
	await open(sam, 'Join the football team');
	await expect(sam.getByText('Ash said no thanks. They need no reason.')).toBeVisible();
});

test('two phones without signal change one goal, and both wordings are there until Ash chooses', async ({
	page,
	context,
	otherPhone
}) => {
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await suggest(sam, 'Fun', 'Try the skate park');
	await be(page, 'young');
	await page.goto('/young/goals');
	await expect(page.getByRole('link', { name: /Try the skate park/ })).toBeVisible(ARRIVES);
	await open(page, 'Try the skate park');
	await expect(page.getByRole('button', { name: 'Yes', exact: true })).toBeVisible();

	await Promise.all([context.setOffline(true), otherPhone.setOffline(true)]);
	await sam.getByRole('button', { name: 'Change it' }).click();
	await sam.getByRole('textbox', { name: 'Your words' }).fill('Learn one trick at the skate park');
	await sam.getByRole('button', { name: 'Keep these words' }).click();
	await expect(sam.getByRole('heading', { name: 'Learn one trick at the skate park' })).toBeVisible();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(page.getByText('This one is yours').or(page.getByText(NOT_SENT)).first()).toBeVisible();

	await context.setOffline(false);
	await otherPhone.setOffline(false);
	for (const phone of [page, sam]) {
		await expect(phone.getByText('You both changed this. Both are here.')).toBeVisible({ timeout: 60_000 });
		await expect(phone.getByRole('heading', { name: 'Try the skate park' })).toBeVisible();
		await expect(phone.getByText('Learn one trick at the skate park').first()).toBeVisible();
	}
	await expect(sam.getByText('Ash chooses which one stays.')).toBeVisible();
	await page.getByRole('button', { name: 'Use the other one' }).click();
	await expect(sam.getByRole('heading', { name: 'Learn one trick at the skate park' })).toBeVisible(ARRIVES);
	for (const phone of [page, sam]) await expect(phone.getByText('You both changed this.')).toBeHidden();
});

test('Ash writes, ticks, moves the line, parks and finishes with no signal, by keyboard, and Sam sees it', async ({
	page,
	context,
	otherPhone
}) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await context.setOffline(true);
	await page.goto('/young/goals');
	await page.getByRole('link', { name: 'Write another goal' }).click();
	await page.getByRole('radio', { name: 'Fun' }).check({ force: true });
	await page.getByRole('textbox', { name: 'In your own words' }).fill('learn to cook ramen');
	await page.keyboard.press('Tab');
	await page.getByRole('button', { name: 'Make it my goal' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'learn to cook ramen' })).toBeVisible();
	await expect(page.getByText(NOT_SENT).first()).toBeVisible();
	await page.getByRole('textbox', { name: 'A small step' }).fill('boil an egg');
	await page.keyboard.press('Enter');
	await page.getByRole('checkbox', { name: 'boil an egg' }).press('Space');
	await expect(page.getByRole('checkbox', { name: 'boil an egg' })).toBeChecked();
	await page.getByRole('slider', { name: 'How is it going?' }).press('ArrowRight');
	await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '6, from 0 to 10');
	await page.getByRole('button', { name: 'Put it here' }).click();
	await expect(page.getByText('It’s kept.').last()).toBeVisible();
	await page.getByRole('button', { name: 'Park it' }).click();
	await page.getByRole('button', { name: 'Go on with it' }).click();
	await page.getByRole('button', { name: 'It’s done' }).click();
	await expect(page.getByText('Do you want to mark it?')).toBeVisible();
	await page.getByRole('button', { name: 'Yes, mark it' }).click();
	await expect(page.getByRole('heading', { name: 'You did this' })).toBeVisible();

	await page.reload();
	await expect(page.getByRole('heading', { name: 'learn to cook ramen' })).toBeVisible();
	await context.setOffline(false);
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.goto('/mentor/demo-pair-ash/goals');
	await expect(sam.getByText('Done (1)')).toBeVisible({ timeout: 60_000 });
	await sam.getByText('Done (1)').click();
	await open(sam, 'learn to cook ramen');
	await expect(sam.getByRole('checkbox', { name: 'boil an egg' })).toBeChecked();
	await expect(sam.getByRole('checkbox', { name: 'boil an egg' })).toBeDisabled();
});

test('a promise that Sam ticks late is seen by Ash, with the day it was promised for', async ({
	page,
	otherPhone
}) => {
	await be(page, 'young');
	await page.goto('/young/goals');
	const card = page.getByRole('link', { name: /finish my project about grandad/ });
	await expect(card).toContainText('Promised for Thursday 19 November. Not done yet');
	await card.click();
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.getByRole('link', { name: 'Answer Ash' }).click();
	await sam.getByRole('link', { name: 'Ash’s goals' }).click();
	await open(sam, 'finish my project about grandad');
	await sam.getByRole('button', { name: /^I did it/ }).click();
	for (const phone of [sam, page])
		await expect(phone.getByText('Done: today. Promised for Thursday 19 November')).toBeVisible(ARRIVES);

	await sam.goto(`/mentor/demo-pair-ash/goals/${WALK}`);
	await sam.getByRole('button', { name: 'Write a note' }).click();
	await sam.getByRole('textbox', { name: 'A note about this goal' }).fill('See you on the wall');
	await sam.getByRole('button', { name: 'Add this note' }).click();
	await page.goto('/young/goals');
	await expect(page.getByRole('link', { name: /walk away/ })).toContainText('New from Sam', ARRIVES);
	await open(page, 'walk away');
	await expect(page.getByText('See you on the wall')).toBeVisible(ARRIVES);
	await page.goto('/young/goals');
	await expect(page.getByRole('link', { name: /walk away/ })).not.toContainText('New from Sam');
});
