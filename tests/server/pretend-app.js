/**
 * Stands in for the built app in the tests of the server around it: the same shape as adapter-node's handler, and a
 * few answers to look at. It closes its live streams and its pretend database as the real app does.
 */
if (process.env.PRETEND_BROKEN === 'plainly')
	throw Object.assign(new Error('DATA_DIR is not a folder we can write to.'), { plain: true });

/** @typedef {import('node:http').ServerResponse} Response */

/** @type {Set<Response>} */
const streams = new Set();

process.on(/** @type {any} */ ('sveltekit:shutdown'), () => {
	if (process.env.PRETEND_STUBBORN !== 'yes') for (const stream of streams) stream.end();
});

/** @type {any} */ (globalThis)[Symbol.for('corner.closing')] = async () => {
	console.log('pretend database closed');
};

/** @param {Response} response @param {string} type @param {string} text */
function send(response, type, text) {
	response.setHeader('Content-Type', type);
	response.end(text);
}

/** @type {Record<string, (request: import('node:http').IncomingMessage, response: Response) => unknown>} */
const answers = {
	'/page': (_, response) => send(response, 'text/html', '<h1>Hello</h1>'),
	'/own-policy': (_, response) => {
		response.setHeader('content-security-policy', "default-src 'self'");
		send(response, 'text/html', '<h1>Hello</h1>');
	},
	'/service-worker.js': (_, response) => send(response, 'text/javascript', 'self;'),
	'/_app/immutable/a.js': (_, response) => {
		response.setHeader('cache-control', 'public,max-age=31536000,immutable');
		send(response, 'text/javascript', 'export {};');
	},
	'/api/caller': ({ headers }, response) => send(response, 'application/json', JSON.stringify(headers)),
	'/api/long': (_, response) => send(response, 'application/json', JSON.stringify('long '.repeat(1_000))),
	'/api/live': (_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/event-stream' });
		response.write('data: first\n\n');
		streams.add(response);
	},
	'/api/slow': (_, response) => {
		console.log('slow request taken');
		setTimeout(() => send(response, 'text/plain', 'finished'), 300);
	},
	'/throws': () => {
		throw new Error('what a child wrote');
	},
	'/rejects': async () => {
		throw new Error('what a child wrote');
	}
};

/** @type {(request: import('node:http').IncomingMessage, response: Response, next: () => void) => unknown} */
export const handler = (request, response, next) => {
	const answer = answers[request.url ?? ''];
	return answer ? answer(request, response) : next();
};
