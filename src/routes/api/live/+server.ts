import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';

/** An event and not a comment, so that the phone hears it too; see device/live-stream. */
const HEARTBEAT = 15_000;
const RETRY = 2_000;

/**
 * A stream of "space X moved to revision n" and "sync". It begins by saying whether anything may have been missed
 * since the browser that returns was last told something.
 */
export function GET(event) {
	const who = signedIn(event);
	const { live } = house();
	const encoder = new TextEncoder();
	let gone = () => {};

	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const write = (text: string) => controller.enqueue(encoder.encode(text));
			const say = (name: string, data: object, id: string) =>
				write(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
			const heartbeat = setInterval(() => write('event: beat\ndata: {}\n\n'), HEARTBEAT);
			const leave = live.add({
				personId: who.personId,
				sessionId: who.sessionId,
				send: (told, id) => (told === 'sync' ? say('open', {}, id) : say('moved', told, id)),
				close: () => {
					gone();
					controller.close();
				}
			});
			gone = () => {
				clearInterval(heartbeat);
				leave();
			};
			write(`retry: ${RETRY}\n`);
			const missed = live.missed(who.personId, event.request.headers.get('last-event-id'));
			say('open', { missed }, live.id);
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
