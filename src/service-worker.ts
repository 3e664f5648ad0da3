/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { drain } from '$lib/device/outbox/drain';
import { entriesForWorker } from '$lib/device/outbox/entries-for-worker';
import { KeptParts, partAt, partOf, PARTS, type Part } from '$lib/device/kept-parts';
import { oneAtATime } from '$lib/device/lock';
import { openFor, renew, shownFor } from '$lib/device/push-for-worker';

declare let self: ServiceWorkerGlobalScope & {
	__WB_MANIFEST: { url: string; revision: string | null }[];
};

cleanupOutdatedCaches();
const files = self.__WB_MANIFEST.map((file) => ({ ...file, url: new URL(file.url, location.href).pathname }));
const parts = new KeptParts(
	files.map(({ url }) => url),
	caches
);
precacheAndRoute(
	files.filter(({ url }) => !partOf(url)),
	{ cleanURLs: true }
);
registerRoute(
	({ url, sameOrigin }) => sameOrigin && parts.has(url.pathname),
	({ request }) => parts.answer(request)
);
registerRoute(
	new NavigationRoute(createHandlerBoundToURL('/shell'), { allowlist: [/^\/(young|mentor|start)(\/|\?|$)/] })
);

self.addEventListener('install', (event) => event.waitUntil(keepParts()));

/** The app that is open and any that was used here before; both, where that cannot be told. */
async function keepParts(): Promise<void> {
	const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	const used = new Set<Part | undefined>(open.map(({ url }) => partAt(new URL(url).pathname)));
	for (const part of await parts.kept()) used.add(part);
	const wanted = PARTS.filter((part) => used.has(part));
	for (const part of wanted.length > 0 ? wanted : PARTS) await parts.keep(part);
}

self.addEventListener('message', (event) => {
	if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
	const part = event.data?.type === 'OPENED' && partAt(event.data.path);
	// With no signal there is nothing to fetch it from; the next opening tries again.
	if (part) event.waitUntil(parts.keep(part).catch(() => {}));
});

// The first visit is not under a worker's care yet; without this, the next one with no signal would be blank.
self.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([self.clients.claim(), parts.tidy()]))
);

/** The signal is back and the app may be closed: what was written goes now. */
self.addEventListener('sync', (event) => {
	const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
	if (tag === 'outbox') waitUntil.call(event, sendWhatWaits());
});

async function sendWhatWaits(): Promise<void> {
	const drained = await drain({
		entries: entriesForWorker(),
		lock: oneAtATime,
		fetch: (...request) => fetch(...request),
		clock: () => Date.now()
	});
	for (const page of await self.clients.matchAll()) page.postMessage({ type: 'OUTBOX' });
	// A rejected sync is tried again by the browser, later and less often each time.
	if (drained.is === 'later') throw new Error('still waiting');
}

/** Something is new. Whatever came, something is shown: a browser takes the permission from whoever shows nothing. */
self.addEventListener('push', (event) => {
	const { words, options, count } = shownFor(event.data?.text());
	event.waitUntil(Promise.all([self.registration.showNotification(words, options), showCount(count)]));
});

self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(openFor(event.notification.data, self.clients));
});

self.addEventListener('pushsubscriptionchange', (event) => {
	const { newSubscription } = event as PushSubscriptionChangeEvent;
	event.waitUntil(renew(self.registration.pushManager, newSubscription ?? null));
});

async function showCount(count: number): Promise<void> {
	const { navigator } = self as { navigator: { setAppBadge?(count: number): Promise<void> } };
	try {
		if (count > 0) await navigator.setAppBadge?.(count);
	} catch {
		// Some have it only on the home screen.
	}
}
