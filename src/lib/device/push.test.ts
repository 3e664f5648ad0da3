import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pretendPhone } from './pretend';
import { pushState, switchOff, turnOff, turnOn, wokenDevices } from './push';
import { leave } from './session';
import { followUnseen, quieten } from './woken';
import { rowsOf } from './phone';

const ANDROID = 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0 Mobile';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari';

/** A browser with notifications and a push service, as far as a test says so. */
class PretendBrowser {
	permission: NotificationPermission = 'default';
	says: NotificationPermission = 'granted';
	subscription: PushSubscription | null = null;
	shown = [{ close: vi.fn() }, { close: vi.fn() }];
	did: string[] = [];
	subscribes: () => Promise<PushSubscription> = async () => this.made();
	/** What is left out. */
	without: string[] = [];
	registered = true;

	made(): PushSubscription {
		const unsubscribe = async () => {
			this.did.push('unsubscribe');
			this.subscription = null;
			return true;
		};
		this.subscription = { endpoint: 'https://push.test/a', unsubscribe } as unknown as PushSubscription;
		return this.subscription;
	}

	use(userAgent = ANDROID): void {
		const pushManager = {
			getSubscription: async () => this.subscription,
			subscribe: (options: PushSubscriptionOptionsInit) => {
				this.did.push(`subscribe ${String(options.applicationServerKey)} ${options.userVisibleOnly}`);
				return this.subscribes();
			}
		};
		const worker = { pushManager, getNotifications: async () => this.shown };
		const serviceWorker = {
			getRegistration: async () => (this.registered ? worker : undefined),
			register: async (address: string) => {
				this.did.push(`register ${address}`);
				this.registered = true;
			},
			ready: Promise.resolve(worker)
		};
		const badge = {
			setAppBadge: async (count: number) => void this.did.push(`badge ${count}`),
			clearAppBadge: async () => void this.did.push('no badge')
		};
		const has = (name: string) => !this.without.includes(name);
		vi.stubGlobal('navigator', {
			...{ userAgent, maxTouchPoints: 5 },
			...(has('serviceWorker') ? { serviceWorker } : {}),
			...(has('badge') ? badge : {})
		});
		vi.stubGlobal('window', {
			...(has('PushManager') ? { PushManager: {} } : {}),
			...(has('Notification') ? { Notification: {} } : {})
		});
		const permission = () => this.permission;
		vi.stubGlobal('Notification', {
			get permission() {
				return permission();
			},
			requestPermission: async () => {
				this.did.push('ask');
				return (this.permission = this.says);
			}
		});
	}
}

/** The server as far as waking goes. */
class PretendPushServer {
	here = false;
	refuses = 0;
	signal = true;
	asked: string[] = [];

	use(): void {
		vi.stubGlobal('fetch', async (door: string, { method = 'GET' }: { method?: string } = {}) => {
			if (!this.signal) throw new TypeError('no signal');
			this.asked.push(`${method} ${door}`);
			if (method === 'POST' && this.refuses) return new Response(null, { status: this.refuses });
			if (method !== 'GET') this.here = method === 'POST';
			if (method !== 'GET') return new Response(null, { status: method === 'POST' ? 201 : 204 });
			return Response.json({ key: 'our-key', devices: this.here ? [{ id: 'one', here: true }] : [] });
		});
	}
}

let browser: PretendBrowser;
let server: PretendPushServer;
beforeEach(() => {
	browser = new PretendBrowser();
	server = new PretendPushServer();
	browser.use();
	server.use();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('waking on this device', () => {
	test('is off until somebody turns it on, and off again when they turn it off', async () => {
		expect(await pushState()).toBe('off');
		expect(await turnOn()).toBe('on');
		expect(browser.did).toEqual(['ask', 'register /service-worker.js', 'subscribe our-key true']);
		expect(await pushState()).toBe('on');
		expect(await turnOff()).toBe('off');
		expect(browser.subscription).toBeNull();
		expect(server.here).toBe(false);
	});

	test.each(['serviceWorker', 'PushManager', 'Notification'])('can’t be without %s', async (without) => {
		browser.without = [without];
		browser.use();
		expect(await pushState()).toBe('unsupported');
		expect(await turnOn()).toBe('unsupported');
		expect(browser.did).toEqual([]);
	});

	test('wants an iPhone to have it on its home screen first', async () => {
		browser.without = ['PushManager', 'Notification'];
		browser.use(IPHONE);
		expect(await pushState()).toBe('needs-install');
		expect(await turnOn()).toBe('needs-install');
	});

	test('is blocked where the browser was told so, and asks nothing more', async () => {
		browser.says = 'denied';
		expect(await turnOn()).toBe('blocked');
		expect(await pushState()).toBe('blocked');
		expect(server.asked).toEqual([]);
	});

	test('stays off where the question was put away', async () => {
		browser.says = 'default';
		expect(await turnOn()).toBe('off');
		expect(browser.did).toEqual(['ask']);
	});

	test('is off where the server knows nothing of it: somebody else may have been here', async () => {
		browser.permission = 'granted';
		browser.made();
		expect(await pushState()).toBe('off');
		server.here = true;
		expect(await pushState()).toBe('on');
		server.signal = false;
		expect(await pushState()).toBe('on');
	});

	test('takes nothing over from whoever was woken here before', async () => {
		browser.made();
		expect(await turnOn()).toBe('on');
		expect(browser.did.slice(-2)).toEqual(['unsubscribe', 'subscribe our-key true']);
	});

	test('needs signal', async () => {
		server.signal = false;
		expect(await turnOn()).toBe('no-signal');
		expect(browser.subscription).toBeNull();
		browser.made();
		expect(await turnOff()).toBe('off');
	});

	test('does not wait for a browser that never answers, and lets go of an answer that comes late', async () => {
		vi.useFakeTimers();
		let answer: (subscription: PushSubscription) => void = () => {};
		browser.subscribes = () => new Promise((resolve) => (answer = resolve));
		const turning = turnOn();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(await turning).toBe('timeout');
		answer(browser.made());
		await vi.advanceTimersByTimeAsync(0);
		expect(browser.did.at(-1)).toBe('unsubscribe');
		expect(server.asked).toEqual(['GET /api/push']);
	});

	test.each([
		['NotAllowedError', 'blocked'],
		['AbortError', 'unsupported']
	])('a browser that says %s: %s', async (name, state) => {
		browser.subscribes = () => Promise.reject(Object.assign(new Error(), { name }));
		expect(await turnOn()).toBe(state);
	});

	test.each([
		[400, 'unsupported'],
		[500, 'no-signal']
	])('a server that answers %i leaves nothing behind', async (refuses, state) => {
		server.refuses = refuses;
		expect(await turnOn()).toBe(state);
		expect(browser.subscription).toBeNull();
	});

	test('is listed with one’s other devices, which can be switched off from here', async () => {
		await turnOn();
		expect(await wokenDevices()).toEqual([{ id: 'one', here: true }]);
		expect(await switchOff('one/two')).toBe(true);
		expect(server.asked.at(-1)).toBe('DELETE /api/push/one%2Ftwo');
		server.signal = false;
		expect(await wokenDevices()).toBeNull();
		expect(await switchOff('one')).toBe(false);
	});
});

describe('falling silent', () => {
	test('ends the subscription, closes what stands on the screen and takes the number off the icon', async () => {
		browser.made();
		await quieten();
		expect(browser.did.sort()).toEqual(['no badge', 'unsubscribe']);
		for (const one of browser.shown) expect(one.close).toHaveBeenCalledOnce();
	});

	test('is nothing where there is nothing', async () => {
		browser.without = ['serviceWorker', 'badge'];
		browser.use();
		await quieten();
		browser.registered = false;
		vi.stubGlobal('navigator', undefined);
		await quieten();
		expect(browser.did).toEqual([]);
	});

	test('comes with leaving, which does not wait for a push service that is slow', async () => {
		const phone = pretendPhone();
		await phone.signIn('person-ash');
		browser.made();
		const slow = vi.fn(() => new Promise<boolean>(() => {}));
		Object.assign(browser.subscription ?? {}, { unsubscribe: slow });
		await leave(phone);
		expect(slow).toHaveBeenCalledOnce();
		for (const one of browser.shown) expect(one.close).toHaveBeenCalledOnce();
	});
});

describe('the number on the icon', () => {
	test('is how much is unseen, and goes with the last of it', async () => {
		const phone = pretendPhone();
		await phone.signIn('person-ash');
		const rows = rowsOf('person-ash');
		const now = phone.time;
		const notice = (id: string, at: number, seenAt: number | null) => ({
			...{ id, spaceId: 'person:person-ash', kind: 'message' as const, pairingId: null, subjectId: null },
			...{ until: null, at, seenAt }
		});
		const day = 86_400_000;
		await rows.notices.bulkPut([
			notice('new', now, null),
			notice('new-too', now - 30 * day + 1, null),
			notice('old', now - 30 * day, null),
			notice('seen', now, now)
		]);
		const stop = followUnseen(rows, () => now);
		await vi.waitFor(() => expect(browser.did).toEqual(['badge 2']));
		await rows.notices.bulkPut([notice('new', now, now), notice('new-too', now, now)]);
		await vi.waitFor(() => expect(browser.did).toEqual(['badge 2', 'no badge']));
		await vi.waitFor(() => expect(browser.shown[0]?.close).toHaveBeenCalled());
		stop();
	});
});
