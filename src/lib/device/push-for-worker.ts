import { addressOfPush, PUSH_TAG, readPayload, type PushStands } from '../domain/telling/push';

/** What a worker shows, and keeps for the tap. */
interface Shown {
	words: string;
	options: NotificationOptions & { renotify: boolean };
	count: number;
}

/** What stands on the phone for a push: the programme's words, and nothing that says what this is. */
export function shownFor(payload: string | undefined): Shown {
	const { w, n, b } = readPayload(payload);
	return {
		words: w,
		options: {
			tag: PUSH_TAG,
			// Whoever has not looked yet is not buzzed again.
			renotify: false,
			icon: '/icons/icon-192.png',
			badge: '/icons/badge-96.png',
			data: { n }
		},
		count: b
	};
}

/** The windows of this browser that show one of our pages. */
export interface Windows {
	matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly Page[]>;
	openWindow(address: string): Promise<unknown>;
}
interface Page {
	url: string;
	focus(): Promise<unknown>;
	navigate(address: string): Promise<unknown>;
}

/** A page of the app that may be taken elsewhere: at the desk, somebody may be in the middle of a form. */
const OF_THE_APP = /^\/(young|mentor|start)(\/|$)/;

/** After a tap: the app that is open goes to the right screen, or else is opened there. */
export async function openFor(data: unknown, clients: Windows): Promise<void> {
	const address = addressOfPush(readPayload(JSON.stringify(data ?? {})).n);
	const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
	const app = windows.find(({ url }) => OF_THE_APP.test(new URL(url).pathname));
	if (!app) return void (await clients.openWindow(address));
	try {
		await app.focus().catch(() => {});
		await app.navigate(address);
	} catch {
		await clients.openWindow(address);
	}
}

/** The browser has put another subscription in the place of ours, or ended it: the server is told, or there is none. */
export async function renew(manager: PushManager, given: PushSubscription | null): Promise<void> {
	const asked = await fetch('/api/push');
	if (!asked.ok) return void (await given?.unsubscribe());
	const { key } = (await asked.json()) as PushStands;
	const subscription =
		given ?? (await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
	const told = await fetch('/api/push', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(subscription)
	});
	if (!told.ok) await subscription.unsubscribe();
}
