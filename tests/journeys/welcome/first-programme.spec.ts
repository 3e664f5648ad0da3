import { behindTheSquare, invited } from '../desk';
import { withLock } from '../lock';
import { expect, test } from '../test';

test.use({ settings: { DEMO: 'off' } });

const printed = (output: string) =>
	/To make your first programme, open this once:\s+(\S+)/.exec(output)?.[1] ?? '';

test('the link that the server prints makes a programme and its coordinator, once; a mentor comes in by passkey only', async ({
	page,
	otherPhone,
	server
}) => {
	const link = printed(server.output);
	expect(link).toContain(`${server.url}/set-up/`);
	await withLock(page);
	await page.goto(link);
	await page.getByRole('textbox', { name: 'What the programme is called' }).fill('Hillside');
	await page.getByRole('textbox', { name: 'Your first name' }).fill('Bea');
	await page.getByRole('button', { name: 'Make it, with this device’s lock' }).click();
	await expect(page.getByRole('heading', { name: 'It’s there' })).toBeVisible();
	await page.getByRole('link', { name: 'Open the desk' }).click();
	await expect(page.getByRole('heading', { name: 'Nobody is paired yet' })).toBeVisible();
	await expect(page.getByText('Signed in as Bea')).toBeVisible();

	const again = await otherPhone.newPage();
	const response = await again.goto(link);
	expect(response?.status()).toBe(404);
	await expect(again.getByRole('heading', { name: 'This link doesn’t work' })).toBeVisible();

	const slip = await invited(page, 'Gil', 'Mentor');
	await withLock(again);
	await again.goto(behindTheSquare(slip));
	await expect(again.getByRole('heading', { name: 'Hillside' })).toBeVisible();
	await expect(again.getByRole('link', { name: 'Use three words' })).toHaveCount(0);
	expect((await again.request.get(`${behindTheSquare(slip)}/words`)).status()).toBe(404);
	await again.getByRole('button', { name: 'Use this device’s lock' }).click();
	await again.getByRole('link', { name: 'Carry on' }).click();
	await expect(again.getByText('Nobody is paired with you yet')).toBeVisible();

	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.goto('/sign-in');
	await page.getByRole('button', { name: 'Use this device’s lock' }).click();
	await expect(page.getByText('Signed in as Bea')).toBeVisible();
});

test('outside the demo nobody is let in as one of its cast', async ({ page, request }) => {
	for (const address of ['/demo', '/demo/young', '/demo/coordinator'])
		expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(404);
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Someone in your corner.' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Try it as someone' })).toHaveCount(0);
});
