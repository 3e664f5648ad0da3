import type { Cursors } from '../domain/entries/synced';

/** The server says something at least every 15 seconds. After three silences the line is taken for dead. */
const SILENCE = 45_000;
const SHORTEST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/**
 * Follows the server's live stream: one stream for all tabs of this browser, and only while someone is looking.
 * It is opened again for as long as that lasts, whatever becomes of the server and of whatever is in between.
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
			let source: EventSource | undefined;
			let timer: ReturnType<typeof setTimeout>;
			let pause = SHORTEST_PAUSE;
			const openIn = (time: number) => {
				clearTimeout(timer);
				timer = setTimeout(open, time);
			};
			const open = () => {
				source?.close();
				const mine = (source = new EventSource('/api/live'));
				const hear = (name: string, heard: (event: Event) => void) =>
					mine.addEventListener(name, (event) => {
						openIn(SILENCE);
						heard(event);
					});
				hear('open', (event) => {
					pause = SHORTEST_PAUSE;
					// The browser has an event of this name too, without data: only the server knows of something new.
					if (event instanceof MessageEvent) moved();
				});
				hear('stand', (event) => stand(JSON.parse((event as MessageEvent<string>).data) as Cursors));
				hear('moved', moved);
				hear('beat', () => {});
				mine.addEventListener('error', () => {
					// A browser comes back by itself after a break, but not to whoever refused it. Asking finds out why.
					if (mine.readyState !== EventSource.CLOSED) return;
					openIn(pause);
					pause = Math.min(pause * 2, LONGEST_PAUSE);
					moved();
				});
				openIn(SILENCE);
			};
			letGo = () => {
				clearTimeout(timer);
				source?.close();
				resolve();
			};
			open();
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
