import { afterEach, describe, expect, test, vi } from 'vitest';
import { openFor, renew, shownFor, type Windows } from './push-for-worker';

describe('what a worker shows', () => {
	test('is the words, under one name, without buzzing again', () => {
		expect(shownFor('{"w":"Something for you","n":"notice-1","b":3}')).toEqual({
			words: 'Something for you',
			options: {
				...{ tag: 'new', renotify: false, data: { n: 'notice-1' } },
				...{ icon: '/icons/icon-192.png', badge: '/icons/badge-96.png' }
			},
			count: 3
		});
	});

	test('is something, whatever came', () => {
		expect(shownFor(undefined)).toMatchObject({ words: 'You have something new', count: 0 });
		expect(shownFor('<html>')).toMatchObject({
			words: 'You have something new',
			options: { data: { n: '' } }
		});
	});
});

/** A browser with these pages open. */
function browser(...urls: string[]) {
	const did: string[] = [];
	const pages = urls.map((url) => ({
		url: `https://corner.test${url}`,
		focus: vi.fn(async () => void did.push(`focus ${url}`)),
		navigate: vi.fn(async (address: string) => void did.push(`${url} goes to ${address}`))
	}));
	const windows: Windows = {
		matchAll: async () => pages,
		openWindow: async (address) => void did.push(`open ${address}`)
	};
	return { did, pages, windows };
}

describe('a tap', () => {
	test('opens the app where nothing is open', async () => {
		const { did, windows } = browser();
		await openFor({ n: 'notice-1' }, windows);
		expect(did).toEqual(['open /start?n=notice-1']);
	});

	test.each(['/young/messages', '/mentor', '/start', '/young'])(
		'takes the app that is open at %s there',
		async (url) => {
			const { did, windows } = browser('/coordinator/people', url);
			await openFor({ n: 'notice-1' }, windows);
			expect(did).toEqual([`focus ${url}`, `${url} goes to /start?n=notice-1`]);
		}
	);

	test.each(['/coordinator/people/new', '/youngsters', '/', '/group'])(
		'leaves alone what somebody may be filling in at %s',
		async (url) => {
			const { did, windows } = browser(url);
			await openFor({ n: 'notice-1' }, windows);
			expect(did).toEqual(['open /start?n=notice-1']);
		}
	);

	test('leads to the first screen where nothing certain is known', async () => {
		for (const data of [undefined, null, 'x', { n: '../evil' }, { n: '' }]) {
			const { did, windows } = browser();
			await openFor(data, windows);
			expect(did).toEqual(['open /start']);
		}
	});

	test('opens a new window where the open one can’t be moved, and moves one that can’t be brought forward', async () => {
		const stuck = browser('/young');
		stuck.pages[0]?.navigate.mockRejectedValue(new TypeError('not ours'));
		await openFor({ n: 'a' }, stuck.windows);
		expect(stuck.did).toEqual(['focus /young', 'open /start?n=a']);
		const behind = browser('/young');
		behind.pages[0]?.focus.mockRejectedValue(new TypeError('no tap'));
		await openFor({ n: 'a' }, behind.windows);
		expect(behind.did).toEqual(['/young goes to /start?n=a']);
	});
});

describe('a subscription that the browser changed', () => {
	afterEach(() => void vi.unstubAllGlobals());

	const subscription = () => ({ endpoint: 'https://push.test/a', unsubscribe: vi.fn(async () => true) });
	const manager = (made: unknown) => ({ subscribe: vi.fn(async () => made) }) as unknown as PushManager;
	function server(asked: number, told = 201) {
		const said: [string, string][] = [];
		const fetch = async (
			door: string,
			{ method = 'GET', body = '' }: { method?: string; body?: string } = {}
		) => {
			said.push([method, body]);
			if (method === 'GET') return Response.json({ key: 'our-key', devices: [] }, { status: asked });
			return new Response(null, { status: told });
		};
		vi.stubGlobal('fetch', fetch);
		return said;
	}

	test('is told to the server', async () => {
		const said = server(200);
		const given = subscription();
		await renew(manager(undefined), given as unknown as PushSubscription);
		expect(said).toEqual([
			['GET', ''],
			['POST', JSON.stringify(given)]
		]);
		expect(given.unsubscribe).not.toHaveBeenCalled();
	});

	test('is made anew where the browser only ended it', async () => {
		const said = server(200);
		const made = subscription();
		const asking = manager(made);
		await renew(asking, null);
		expect(asking.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'our-key' });
		expect(said[1]).toEqual(['POST', JSON.stringify(made)]);
	});

	test('is let go of where nobody is signed in, or the server won’t have it', async () => {
		server(401);
		const given = subscription();
		await renew(manager(undefined), given as unknown as PushSubscription);
		expect(given.unsubscribe).toHaveBeenCalledOnce();
		server(200, 400);
		const refused = subscription();
		await renew(manager(undefined), refused as unknown as PushSubscription);
		expect(refused.unsubscribe).toHaveBeenCalledOnce();
	});
});
