import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import type { Moved } from '$lib/server/live';

const HEARTBEAT = 15_000;
const RETRY = 2_000;

/** A stream of "space X moved to revision n". A stream that was away is told to sync, whatever it missed. */
export function GET(event) {
	const who = signedIn(event);
	const { live } = house();
	const encoder = new TextEncoder();
	let gone = () => {};

	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const write = (text: string) => controller.enqueue(encoder.encode(text));
			const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT);
			const leave = live.add({
				personId: who.personId,
				sessionId: who.sessionId,
				send: (moved: Moved) => write(`event: moved\ndata: ${JSON.stringify(moved)}\n\n`),
				close: () => {
					gone();
					controller.close();
				}
			});
			gone = () => {
				clearInterval(heartbeat);
				leave();
			};
			write(`retry: ${RETRY}\nevent: open\ndata: {}\n\n`);
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
