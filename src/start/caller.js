/** Written over whatever the caller sent, so that only we can say these two things. */
const PROTOCOL_HEADER = 'x-corner-protocol';
const ADDRESS_HEADER = 'x-corner-address';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('./settings.js').Settings} Settings */

/**
 * Tells the built app where to read the address it is called by, and where the caller's own. Without ORIGIN, the Host
 * header is the first; without a proxy in front, no forwarded header is believed for either.
 * Must be called before the app is imported, which is when it reads these.
 * @param {NodeJS.ProcessEnv} env changed in place
 * @param {Settings} settings
 */
export function tellApp(env, { origin, proxies }) {
	if (proxies === 0) {
		delete env.HOST_HEADER;
		delete env.PORT_HEADER;
	}
	env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	env.ADDRESS_HEADER = ADDRESS_HEADER;
	if (origin) env.ORIGIN = origin;
	else delete env.ORIGIN;
}

/**
 * What the outermost of our own proxies wrote into a header to which each one adds; earlier parts are hearsay.
 * @param {Request} request
 * @param {string} name
 * @param {Settings} settings
 */
function forwarded({ headers }, name, { proxies }) {
	if (proxies === 0) return undefined;
	return String(headers[name] ?? '')
		.split(',')
		.at(-proxies)
		?.trim();
}

/**
 * Puts what we know about a caller where {@link tellApp} said it would be.
 * @param {Request} request
 * @param {Settings} settings
 */
export function introduce(request, settings) {
	const address = forwarded(request, 'x-forwarded-for', settings) || request.socket.remoteAddress || '';
	const secure = forwarded(request, 'x-forwarded-proto', settings) === 'https';
	request.headers[ADDRESS_HEADER] = address.replace(/^::ffff:(?=[\d.]+$)/, '');
	request.headers[PROTOCOL_HEADER] = secure ? 'https' : 'http';
	forgetOddRange(request);
}

/**
 * Answers a request for part of a file with all of it, unless the part is a plain one: the app's file server
 * misreads the others, and fails on one that ends before it begins.
 * @param {Request} request
 */
function forgetOddRange({ headers }) {
	const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
	if (!from || (to && Number(to) < Number(from))) delete headers.range;
}
