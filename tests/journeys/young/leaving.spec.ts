import { be, expect, test } from '../test';
import { bubble, databases, keptOnServer, REACHED, say } from '../phone';

const leave = 'Leave quickly';

test('leaving quickly ends the session and takes everything readable; Back and reopening show nothing', async ({
	page,
	context,
	server
}) => {
	await be(page, 'young');
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	const cookies = await context.cookies();
	await page.getByRole('button', { name: leave }).click();
	await page.waitForURL('**/times-tables');
	expect(await databases(page)).toEqual(['corner']);

	const session = cookies.find((cookie) => cookie.name === 'session');
	const replay = await fetch(`${server.url}/api/session`, {
		headers: { cookie: `session=${session?.value}` }
	});
	expect(replay.status).toBe(401);

	await page.goBack();
	await expect(
		page.getByText('Nobody is signed in on this phone').or(page.getByText('Times tables')).first()
	).toBeVisible();
	await expect(page.getByText(/Sam|Ash/)).toHaveCount(0);
	await page.goto('/young/messages');
	await expect(page.getByText('Nobody is signed in on this phone')).toBeVisible();
	await expect(page.getByText(/Sam|Ash/)).toHaveCount(0);
});

test('leaving quickly works with no network, and nobody gets in until the server has been told', async ({
	page,
	context,
	server
}) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	const session = (await context.cookies()).find((cookie) => cookie.name === 'session');
	await context.setOffline(true);
	await page.getByRole('button', { name: leave }).click();
	await page.waitForURL('**/times-tables');
	expect(await databases(page)).toEqual(['corner']);
	await page.goto('/young');
	await expect(page.getByText('Signing out finishes when there is signal')).toBeVisible();
	await expect(page.getByText(/Sam|Ash/)).toHaveCount(0);

	await context.setOffline(false);
	await page
		.getByRole('button', { name: 'Try again' })
		.or(page.getByText('Nobody is signed in'))
		.first()
		.click();
	await expect(page.getByText('Nobody is signed in on this phone')).toBeVisible();
	const replay = await fetch(`${server.url}/api/session`, {
		headers: { cookie: `session=${session?.value}` }
	});
	expect(replay.status).toBe(401);
});

test('what had not been sent stays sealed, and goes once after the next sign-in', async ({
	page,
	context
}) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
	await context.setOffline(true);
	await say(page, 'nobody may read this here');
	await page.getByRole('button', { name: leave }).click();
	await page.waitForURL('**/times-tables');
	const stored = await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('corner');
			request.onsuccess = () => resolve(request.result);
		});
		const rows = await new Promise<{ sealed: ArrayBuffer }[]>((resolve) => {
			const request = database.transaction('outbox').objectStore('outbox').getAll();
			request.onsuccess = () => resolve(request.result);
		});
		database.close();
		return rows.map((row) => new TextDecoder().decode(row.sealed));
	});
	// Beside what Ash wrote, what was looked at may wait there too.
	expect(stored.length).toBeGreaterThan(0);
	for (const sealed of stored) expect(sealed).not.toContain('nobody may read');

	await context.setOffline(false);
	await page.goto('/demo/young');
	await page.goto('/young/messages');
	await expect(bubble(page, 'nobody may read this here')).toContainText(REACHED, { timeout: 60_000 });
	const { messages } = await keptOnServer(page);
	expect(messages.filter((body) => body === 'nobody may read this here')).toHaveLength(1);
});

test('two accounts on one phone never mix', async ({ page, context }) => {
	await be(page, 'young');
	await page.goto('/young/messages');
	await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
	await context.setOffline(true);
	await say(page, 'only from Ash');
	await context.setOffline(false);
	await page.route('**/api/outbox', (route) => route.abort());

	await page.goto('/demo/young-ending');
	await expect(page.getByRole('heading', { name: /Jo/ })).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('You pick the film.')).toBeVisible();
	await expect(page.getByText('only from Ash')).toHaveCount(0);
	await expect(page.getByText('Not walking out is huge.')).toHaveCount(0);
	expect((await databases(page)).filter((name) => name.includes('ash'))).toEqual([]);
	await page.unroute('**/api/outbox');
	await say(page, 'only from Jo');
	await expect(bubble(page, 'only from Jo')).toContainText(REACHED, { timeout: 60_000 });
	expect((await keptOnServer(page)).messages).not.toContain('only from Ash');

	await page.goto('/demo/young');
	await page.goto('/young/messages');
	await expect(bubble(page, 'only from Ash')).toContainText(REACHED, { timeout: 60_000 });
	expect((await keptOnServer(page)).messages).not.toContain('only from Jo');
});

test('leaving in one tab leaves in all of them', async ({ page, context }) => {
	await be(page, 'young');
	const second = await context.newPage();
	await second.goto('/young/messages');
	await expect(second.getByText('Not walking out is huge.')).toBeVisible();
	await page.getByRole('button', { name: leave }).click();
	await second.waitForURL('**/times-tables');
});
