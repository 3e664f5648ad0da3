import type { APIRequestContext, Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { PAIRINGS } from '../../../src/lib/cast/history';
import { be, expect, test } from '../test';

/** Sam writes to Ash, on a phone that is not on screen. */
async function samSays(request: APIRequestContext, body: string): Promise<void> {
	const there = await request.get('/demo/mentor');
	const { origin } = new URL(there.url());
	const { person } = await (await request.get('/api/session')).json();
	const entry = {
		...{ id: uuid(), kind: 'message', writtenAt: Date.parse('2026-11-24T18:00:00Z') },
		body: { pairingId: PAIRINGS.ashAndSam, body, tap: null, checkInId: null }
	};
	const posted = await request.post('/api/outbox', {
		headers: { origin },
		data: { person: person.id, entries: [entry] }
	});
	expect((await posted.json()).outcomes).toEqual([expect.objectContaining({ is: 'sent' })]);
}

const news = (page: Page) => page.getByRole('region', { name: 'New since you looked' });
const fromSam = (page: Page) => news(page).getByRole('link', { name: /^Sam wrote to you/ });
const place = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${name}`) });

test('what is new stands on Home, leads where it is, and is gone on every phone once it was looked at', async ({
	page,
	otherPhone,
	request
}) => {
	const other = await otherPhone.newPage();
	await be(page, 'young');
	await be(other, 'young');
	await samSays(request, 'The wall is booked');
	for (const one of [page, other]) {
		await expect(fromSam(one)).toBeVisible();
		await expect(place(one, 'Messages')).toHaveAccessibleName(/Something new/);
	}
	await fromSam(page).click();
	await expect(page).toHaveURL(/\/young\/messages$/);
	await expect(page.getByText('The wall is booked')).toBeVisible();
	await expect(fromSam(other)).toHaveCount(0);
	await expect(place(other, 'Messages')).not.toHaveAccessibleName(/Something new/);

	// Without signal it is kept on this phone, and laid over what came before.
	await place(page, 'Home').click();
	await samSays(request, 'Bring a bottle');
	await expect(fromSam(page)).toBeVisible();
	await page.context().setOffline(true);
	await news(page).getByRole('button', { name: 'I’ve seen these' }).click();
	await expect(news(page)).toHaveCount(0);
	await expect(fromSam(other)).toBeVisible();
	await page.context().setOffline(false);
	await expect(news(other)).toHaveCount(0);

	// It is all still there, quieter, and leads to the same place.
	await place(page, 'You').click();
	await page.getByRole('link', { name: 'What you were told' }).click();
	await expect(page.getByRole('button', { name: 'I’ve seen these' })).toHaveCount(0);
	await page
		.getByRole('region', { name: 'Today' })
		.getByRole('link', { name: /^Sam wrote to you/ })
		.first()
		.click();
	await expect(page.getByText('Bring a bottle')).toBeVisible();
});

test('whoever would rather not be told of something is not, and the night is the programme’s', async ({
	page,
	otherPhone,
	request
}) => {
	await be(page, 'young');
	// What the demo told before is looked at.
	await page.goto('/young/messages');
	await expect(place(page, 'Messages')).not.toHaveAccessibleName(/Something new/);
	await page.goto('/young/you/notifications');
	await expect(page.getByText('No phone is woken from 9 pm to 7 am.')).toBeVisible();
	const kind = page.locator('summary').filter({ hasText: 'Your mentor wrote or answered' });
	await kind.click();
	await page.getByRole('radio', { name: /^Not at all/ }).check({ force: true });
	await expect(kind).toContainText('Not at all');
	await expect
		.poll(() =>
			page.evaluate(async () => (await (await fetch('/api/sync?since={}')).json()).rows.tellChoices)
		)
		.toEqual([expect.objectContaining({ choices: { message: 'never' } })]);
	await samSays(request, 'Nobody rings for this');
	await place(page, 'Home').click();
	await expect(page.getByRole('link', { name: /^Sam wrote to you/ })).toBeVisible();
	await expect(fromSam(page)).toHaveCount(0);

	const desk = await otherPhone.newPage();
	await be(desk, 'coordinator');
	await desk.getByRole('link', { name: 'Phones' }).click();
	await desk.getByLabel('Quiet from').fill('23:30');
	await desk.getByRole('button', { name: 'Save' }).click();
	await expect(desk.getByText('That night is too short.')).toBeVisible();
	await desk.getByLabel('Quiet from').fill('20:30');
	await desk.getByRole('textbox', { name: 'The words' }).fill('Your mentor wrote');
	await desk.getByRole('button', { name: 'Save' }).click();
	await expect(desk.getByText('These words say too much')).toBeVisible();
	await desk.getByRole('textbox', { name: 'The words' }).fill('One new thing');
	await desk.getByRole('button', { name: 'Save' }).click();
	await expect(desk.getByText('Saved. It counts from now on.')).toBeVisible();

	await page.goto('/young/you/notifications');
	await expect(page.getByText('No phone is woken from 8:30 pm to 7 am.')).toBeVisible();
	await expect(page.getByRole('figure')).toContainText('One new thing');
});
