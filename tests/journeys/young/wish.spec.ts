import type { Page } from '@playwright/test';
import { FIRST_QUESTIONS } from '../../../src/lib/domain/wishes/first-questions';
import { be, expect, test } from '../test';

const COUNT = FIRST_QUESTIONS.length;

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, name: string, role: 'button' | 'link' | 'checkbox' | 'radio' | 'switch') {
	const wanted = page.getByRole(role, { name, exact: true });
	for (let tabs = 0; tabs < 80; tabs++) {
		if (await wanted.evaluate((node) => node === document.activeElement)) return wanted;
		await page.keyboard.press('Tab');
	}
	throw new Error(`The Tab key never came to “${name}”.`);
}

async function press(page: Page, name: string, role: 'button' | 'link' = 'button') {
	await expect(page.getByRole(role, { name, exact: true })).toBeVisible();
	await tabTo(page, name, role);
	await page.keyboard.press('Enter');
}

const number = (page: Page, place: number) => page.getByText(`${place} of ${COUNT} · saved as you go`);

/** What the server holds of the wish of whoever is signed in here. */
const wishOnServer = (page: Page) =>
	page.evaluate(async () => {
		const { rows } = await (await fetch('/api/sync?since={}')).json();
		return rows.wishes?.[0];
	});

test('Remi answers every question by keyboard, stops half-way with no signal, and goes on from there', async ({
	page,
	server
}) => {
	await be(page, 'young-new');
	await expect(page.getByRole('heading', { name: 'Do you want a mentor?' })).toBeVisible();
	await press(page, 'Yes');
	for (let place = 1; place <= COUNT; place++) {
		const question = FIRST_QUESTIONS[place - 1]!;
		await expect(page.getByRole('heading', { name: question.asks })).toBeVisible();
		await expect(number(page, place)).toBeVisible();
		const [choice] = question.choices;
		await tabTo(page, choice!.says, question.picks === 'one' ? 'radio' : 'checkbox');
		await page.keyboard.press('Space');
		if (place === 6) {
			await server.stop();
			await press(page, 'Next');
			await expect(number(page, 7)).toBeVisible();
			await page.reload();
			await page.goto('/young');
			await press(page, 'Go on with the questions', 'link');
			await expect(number(page, 7)).toBeVisible();
			await tabTo(page, FIRST_QUESTIONS[6]!.choices[0]!.says, 'checkbox');
			await page.keyboard.press('Space');
		}
		if (place === 6) place = 7;
		await press(page, 'Next');
	}
	await expect(page.getByRole('heading', { name: 'This is what you said' })).toBeVisible();
	await expect(page.getByText('Close to my age (16 to 24)')).toBeVisible();
	await expect(page.getByText('Nothing said')).toHaveCount(0);

	await server.start();
	await expect
		.poll(async () => Object.keys((await wishOnServer(page).catch(() => undefined))?.answers ?? {}).length, {
			timeout: 60_000
		})
		.toBe(COUNT);
	expect(await wishOnServer(page)).toMatchObject({
		wanted: 'yes',
		answers: { age: { choices: ['close'], weight: 'like' }, days: { choices: ['mon_daytime'] } }
	});
});

test('Remi leaves a question out, makes another a must, changes it, and finds it all under You', async ({
	page
}) => {
	await be(page, 'young-new');
	await page.getByRole('button', { name: 'Yes' }).click();
	await expect(number(page, 1)).toBeVisible();
	await page.getByRole('button', { name: 'Skip' }).click();
	await expect(number(page, 2)).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Must have' })).toHaveCount(0);
	await page.getByRole('checkbox', { name: 'A woman' }).check({ force: true });
	await page.getByRole('radio', { name: 'Must have' }).check({ force: true });
	await page.getByRole('textbox').fill('someone calm');
	await page.getByRole('link', { name: 'You', exact: true }).click();
	await page.getByRole('link', { name: /What I want in a mentor/ }).click();
	const gender = page.getByRole('listitem').filter({ hasText: 'Who do you feel most at ease with?' });
	await expect(gender).toContainText('A woman');
	await expect(gender).toContainText('“someone calm”');
	await expect(gender).toContainText('Must have');
	await page.getByRole('link', { name: 'Change: Who do you feel most at ease with?' }).click();
	await page.getByRole('checkbox', { name: 'A woman' }).uncheck({ force: true });
	await page.getByRole('checkbox', { name: 'A man' }).check({ force: true });
	await page.getByRole('link', { name: 'What I want in a mentor' }).click();
	await expect(gender).toContainText('A man');
	await expect(gender).not.toContainText('A woman');
});

test('“not now” is an answer: nothing asks again, and it can be changed from You', async ({ page }) => {
	await be(page, 'young-new');
	await page.getByRole('button', { name: 'Not now' }).click();
	await expect(page.getByRole('heading', { name: 'You said: not now' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'You said: not now' })).toBeVisible();
	await expect(page.getByText('Do you want a mentor?')).toHaveCount(0);
	await page.getByRole('link', { name: 'You', exact: true }).click();
	await page.getByRole('link', { name: /What I want in a mentor/ }).click();
	await expect(page.getByRole('heading', { name: 'You don’t want a mentor now' })).toBeVisible();
	await page.getByRole('button', { name: 'Change that' }).click();
	await page.getByRole('button', { name: 'Yes' }).click();
	await expect(number(page, 1)).toBeVisible();
});

test('Remi reads more, and tells of someone they trust already', async ({ page }) => {
	await be(page, 'young-new');
	await page.getByRole('button', { name: 'Tell me more' }).click();
	await expect(page.getByRole('heading', { name: 'Can I stop?' })).toBeVisible();
	await page.getByRole('button', { name: 'I already have someone in mind' }).click();
	await page.getByRole('button', { name: 'Save this' }).click();
	await expect(page.getByText('Write who it is')).toBeVisible();
	await page.getByRole('textbox', { name: 'Who is it?' }).fill('Auntie Bea');
	await page.getByRole('button', { name: 'Save this' }).click();
	const told = 'You told us about Auntie Bea. That was today. Nobody asks them until you say so.';
	await expect(page.getByText(told)).toBeVisible();
});

test('nothing that Remi writes about themself is shown until a switch says so', async ({ page }) => {
	await be(page, 'young-new');
	await page.goto('/young/you/about');
	const preview = page.getByRole('region', { name: 'This is what they would see' });
	await page.getByRole('textbox', { name: 'What helps when it’s a hard day' }).fill('walking, not talking');
	await page.getByRole('textbox', { name: 'Please don’t' }).fill('ask about school');
	await page.getByRole('textbox', { name: 'Anything else' }).focus();
	await expect(preview).toContainText('Nothing. Every switch is off.');
	const share = page.getByRole('switch', { name: 'A mentor I say yes to may see this' });
	await share.first().check({ force: true });
	await expect(preview).toContainText('walking, not talking');
	await expect(preview).not.toContainText('ask about school');
	await page.reload();
	await expect(preview).toContainText('walking, not talking');
	await share.first().uncheck({ force: true });
	await expect(preview).toContainText('Nothing. Every switch is off.');
});
