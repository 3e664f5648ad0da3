import { be, expect, test } from '../test';
import { bubble, checkIn, keptOnServer, REACHED, say } from '../phone';

test('what Ash writes with the server away goes once, in order, and Sam’s answer comes without a reload', async ({
	page,
	server,
	otherPhone
}) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await server.stop();

	await checkIn(page, 'rough', 'nobody is listening', 'Can we talk?');
	await page.getByRole('link', { name: 'Messages' }).click();
	await say(page, 'first thing');
	await say(page, 'second thing');
	await expect(bubble(page, 'second thing')).toContainText('On this phone. It goes when you have signal');

	await server.start();
	await expect(bubble(page, 'second thing')).toContainText(REACHED, { timeout: 60_000 });
	const kept = await keptOnServer(page);
	expect(kept.checkIns.filter((line) => line === 'nobody is listening')).toHaveLength(1);
	expect(kept.messages.filter((body) => /^(first|second) thing$/.test(body)).sort()).toEqual([
		'first thing',
		'second thing'
	]);

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.getByRole('link', { name: 'Answer Ash' }).click();
	await expect(bubble(sam, 'nobody is listening')).toBeVisible();
	await expect(bubble(sam, 'first thing')).toBeVisible();
	await say(sam, 'I am here. Tell me more.');
	await expect(bubble(page, 'I am here. Tell me more.')).toBeVisible({ timeout: 60_000 });

	// Both streams broke: what is said before they are back comes with them.
	await server.stop();
	await server.start();
	await say(sam, 'And here again.');
	await expect(bubble(page, 'And here again.')).toBeVisible({ timeout: 60_000 });
});

test('Ash’s app opens cold with no network, on any of its pages', async ({ page, context }) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	await page.close();
	await context.setOffline(true);
	const reopened = await context.newPage();
	for (const [path, words] of [
		['/start', 'Next time with Sam'],
		['/young', 'Next time with Sam'],
		['/young/messages', 'Not walking out is huge.'],
		['/young/help', 'Childline'],
		['/young/goals', 'Goals'],
		['/young/you', 'Ash']
	] as const) {
		await reopened.goto(path);
		await expect(reopened.getByText(words).first()).toBeVisible();
	}
});

test('two tabs that are open at once send each thing once', async ({ page, context, server }) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	const second = await context.newPage();
	await second.goto('/young/messages');
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
	await server.stop();
	await say(page, 'from the first tab');
	await expect(bubble(second, 'from the first tab')).toBeVisible();
	await say(second, 'from the second tab');
	await server.start();
	for (const tab of [page, second])
		await expect(bubble(tab, 'from the second tab')).toContainText(REACHED, { timeout: 60_000 });
	const { messages } = await keptOnServer(page);
	expect(messages.filter((body) => body.startsWith('from the')).sort()).toEqual([
		'from the first tab',
		'from the second tab'
	]);
});

test('a message taken back within ten seconds never leaves, and is back in the box', async ({ page }) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	await say(page, 'not this after all');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toHaveValue('not this after all');
	await page.getByRole('textbox', { name: 'Write to Sam' }).fill('this instead');
	await page.getByRole('button', { name: 'Send to Sam' }).click();
	await expect(bubble(page, 'this instead')).toContainText(REACHED, { timeout: 60_000 });
	const { messages } = await keptOnServer(page);
	expect(messages).toContain('this instead');
	expect(messages).not.toContain('not this after all');
});

test('a server killed in the middle of a request has the message once', async ({ page, server }) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	await page.route('**/api/outbox', async (route) => {
		await route.fetch();
		await server.stop('SIGKILL');
		await route.abort();
		await page.unroute('**/api/outbox');
	});
	await say(page, 'half-way through');
	await expect.poll(() => server.isRunning, { timeout: 60_000 }).toBe(false);
	await server.start();
	await expect(bubble(page, 'half-way through')).toContainText(REACHED, { timeout: 60_000 });
	const { messages } = await keptOnServer(page);
	expect(messages.filter((body) => body === 'half-way through')).toHaveLength(1);
});

test('a closed app’s message is sent by the worker when the signal is back', async ({
	page,
	context,
	server
}) => {
	await context.grantPermissions(['background-sync'], { origin: server.url });
	await be(page, 'young');
	await page.goto('/young/messages');
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
	await context.setOffline(true);
	await say(page, 'sent while I was away');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden({ timeout: 15_000 });
	await page.goto('/times-tables');
	await context.setOffline(false);
	await expect
		.poll(async () => (await keptOnServer(page)).messages.includes('sent while I was away'), {
			timeout: 60_000
		})
		.toBe(true);
});
