import { building } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { fillDemo } from '$lib/cast/fill';
import { closeHouse, house, openHouse } from '$lib/server/house';
import { startJobs } from '$lib/server/jobs/work';
import { fromOurOwnPages } from '$lib/server/origin';
import { setUpLink } from '$lib/server/people/set-up';
import { startRounds } from '$lib/server/rounds';
import { readCookie, whoIs } from '$lib/server/sessions';
import { letters } from '$lib/wording/letters';
import { paraglideMiddleware } from '$lib/wording/paraglide/server';

export const init: ServerInit = async () => {
	// A build makes the pages that are the same for everyone, and leaves the database alone.
	if (building) return;
	const here = await openHouse(process.env);
	here.letters = letters;
	if (here.environment.demo) await fillDemo(here);
	const link = await setUpLink(here);
	if (link) announceSetUp(link);
	const stopRounds = startRounds(here);
	const stopJobs = startJobs(here);
	// Streams never finish by themselves, and the server waits for what is under way.
	process.on('sveltekit:shutdown', () => here.live.closeAll());
	closing(async () => {
		stopRounds();
		await stopJobs();
		await closeHouse();
	});
};

/** The server around us calls this before it exits; see src/start/serve.js. */
function closing(close: () => Promise<void>) {
	(globalThis as Record<symbol, unknown>)[Symbol.for('corner.closing')] = close;
}

/** Printed on the operator's own screen, never logged: it opens the first account. */
function announceSetUp(link: string) {
	const origin = process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`;
	process.stdout.write(`\nTo make your first programme, open this once:\n  ${origin}${link}\n\n`);
}

/** One function and not a sequence of four: every request passes here, and each step of a sequence is a layer. */
export const handle: Handle = async ({ event, resolve }) => {
	if (building) return inTheirLanguage(event, resolve);
	const started = performance.now();
	const response = await answer(event, resolve);
	house().log.info({
		method: event.request.method,
		route: event.route.id ?? 'none',
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};

type Resolve = Parameters<Handle>[0]['resolve'];

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	if (!fromOurOwnPages(event.request, event.url.origin))
		return Response.json({ message: 'from_elsewhere' }, { status: 403 });
	event.locals.who = event.isSubRequest ? null : await whoIs(house(), readCookie(event));
	// What programs ask for has keys in it and no sentences, so no language has to be found for it.
	return event.url.pathname.startsWith('/api/') ? resolve(event) : inTheirLanguage(event, resolve);
}

const inTheirLanguage = (event: RequestEvent, resolve: Resolve) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%paraglide.lang%', locale)
		});
	});

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404 && !building) house().log.error({ err: error, route: event.route.id ?? 'none', status });
	return { message: status === 404 ? 'not_there' : 'our_fault' };
};
