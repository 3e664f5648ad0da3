import { bubble, putRow, REACHED, say } from '../phone';
import { be, expect, test } from '../test';

test('Ash pauses with no signal, takes nothing back, and goes on again when they like', async ({
	page,
	server
}) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await server.stop();
	await page.getByRole('link', { name: 'You', exact: true }).click();
	await page.getByRole('link', { name: 'Change, pause or end it' }).click();
	await expect(page.getByRole('button', { name: 'Go on again' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
	await page.getByRole('textbox', { name: 'What Sam is told' }).fill('I need some time');
	await page.getByRole('button', { name: 'Pause now' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('button', { name: 'Pause', exact: true }).click();
	await page.getByRole('button', { name: 'Pause now' }).click();
	await expect(page.getByRole('heading', { name: 'You’re having a pause' })).toBeVisible();
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('heading', { name: 'You’re having a pause' })).toBeVisible();
	await expect(page.getByText('Your meetings wait too.')).toBeVisible();
	await expect(page.getByText('Next time with Sam')).toHaveCount(0);
	await page.getByRole('link', { name: 'Messages' }).click();
	await say(page, 'still here though');

	await server.start();
	await expect(bubble(page, 'still here though')).not.toContainText('On this phone', { timeout: 60_000 });
	await expect(bubble(page, 'still here though')).not.toContainText(REACHED);
	await page.getByRole('link', { name: 'Home' }).click();
	await page.getByRole('link', { name: 'Go on again' }).click();
	await page.getByRole('button', { name: 'Go on again' }).click();
	await page.getByRole('button', { name: 'Go on with Sam' }).click();
	await expect(page.getByRole('heading', { name: 'You’re going on with Sam' })).toBeVisible();
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await expect(page.getByText('You’re having a pause')).toHaveCount(0);
});

test('Ash asks for someone else: Home says so, and Sam stays', async ({ page }) => {
	await be(page, 'young');
	await page.goto('/young/you/change');
	await page.getByRole('button', { name: 'I’d like someone else' }).click();
	await page.getByRole('button', { name: 'Ask for someone else' }).click();
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('heading', { name: 'You asked for someone else' })).toBeVisible();
	await expect(page.getByText('Until then Sam stays your mentor.')).toBeVisible();
});

test('Ash ends it, and what the two wrote stays to be read', async ({ page }) => {
	await be(page, 'young');
	await page.goto('/young/you/change');
	await page.getByRole('button', { name: 'End it', exact: true }).click();
	await page.getByRole('button', { name: 'End it with Sam' }).click();
	await expect(page.getByRole('heading', { name: 'You ended it' })).toBeVisible();
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page.getByRole('heading', { name: 'Your time with Sam has ended' })).toBeVisible();
	await page
		.getByRole('navigation')
		.getByRole('link', { name: /^Messages/ })
		.click();
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('a later mentor sees nothing of “about me” unless it is ticked again', async ({ page }) => {
	const card = (firstName: string) => ({
		firstName,
		picture: { drawn: 'owl' },
		facts: {},
		words: { likes: 'Chess', cantStand: '', how: '', why: '' }
	});
	const shown = (id: string, firstName: string, more: object) => ({
		...{ id, spaceId: 'person:demo-person-remi', programmeId: 'demo-riverside', state: 'offered', shown: [] },
		...{ answer: null, mentorSaid: null, firstMeetingAt: null, firstMeetingPlace: null, youngAfter: null },
		...{ mentorAfter: null, whyNot: null, waitsFor: null, answeredAt: null, pairingId: null, offeredAt: 1 },
		...{ expiresAt: Date.parse('2027-01-01T12:00Z'), card: card(firstName) },
		...more
	});
	await be(page, 'young-new');
	await page.goto('/young/you/about');
	for (const line of ['Please don’t', 'Anything else'])
		await page.getByRole('textbox', { name: line }).fill(`${line}: x`);
	for (const place of [0, 1]) await page.getByRole('switch').nth(place).check({ force: true });
	const seen = [{ line: 'please_dont', words: 'x' }];
	const before = { state: 'not_possible', whyNot: 'full', answer: 'yes', answeredAt: 2, shown: seen };
	await putRow(page, 'introductions', shown('first', 'Sol', before));
	await putRow(page, 'introductions', shown('later', 'Dee', {}));
	await page.goto('/young/meet/later');
	await page.getByRole('button', { name: 'Yes' }).click();
	const dont = page.getByRole('checkbox', { name: 'Please don’t' });
	const anything = page.getByRole('checkbox', { name: 'Anything else' });
	await expect(dont).not.toBeChecked();
	await page.getByRole('button', { name: 'Show the same as before' }).click();
	await expect(dont).toBeChecked();
	await expect(anything).not.toBeChecked();
	await page.getByRole('button', { name: 'Say yes to Dee' }).click();
	await expect(page.getByRole('heading', { name: 'You said yes to Dee' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('button', { name: 'No thanks' }).click();
	await expect(page.getByText('Mentors never see it.')).toBeVisible();
	await page.getByRole('button', { name: 'Say no thanks' }).click();
	await expect(page.getByRole('heading', { name: 'You said no thanks' })).toBeVisible();
});
