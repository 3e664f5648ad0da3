import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { whereToGo } from './addresses.js';
import { introduce, tellApp } from './caller.js';
import { closeOnSignal } from './closing.js';
import { protectiveHeaders } from './headers.js';
import { settingsFrom } from './settings.js';
import { squeeze } from './squeeze.js';
import { Plain, giveUp } from './steps.js';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response, next: () => void) => unknown} Handler */

const BUILT = fileURLToPath(new URL('../../build/handler.js', import.meta.url));

/** A caller must say what it wants within these; answers, live streams among them, may take as long as they like. */
const PATIENCE = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	keepAliveTimeout: 65_000,
	connectionsCheckingInterval: 5_000
};

/**
 * Prints where an error came from but not its text, which may quote what somebody wrote.
 * @param {unknown} error
 */
function report(error) {
	const { name, stack } = error instanceof Error ? error : new Error();
	const places = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
	console.error([`Unexpected ${name} while answering a request`, ...places].join('\n'));
}

/** Doors whose answers are never long enough to be worth compressing; asking whether they are has its price. */
const ALWAYS_SHORT = /^\/api\/(outbox|live|health)\b/;

/** @param {Response} response @param {number} status @param {string} text */
function answer(response, status, text) {
	if (response.headersSent) return response.destroy();
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	return response.end(text);
}

/**
 * Opens the built app: its database, its jobs, its demo.
 * @param {string} file
 * @returns {Promise<Handler>}
 */
async function openApp(file) {
	if (!existsSync(file))
		throw new Plain('The app has not been built yet. `npm start` builds it and starts it.');
	return (await import(pathToFileURL(file).href)).handler;
}

/** @param {NodeJS.ErrnoException} error @param {number} port */
function inPlainWords(error, port) {
	if (error.code === 'EADDRINUSE')
		return new Plain(
			`Port ${port} is taken, perhaps by Corner in another window.\n` +
				`Stop that one, or choose another port: PORT=${port + 1} npm start`
		);
	if (error.code === 'EACCES')
		return new Plain(`This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`);
	return error;
}

/**
 * Serves the built app until a signal ends it.
 * @param {string} [file] the app's handler
 * @throws {Plain} when it cannot be started
 */
export async function serve(file = BUILT) {
	process.env.NODE_ENV ??= 'production';
	const settings = settingsFrom(process.env);
	tellApp(process.env, settings);
	const handler = await openApp(file);
	const protect = protectiveHeaders(settings);

	// The app's file server drops the promise of what comes after it, so a failure there arrives here.
	process.on('unhandledRejection', report);

	const server = createServer(PATIENCE, (request, response) => {
		introduce(request, settings);
		protect(request, response);
		const go = async () => {
			try {
				await handler(request, response, () => answer(response, 404, 'Not found\n'));
			} catch (error) {
				report(error);
				answer(response, 500, 'Something went wrong\n');
			}
		};
		if (ALWAYS_SHORT.test(request.url ?? '')) void go();
		else squeeze(request, response, go);
	});
	closeOnSignal(server);

	await new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			reject(inPlainWords(error, settings.port))
		);
		server.listen({ port: settings.port, host: settings.host }, () => resolve(undefined));
	});
	const address = server.address();
	console.log(whereToGo(settings, typeof address === 'object' && address ? address.port : settings.port));
}

const startedDirectly = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (startedDirectly) await serve(process.argv[2]).catch(giveUp);
