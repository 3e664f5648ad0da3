import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { reach } from '$lib/server/spaces';

/** An event and not a comment, so that the phone hears it too; see device/live-stream. */
const HEARTBEAT = 15_000;
const RETRY = 2_000;

/**
 * A stream of "space X moved to revision n" and of "sync". Where something may have been missed since the browser that
 * returns was last told something, it begins with where every space stands: whoever has read as far has missed
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
			const say = (name: string, data: object, id: string) =>
				write(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
			const heartbeat = setInterval(() => write('event: beat\ndata: {}\n\n'), HEARTBEAT);
			const close = () => {
				gone();
				controller.close();
			};
			const leave = live.add({
				personId: who.personId,
				sessionId: who.sessionId,
				send: (told, id) => (told === 'sync' ? say('open', {}, id) : say('moved', told, id)),
				close
			});
			gone = () => {
				open = false;
				clearInterval(heartbeat);
				leave();
			};
			write(`retry: ${RETRY}\n\n`);
			if (!live.missed(who.personId, event.request.headers.get('last-event-id'))) return;
			const { id } = live;
			// Asked for once the stream is listening, so that nothing falls in between.
			reach(store.read, who.personId, now())
				.then((spaces) => {
					const stand = Object.fromEntries(spaces.map(({ id, revision }) => [id, revision]));
					if (open) say('stand', stand, id);
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
