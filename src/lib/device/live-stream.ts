import type { Cursors } from '../domain/entries/synced';

/**
 * Follows the server's live stream: one stream for all tabs of this browser, and only while someone is looking.
 * @param moved called when something changed
 * @param stand called when the stream opens and something may have been missed, with where every space stands
 * @returns how to stop
 */
export function followLive(moved: () => void, stand: (spaces: Cursors) => void): () => void {
	let letGo: (() => void) | undefined;
	let waiting: AbortController | undefined;

	const begin = () => {
		if (waiting || document.visibilityState === 'hidden') return;
		waiting = new AbortController();
		navigator.locks.request('corner-live', { signal: waiting.signal }, () => stream()).catch(() => {});
	};

	const stream = () =>
		new Promise<void>((resolve) => {
			const source = new EventSource('/api/live');
			// The browser has an event of this name too, without data: only the server knows what was missed.
			source.addEventListener('open', (event) => event instanceof MessageEvent && moved());
			source.addEventListener('stand', ({ data }) => stand(JSON.parse(data) as Cursors));
			source.addEventListener('moved', moved);
			// A stream that the server refused stays closed; asking by sync finds out why.
			source.addEventListener('error', () => source.readyState === EventSource.CLOSED && moved());
			letGo = () => {
				source.close();
				resolve();
			};
		});

	const end = () => {
		waiting?.abort();
		waiting = undefined;
		letGo?.();
		letGo = undefined;
	};

	const look = () => {
		if (document.visibilityState === 'hidden') return end();
		begin();
		moved();
	};

	document.addEventListener('visibilitychange', look);
	begin();
	return () => {
		document.removeEventListener('visibilitychange', look);
		end();
	};
}
