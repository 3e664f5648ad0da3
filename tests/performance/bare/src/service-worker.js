/// <reference lib="webworker" />
import { build, prerendered, version } from '$service-worker';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => {
	event.waitUntil(caches.open(version).then((cache) => cache.addAll([...build, ...prerendered])));
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
	if (event.request.method !== 'GET') return;
	event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request)));
});
