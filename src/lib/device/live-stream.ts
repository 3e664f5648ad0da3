/** Whether the server says that something was missed while the stream was away, or says it to be sure. */
function missed(event: Event): boolean {
	return event instanceof MessageEvent && JSON.parse(event.data).missed !== false;
}

/**
 * Follows the server's live stream: one stream for all tabs of this browser, and only while someone is looking.
 * @param moved called when something changed, and when the stream opens unless nothing was missed: content comes by sync
 * @returns how to stop
 */
export function followLive(moved: () => void): () => void {
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
			source.addEventListener('open', (event) => missed(event) && moved());
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
