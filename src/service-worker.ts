/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { drain } from '$lib/device/outbox/drain';
import { entriesForWorker } from '$lib/device/outbox/entries-for-worker';
import { oneAtATime } from '$lib/device/lock';

declare let self: ServiceWorkerGlobalScope & {
	__WB_MANIFEST: { url: string; revision: string | null }[];
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: true });
registerRoute(
	new NavigationRoute(createHandlerBoundToURL('/shell'), { allowlist: [/^\/(young|mentor|start)(\/|\?|$)/] })
);

self.addEventListener('message', (event) => {
	if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first visit is not under a worker's care yet; without this, the next one with no signal would be blank.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

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
