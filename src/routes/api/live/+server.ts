import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import type { Moved } from '$lib/server/live';
import { reach } from '$lib/server/spaces';

const HEARTBEAT = 15_000;
const RETRY = 2_000;

/**
 * A stream of "space X moved to revision n", beginning with where every space stands: whoever has read as far has missed
 * nothing. Phones of the first release sync at each opening, whatever it says.
 */
export function GET(event) {
	const who = signedIn(event);
	const { live, store, now } = house();
	const encoder = new TextEncoder();
	let gone = () => {};
	let open = true;

	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const write = (text: string) => controller.enqueue(encoder.encode(text));
			const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT);
			const close = () => {
				gone();
				controller.close();
			};
			const leave = live.add({
				personId: who.personId,
				sessionId: who.sessionId,
				send: (moved: Moved) => write(`event: moved\ndata: ${JSON.stringify(moved)}\n\n`),
				close
			});
			gone = () => {
				open = false;
				clearInterval(heartbeat);
				leave();
			};
			write(`retry: ${RETRY}\n\n`);
			// Asked for once the stream is listening, so that nothing falls in between.
			reach(store.read, who.personId, now())
				.then((spaces) => {
					const stand = Object.fromEntries(spaces.map(({ id, revision }) => [id, revision]));
					if (open) write(`event: stand\ndata: ${JSON.stringify(stand)}\n\n`);
				})
				// Whoever listens comes again.
				.catch(() => open && close());
		},
		cancel: () => gone()
	});

	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}
