import { atDesk, behindTheSquare, followSlip, invitedByNadia, slipOn } from '../desk';
import { withLock } from '../lock';
import { expect, IN_HOURS, settled, test } from '../test';

const EIGHT_DAYS = 8 * 86_400_000;
const noMentorYet = 'Do you want a mentor?';

test('an invited young person picks a phrase, is at home, and comes back with code name and phrase', async ({
	page,
	otherPhone
}) => {
	const slip = await invitedByNadia(page, 'Kai', 'Young person');
	const phone = await otherPhone.newPage();
	await followSlip(phone, slip);
	await expect(phone.getByRole('heading', { name: 'Riverside mentoring' })).toBeVisible();
	await expect(phone.getByText('Nadia invited you to')).toBeVisible();
	await expect(phone.getByText('Kai')).toHaveCount(0);
	await phone.getByRole('link', { name: 'Use three words' }).click();

	const words = phone.getByRole('region', { name: 'Your three words' }).locator('.big');
	const first = await words.innerText();
	await phone.getByRole('button', { name: 'Other words' }).click();
	await expect(words).not.toHaveText(first);
	const phrase = await words.innerText();
	expect(phrase.split(/\s+/)).toHaveLength(3);
	const codeName = await phone.getByRole('region', { name: 'Your code name' }).locator('.big').innerText();
	await phone.getByRole('button', { name: 'I like these' }).click();
	await expect(phone.getByRole('heading', { name: 'Keep these' })).toBeVisible();
	await expect(words).toHaveText(phrase);
	await phone.getByRole('button', { name: 'I’ve got them' }).click();
	await expect(phone.getByRole('heading', { name: 'Hi Kai' })).toBeVisible();
	await expect(phone.getByText(noMentorYet)).toBeVisible();

	await settled(phone);
	await phone.getByRole('link', { name: 'You', exact: true }).click();
	await phone.getByRole('button', { name: 'Sign out on this phone' }).click();
	await expect(phone.getByRole('heading', { name: 'Sign out on this phone?' })).toBeVisible();
	await phone.getByRole('button', { name: 'Sign out on this phone' }).click();
	await phone.getByRole('link', { name: 'Sign in' }).click();

	const answers: string[] = [];
	for (const [name, tried] of [
		[codeName, 'wrong wrong wrong'],
		['nobody here', phrase]
	] as const) {
		await phone.getByRole('textbox', { name: 'Your code name' }).fill(name);
		await phone.getByRole('textbox', { name: 'Your three words' }).fill(tried);
		const answered = phone.waitForResponse((response) => response.request().method() === 'POST');
		await phone.getByRole('button', { name: 'Sign in' }).click();
		const response = await answered;
		await expect(phone.getByText('Those don’t go together.')).toBeVisible();
		await expect(phone.getByRole('textbox', { name: 'Your code name' })).toHaveValue(name);
		const text = (await phone.getByRole('main').innerText()).replaceAll(name, '…');
		answers.push(`${response.status()} ${text}`);
	}
	expect(answers[0]).toBe(answers[1]);

	await phone.getByRole('textbox', { name: 'Your code name' }).fill(` ${codeName.toUpperCase()} `);
	await phone
		.getByRole('textbox', { name: 'Your three words' })
		.fill(phrase.replaceAll(' ', '  ').toUpperCase());
	await phone.getByRole('button', { name: 'Sign in' }).click();
	await expect(phone.getByRole('heading', { name: 'Hi Kai' })).toBeVisible();
});

test('an invited young person makes a passkey, is at home, and comes back with it', async ({
	page,
	otherPhone
}) => {
	const slip = await invitedByNadia(page, 'Mo', 'Young person');
	const phone = await otherPhone.newPage();
	await withLock(phone);
	await phone.goto(behindTheSquare(slip));
	await phone.getByRole('button', { name: 'Use this device’s lock' }).click();
	await expect(phone.getByRole('heading', { name: 'You’re in' })).toBeVisible();
	await phone.getByRole('link', { name: 'Carry on' }).click();
	await expect(phone.getByRole('heading', { name: 'Hi Mo' })).toBeVisible();

	await settled(phone);
	await phone.getByRole('link', { name: 'You', exact: true }).click();
	await phone.getByRole('button', { name: 'Sign out on this phone' }).click();
	await expect(phone.getByRole('heading', { name: 'Sign out on this phone?' })).toBeVisible();
	await phone.getByRole('button', { name: 'Sign out on this phone' }).click();
	await phone.getByRole('link', { name: 'Sign in' }).click();
	await phone.getByRole('button', { name: 'Use this device’s lock' }).click();
	await expect(phone.getByRole('heading', { name: 'Hi Mo' })).toBeVisible();
	await expect(phone.getByText(noMentorYet)).toBeVisible();
});

test('a used, an expired, a withdrawn, a replaced and a garbled slip get the same plain page', async ({
	page,
	otherPhone,
	server
}) => {
	const used = await invitedByNadia(page, 'Kai', 'Young person');
	const phone = await otherPhone.newPage();
	await phone.goto(behindTheSquare(used));
	await phone.getByRole('link', { name: 'Use three words' }).click();
	await phone.getByRole('button', { name: 'I like these' }).click();
	await phone.getByRole('button', { name: 'I’ve got them' }).click();
	await expect(phone.getByRole('heading', { name: 'Hi Kai' })).toBeVisible();

	const withdrawn = await invitedByNadia(page, 'Mo', 'Young person');
	await atDesk(page, 'People');
	await page.getByRole('link', { name: 'Mo', exact: true }).click();
	await page.getByRole('button', { name: 'Take the slip back' }).click();
	await expect(page.getByText('The slip no longer works.')).toBeVisible();

	const replaced = await invitedByNadia(page, 'Ali', 'Young person');
	await atDesk(page, 'People');
	await page.getByRole('link', { name: 'Ali', exact: true }).click();
	await page.getByRole('button', { name: 'Make a new slip' }).click();
	const newer = await slipOn(page);

	const gone: string[] = [];
	const look = async (address: string) => {
		const response = await phone.goto(address);
		await expect(phone.getByRole('heading', { name: 'This slip doesn’t work' })).toBeVisible();
		gone.push(`${response?.status()} ${await phone.locator('body').innerText()}`);
	};
	await look(behindTheSquare(used));
	await look(behindTheSquare(withdrawn));
	await look(behindTheSquare(replaced));
	await look('/invitation/not-a-slip');
	await look(behindTheSquare(newer).replace(/.$/, (last) => (last === '0' ? '1' : '0')));
	await look(`${behindTheSquare(used)}/words`);

	await phone.goto(behindTheSquare(newer));
	await expect(phone.getByRole('heading', { name: 'Riverside mentoring' })).toBeVisible();
	await server.stop();
	server.settings.DEMO_NOW = new Date(Date.parse(IN_HOURS) + EIGHT_DAYS).toISOString();
	await server.start();
	await look(behindTheSquare(newer));
	expect(new Set(gone).size).toBe(1);
	expect(gone[0]).toMatch(/^404 /);
});
