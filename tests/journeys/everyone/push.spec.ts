import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import ts from 'typescript';
import { USUAL_PUSH_WORDS } from '../../../src/lib/domain/telling/night';
import { open, PushService, vapidOf, type Received } from '../../push-service';
import { say } from '../phone';
import { be, expect, test as base } from '../test';

/** A server that knows one push service more: ours. */
const test = base.extend<{ service: PushService }>({
	service: async ({}, use) => {
		const service = await PushService.open();
		await use(service);
		await service.close();
	},
	settings: async ({ service }, use) => use({ PUSH_SERVICES: service.origin })
});

const CAST = join(import.meta.dirname, '../../../src/lib/cast');
const SAYS_WHAT_THIS_IS = /mentor|care|social|support|meeting|goal|young|message|corner|riverside|check.?in/i;

/** Every text in the files of the cast: names, what they wrote, what they are. */
function textsOfTheCast(): string[] {
	const found = new Set<string>();
	const look = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node))
			found.add(node.text);
		ts.forEachChild(node, look);
	};
	for (const name of readdirSync(CAST))
		look(ts.createSourceFile(name, readFileSync(join(CAST, name), 'utf8'), ts.ScriptTarget.Latest));
	return [...found].filter((text) => text.trim().length > 2 && !USUAL_PUSH_WORDS.includes(text));
}

/** Stands in for the part of a browser that a headless one never answers for: finding its push service. */
async function withPushService(context: BrowserContext, url: string, given: object): Promise<void> {
	await context.grantPermissions(['notifications'], { origin: url });
	await context.addInitScript((given) => {
		let subscription: unknown = null;
		const unsubscribe = async () => {
			subscription = null;
			return true;
		};
		PushManager.prototype.getSubscription = async () => subscription as PushSubscription | null;
		PushManager.prototype.subscribe = async (options) => {
			if (!options?.userVisibleOnly || !options.applicationServerKey) throw new TypeError('not asked well');
			return (subscription = { ...given, unsubscribe }) as unknown as PushSubscription;
		};
	}, given);
}

/** Hands what the push service was given to the real worker, as the browser does once it is unsealed. */
async function deliver(page: Page, payload: string): Promise<void> {
	const client = await page.context().newCDPSession(page);
	const registration = new Promise<string>((found) =>
		client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [here] = registrations.filter(({ isDeleted }) => !isDeleted);
			if (here) found(here.registrationId);
		})
	);
	await client.send('ServiceWorker.enable');
	await client.send('ServiceWorker.deliverPushMessage', {
		origin: new URL(page.url()).origin,
		registrationId: await registration,
		data: payload
	});
	await client.detach();
}

const shown = (page: Page) =>
	page.evaluate(async () => {
		const all = await (await navigator.serviceWorker.ready).getNotifications();
		return all.map(({ title, body, tag, data }) => ({ title, body, tag, data }));
	});

/** A tap on it. A made-up event may not keep a worker awake, so what the worker waits for is waited for here. */
async function tap(page: Page): Promise<void> {
	const [worker] = page.context().serviceWorkers();
	await worker?.evaluate(async () => {
		const here = self as unknown as { registration: ServiceWorkerRegistration };
		const [notification] = await here.registration.getNotifications();
		const made = (globalThis as unknown as { NotificationEvent: new (...given: unknown[]) => Event })
			.NotificationEvent;
		const event = new made('notificationclick', { notification });
		const waited: Promise<unknown>[] = [];
		Object.defineProperty(event, 'waitUntil', { value: (work: Promise<unknown>) => waited.push(work) });
		self.dispatchEvent(event);
		await Promise.all(waited);
	});
}

test('Sam answers: Ash’s locked phone says that something is new, nobody on the way learns more, and a tap opens it', async ({
	page,
	context,
	otherPhone,
	server,
	service
}) => {
	const phone = service.subscribed('phone-of-ash');
	await withPushService(context, server.url, { endpoint: phone.endpoint, keys: phone.keys });
	await be(page, 'young');
	await page.goto('/young/you/notifications');
	await page.getByRole('button', { name: 'Turn it on here' }).click();
	await expect(page.getByRole('button', { name: 'Turn it off' })).toBeVisible();
	const { key } = await page.evaluate(
		async () => (await (await fetch('/api/push')).json()) as { key: string }
	);

	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam.getByRole('link', { name: 'Answer Ash' }).click();
	const words = 'I’ll be at the café on Thursday, whatever happens.';
	await say(sam, words);

	const [received] = (await service.until(1)) as [Received];
	const { headers } = received;
	expect(vapidOf(received)).toMatchObject({ key, aud: service.origin });
	expect(vapidOf(received).exp * 1000).toBeGreaterThan(Date.now());
	expect(vapidOf(received).exp * 1000).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000);
	expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal' });
	expect(headers.topic).toMatch(/^[\w-]{1,32}$/);
	// From six in the evening: three hours until the night.
	expect(Number(headers.ttl)).toBeGreaterThan(2.9 * 3600);
	expect(Number(headers.ttl)).toBeLessThanOrEqual(3 * 3600);

	const plain = open(received, phone);
	const payload = JSON.parse(plain) as { n: string };
	expect(payload).toEqual({
		w: USUAL_PUSH_WORDS,
		n: expect.stringMatching(/^[\w-]{32}$/),
		b: expect.any(Number)
	});
	const said = plain.replace(payload.n, '');
	// Of the wire, all but what is random by its nature: there, any few letters may come by chance.
	const { authorization: _, topic: __, ...rest } = headers;
	const wire = JSON.stringify([received.path, rest]);
	for (const text of [...textsOfTheCast(), words]) {
		expect(said).not.toContain(text);
		if (text.length > 4) expect(received.body.includes(text), text).toBe(false);
	}
	expect(said).not.toMatch(SAYS_WHAT_THIS_IS);
	expect(wire.replace('phone-of-ash', '')).not.toMatch(SAYS_WHAT_THIS_IS);
	expect(received.body.toString('latin1')).not.toMatch(/mentor|meeting|message/i);

	await deliver(page, plain);
	const once = [{ title: USUAL_PUSH_WORDS, body: '', tag: 'new', data: { n: payload.n } }];
	await expect.poll(() => shown(page)).toEqual(once);
	await deliver(page, plain);
	await expect.poll(() => shown(page)).toEqual(once);

	await tap(page);
	await expect(page).toHaveURL(/\/young\/messages/);
	await expect(page.getByText(words)).toBeVisible();
	await expect.poll(() => shown(page)).toEqual([]);
});

test('whatever comes, a phone shows the usual words; and nothing of it is left when its person leaves', async ({
	page,
	context,
	server,
	service
}) => {
	const phone = service.subscribed('phone-of-ash');
	await withPushService(context, server.url, { endpoint: phone.endpoint, keys: phone.keys });
	await be(page, 'young');
	await page.goto('/young/you/notifications');
	await page.getByRole('button', { name: 'Turn it on here' }).click();
	await expect(page.getByRole('button', { name: 'Turn it off' })).toBeVisible();
	await deliver(page, 'not what we send');
	await expect.poll(async () => (await shown(page)).map(({ title }) => title)).toEqual([USUAL_PUSH_WORDS]);

	await page.getByRole('button', { name: 'Leave quickly' }).click();
	await expect(page).toHaveURL(/times-tables/);
	expect(await shown(page)).toEqual([]);
	expect(await page.evaluate(async () => (await fetch('/api/push')).status)).toBe(401);
});
