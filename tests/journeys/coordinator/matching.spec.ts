import type { Page } from '@playwright/test';
import { atDesk } from '../desk';
import { ARRIVES, later, setFirstMeeting } from '../introducing';
import { be, expect, test } from '../test';

/** Posts one entry as the phone of whoever is signed in there does. */
async function post(phone: Page, person: string, kind: string, body: object): Promise<void> {
	const outcomes = await phone.evaluate(
		async ([person, kind, body]) => {
			const entries = [{ id: crypto.randomUUID(), kind, body, writtenAt: Date.now() }];
			const answer = await fetch('/api/outbox', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ person, entries })
			});
			return ((await answer.json()) as { outcomes: { is: string }[] }).outcomes;
		},
		[person, kind, body] as const
	);
	expect(outcomes).toMatchObject([{ is: 'sent' }]);
}

/** Everything that a phone is sent. */
const sync = (phone: Page) => phone.evaluate(async () => (await fetch('/api/sync')).text());

test('a mentor is approved, their card is read and offered, and the two meet first', async ({
	page,
	otherPhone,
	server
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	const programmeId = 'demo-riverside';
	const phone = await otherPhone.newPage();
	await be(phone, 'mentor');
	await post(phone, 'demo-person-sam', 'mentor-card', {
		programmeId,
		capacity: 12,
		card: {
			firstName: 'Sam',
			picture: { drawn: 'mug' },
			facts: { cant_stand: ['crowds'] },
			words: { likes: 'Boats and old radios', cantStand: 'Crowds', how: 'Slow', why: 'I had one' }
		}
	});
	await be(phone, 'young-new');
	await post(phone, 'demo-person-remi', 'wish', { programmeId, wanted: 'yes', inMind: null });
	await post(phone, 'demo-person-remi', 'wish-answer', {
		programmeId,
		question: 'cant_stand',
		choices: ['crowds']
	});

	await be(page, 'coordinator');
	await page.getByRole('link', { name: 'Read Sam’s card' }).click();
	for (const kind of ['Background check', 'Training', 'References']) {
		const box = page.getByLabel('What was checked', { exact: true });
		if (!(await box.isVisible())) await page.getByText('Write down another').click();
		await box.selectOption({ label: kind });
		await page.getByLabel('Valid until').fill('2028-03-03');
		await page.getByRole('button', { name: 'Write it down' }).click();
		await expect(page.getByText('It is written down.')).toBeVisible();
	}
	await expect(page.getByText(/^Can be introduced until/)).toBeVisible();
	await expect(page.getByText('Boats and old radios')).toBeVisible();
	await page.getByRole('button', { name: 'Approve this card' }).click();
	await expect(page.getByText('The card is approved.')).toBeVisible();

	await atDesk(page, 'Matching');
	await page.getByRole('link', { name: 'See everyone who fits Remi' }).click();
	const sam = page.getByRole('region', { name: 'Sam', exact: true });
	await expect(sam.getByText('Both can’t stand crowds')).toBeVisible();
	expect(await sync(phone)).not.toContain('Boats and old radios');
	await sam.getByRole('button', { name: /^Offer this card/ }).click();
	await expect(page.getByText('The card is on their phone.').first()).toBeVisible();
	await expect.poll(() => sync(phone)).toContain('Boats and old radios');

	const { introductions } = JSON.parse(await sync(phone)).rows as {
		introductions: { id: string; card: { firstName: string } }[];
	};
	const introductionId = introductions.find(({ card }) => card.firstName === 'Sam')?.id;
	await post(phone, 'demo-person-remi', 'introduction-answer', { introductionId, says: 'meet_first' });
	await be(phone, 'mentor');
	await post(phone, 'demo-person-sam', 'asking-answer', { introductionId, says: 'yes' });

	await atDesk(page, 'Today');
	await page.getByRole('link', { name: /^Set the first meeting.*Remi and Sam/ }).click();
	await setFirstMeeting(page, '2026-11-20', 'The boathouse');
	await expect(page.getByText('Choose a day and time still to come.')).toBeVisible();
	await page.getByLabel('Day', { exact: true }).fill('2026-11-26');
	await page.getByRole('button', { name: 'Save the first meeting' }).click();
	await expect(
		page.getByText('First meeting with Sam: Thursday at 4:30 pm, at The boathouse.')
	).toBeVisible();
	expect(await sync(phone)).toContain('The boathouse');

	await later(server, '2026-11-27T18:00:00Z');
	await be(phone, 'young-new');
	await phone.goto(`/young/meet/${introductionId}`);
	await expect(phone.getByText('How was it? Would you like Sam as your mentor?')).toBeVisible();
	await phone.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(phone.getByText('We wait for Sam’s answer.')).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await be(page, 'mentor');
	await expect(page.getByText('You have met Remi. Would you go on?')).toBeVisible();
	await page.getByRole('link', { name: 'Read and answer' }).click();
	await page.getByRole('button', { name: 'Yes', exact: true }).click();
	await expect(page.getByText('You and Remi have begun')).toBeVisible(ARRIVES);
	await expect(phone.getByText('Sam is your mentor now')).toBeVisible(ARRIVES);
	await expect(phone.getByText('You both said yes.')).toBeVisible();
});
