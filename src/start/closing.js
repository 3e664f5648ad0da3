const REQUESTS_MS = 600;
const EVERYTHING_MS = 950;
const IDLE_CHECK_MS = 20;

/** The app puts a function here that finishes its work (jobs, then the database); we wait for it. */
const CLOSING = Symbol.for('corner.closing');

/** @returns {Promise<void>} */
async function closeApp() {
	const close = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis))[CLOSING];
	if (typeof close === 'function') await close();
}

/**
 * Ends the server on Ctrl-C or SIGTERM, within a second: no new callers; `sveltekit:shutdown`, on which the app ends
 * its live streams; running requests finish, or are cut off after 600 ms; then the app closes its database.
 * A second signal changes nothing: npm passes on the Ctrl-C that the terminal has already sent us.
 * @param {import('node:http').Server} server
 */
export function closeOnSignal(server) {
	let closing = false;

	/** @param {NodeJS.Signals} signal */
	const close = async (signal) => {
		if (closing) return;
		closing = true;
		setTimeout(() => {
			console.error('Corner stopped before everything had finished.');
			process.exit(1);
		}, EVERYTHING_MS);
		setTimeout(() => server.closeAllConnections(), REQUESTS_MS);
		setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);

		const quiet = new Promise((resolve) => server.close(resolve));
		try {
			/** @type {import('node:events').EventEmitter} */ (process).emit('sveltekit:shutdown', signal);
		} catch (error) {
			console.error(error);
		}
		await quiet;
		await closeApp();
		process.exit(0);
	};

	server.on('request', (request, response) => {
		if (closing) response.setHeader('Connection', 'close');
	});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, close);
}
