import type { Page } from '@playwright/test';
import { atDesk } from '../desk';
import { ARRIVES, card, later, offer, sayYes, setFirstMeeting, statesOf, wish } from '../introducing';
import { be, expect, test } from '../test';

/** What Sam’s phone is sent. */
const learned = (phone: Page) => phone.evaluate(async () => (await fetch('/api/sync?since={}')).text());

test('Remi says what she wants, meets two people as cards, says yes to one of them and begins', async ({
	page,
	otherPhone
}) => {
	const remi = await otherPhone.newPage();
	await wish(remi);
	await offer(page, 'Sam', 'Maya');

	await expect(remi.getByRole('heading', { name: 'Two people to meet' })).toBeVisible(ARRIVES);
	await remi.getByRole('link', { name: 'Read their cards' }).click();
	await card(remi, 'Maya').click();
	await expect(remi.getByText('I never ask “how does that make you feel”.')).toBeVisible();
	await remi.getByRole('button', { name: 'No thanks' }).click();
	await remi.getByLabel('Why, if you like').fill('reminds me of someone');
	await remi.getByRole('button', { name: 'Say no thanks' }).click();
	await expect(remi.getByText('You said no thanks')).toBeVisible();

	await remi.goto('/young/meet');
	await card(remi, 'Sam').click();
	await sayYes(remi);
	await expect(remi.getByText('You said yes to Sam').or(remi.getByText('Sam has been asked'))).toBeVisible();

	await be(page, 'mentor');
	await expect(page.getByText('Remi would like you as their mentor')).toBeVisible(ARRIVES);
	expect(await learned(page)).not.toContain('reminds me of someone');
	expect(await learned(page)).not.toContain('Maya');
	await page.getByRole('link', { name: 'Read and answer' }).click();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();

	await expect(remi.getByText('Sam is your mentor now')).toBeVisible(ARRIVES);
	await remi.getByRole('link', { name: 'Go to Home' }).click();
	await expect(remi.getByText(/Next time with Sam/)).toBeVisible();

	await be(page, 'coordinator');
	await page.goto('/coordinator/matching/demo-person-remi');
	await expect(page.getByText('reminds me of someone')).toBeVisible();
});

test('Remi answers with no signal, it arrives once, the two meet, and it isn’t a yes for both', async ({
	page,
	otherPhone,
	server
}) => {
	const remi = await otherPhone.newPage();
	await wish(remi);
	await offer(page, 'Sam');
	await expect(remi.getByRole('heading', { name: 'One person to meet' })).toBeVisible(ARRIVES);
	await remi.goto('/young/meet');
	await otherPhone.setOffline(true);
	await card(remi, 'Sam').click();
	await sayYes(remi, 'I’d like to meet first');
	await expect(remi.getByText(/You asked to meet Sam first/)).toBeVisible();
	await remi.reload();
	await expect(remi.getByText(/You asked to meet Sam first/)).toBeVisible();
	await otherPhone.setOffline(false);

	await be(page, 'mentor');
	await expect(page.getByText('Remi would like to meet you first')).toHaveCount(1, ARRIVES);
	await expect(
		remi.getByText('Sam has been asked').or(remi.getByText(/You asked to meet Sam first/))
	).toBeVisible();
	const outcomes = await remi.evaluate(async () => {
		const { rows } = await (await fetch('/api/sync?since={}')).json();
		return rows.introductions.map((row: { answer: string; state: string }) => [row.answer, row.state]);
	});
	expect(outcomes).toEqual([['meet_first', 'asked']]);

	await page.getByRole('link', { name: 'Read and answer' }).click();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'A first meeting with Remi' })).toBeVisible(ARRIVES);
	await page.setViewportSize({ width: 1280, height: 800 });
	await be(page, 'coordinator');
	await page.getByRole('link', { name: /^Set the first meeting.*Remi and Sam/ }).click();
	await setFirstMeeting(page, '2026-11-26', 'The boathouse');
	await expect(page.getByText('The first meeting is saved. Both see it.')).toBeVisible();
	await expect(remi.getByText(/Thursday.*The boathouse/)).toBeVisible(ARRIVES);

	await later(server, '2026-11-27T18:00:00Z');
	await page.setViewportSize({ width: 360, height: 740 });
	await be(page, 'mentor');
	await page.getByRole('link', { name: 'Read and answer' }).click();
	await page.getByRole('button', { name: 'No', exact: true }).click();
	await page.getByLabel('Why not? You need not say.').fill('too far from where I live');
	await page.getByRole('button', { name: 'Say no', exact: true }).click();
	await expect(page.getByText(/Remi: this goes no further/)).toBeVisible(ARRIVES);
	await remi.reload();
	await expect(remi.getByText('It goes no further with Sam')).toBeVisible(ARRIVES);
	await expect(remi.getByText('It isn’t a mark against you.')).toBeVisible();
	expect(await learned(remi)).not.toContain('too far from where I live');
	await be(page, 'coordinator');
	await page.goto('/coordinator/matching/demo-person-remi');
	await expect(page.getByText('It wasn’t a yes after the first meeting with Sam.')).toBeVisible();
	await expect(page.getByText('too far from where I live')).toBeVisible();
});

test('a mentor’s check runs out between the card and the yes: Remi is told, Sam hears when it is good again', async ({
	page,
	otherPhone,
	server
}) => {
	const remi = await otherPhone.newPage();
	await wish(remi);
	await page.setViewportSize({ width: 1280, height: 800 });
	const check = async (from: string, until: string) => {
		const kind = page.getByLabel('What was checked', { exact: true });
		if (!(await kind.isVisible())) await page.getByText('Write down another').click();
		await kind.selectOption({ label: 'Background check' });
		await page.getByLabel('Valid from').fill(from);
		await page.getByLabel('Valid until').fill(until);
		await page.getByRole('button', { name: 'Write it down' }).click();
		await expect(page.getByText('It is written down.')).toBeVisible();
	};
	await be(page, 'coordinator');
	await page.goto('/coordinator/mentors/demo-person-sam');
	await page.locator('summary').filter({ hasText: 'Take back: Background check' }).click();
	await page.getByRole('button', { name: 'Take back: Background check' }).click();
	await expect(page.getByText('It no longer counts.')).toBeVisible();
	await check('2026-11-01', '2026-11-25');
	await offer(page, 'Sam');

	await later(server, '2026-11-26T18:00:00Z');
	await remi.goto('/young/meet');
	await card(remi, 'Sam').click();
	await sayYes(remi);
	await expect(remi.getByText('Sam has to wait a little')).toBeVisible(ARRIVES);
	await expect(remi.getByText('Your yes is kept.')).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await be(page, 'mentor');
	await expect(page.getByText('Ash').first()).toBeVisible();
	await expect(page.getByText('Remi')).toHaveCount(0);
	expect(await learned(page)).not.toContain('Remi');

	await page.setViewportSize({ width: 1280, height: 800 });
	await be(page, 'coordinator');
	await atDesk(page, 'Matching');
	await expect(page.getByText(/^Remi said yes to Sam\. Sam can’t be introduced just now/)).toBeVisible();
	await page.getByRole('button', { name: /^Let it go on/ }).click();
	await expect(page.getByText(/can’t be introduced yet/)).toBeVisible();
	await page.goto('/coordinator/mentors/demo-person-sam');
	await check('2026-11-26', '2028-11-26');
	await atDesk(page, 'Matching');
	await page.getByRole('button', { name: /^Let it go on/ }).click();
	await expect(page.getByText('It goes on, and they have been told.')).toBeVisible();
	await expect.poll(() => statesOf(remi), ARRIVES).toEqual(['asked']);
	await be(page, 'mentor');
	await expect(page.getByText('Remi would like you as their mentor')).toBeVisible(ARRIVES);
});

test('Remi says “not now”: nobody chases, and everything else works', async ({ page, otherPhone }) => {
	const remi = await otherPhone.newPage();
	await be(remi, 'young-new');
	await remi.getByRole('button', { name: 'Not now' }).click();
	await expect(remi.getByRole('button', { name: 'Not now' })).toHaveCount(0);
	await remi.getByRole('link', { name: 'Help now', exact: true }).click();
	await expect(remi.getByText('Childline').first()).toBeVisible();
	await page.setViewportSize({ width: 1280, height: 800 });
	await be(page, 'coordinator');
	await atDesk(page, 'Matching');
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole('region', { name: /Not now/ }).getByText('Remi')).toBeVisible({
			timeout: 500
		});
	}).toPass();
	await atDesk(page, 'Today');
	await expect(page.getByText(/\bRemi\b/)).toHaveCount(0);
});

test('two people say yes to the last place: one is asked about, the other is told honestly what happens', async ({
	page,
	otherPhone
}) => {
	const phone = await otherPhone.newPage();
	await wish(phone);
	await offer(page, 'Maya');
	await page.goto('/coordinator/matching/demo-person-ash');
	await page
		.getByRole('region', { name: 'Maya', exact: true })
		.getByRole('button', { name: /^Offer this card/ })
		.click();
	await expect(page.getByText('The card is on their phone.').first()).toBeVisible();

	await be(page, 'young');
	await page.goto('/young/meet');
	await card(page, 'Maya').click();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();
	await page.getByRole('button', { name: 'Say yes to Maya' }).click();
	await expect.poll(() => statesOf(page), ARRIVES).toEqual(['asked']);

	await phone.goto('/young/meet');
	await card(phone, 'Maya').click();
	await phone.getByRole('button', { name: 'Yes', exact: true }).click();
	await phone.getByRole('button', { name: 'Say yes to Maya' }).click();
	await expect(phone.getByText('Two people asked for Maya')).toBeVisible(ARRIVES);

	await page.setViewportSize({ width: 1280, height: 800 });
	await be(page, 'coordinator');
	await atDesk(page, 'Matching');
	await page.getByRole('button', { name: /^Tell them it can’t be/ }).click();
	await expect(phone.getByText('Maya has no free place any more')).toBeVisible(ARRIVES);
	await expect(phone.getByText('That isn’t about you.')).toBeVisible();
});
