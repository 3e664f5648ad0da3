import helmet from 'helmet';

const PERMISSIONS = [
	'accelerometer',
	'browsing-topics',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'serial',
	'usb'
]
	.map((feature) => `${feature}=()`)
	.join(', ');

const ONE_YEAR_S = 31_536_000;

/**
 * How long an answer may be kept, judged by its address; the app overrules this for what it knows better
 * (files with a hash in their name). Pages and answers of the API are never kept by a browser or a proxy;
 * plain files, the service worker among them, are asked for again each time.
 * @param {string} path
 */
export function keeping(path) {
	const isFile = /\.(?!html$)[a-z0-9]+$/i.test(path) && !path.startsWith('/api/');
	return isFile ? 'no-cache' : 'no-store';
}

/** A file with a hash in its name: never opened by itself, so what protects pages would only weigh on it. */
const NEVER_A_PAGE = /^\/_app\/immutable\/.*\.(js|css|woff2)$/;
const OF_EVERY_FILE = new Set([
	'x-content-type-options',
	'cross-origin-resource-policy',
	'strict-transport-security'
]);

/**
 * The protective headers of every page, in the order in which they are set.
 * @param {import('./settings.js').Settings} settings
 * @returns {[name: string, value: string][]}
 */
function headersOfPages({ origin }) {
	const protect = helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				'default-src': helmet.contentSecurityPolicy.dangerouslyDisableDefaultSrc,
				'frame-ancestors': ["'none'"]
			}
		},
		frameguard: { action: 'deny' },
		// Other sites learn nothing. Not “no-referrer”: with it, browsers withhold the origin of our own forms too.
		referrerPolicy: { policy: 'same-origin' },
		strictTransportSecurity: origin?.startsWith('https:')
			? { maxAge: ONE_YEAR_S, includeSubDomains: false }
			: false,
		// These are for browsers and plug-ins that are gone, and would come with every answer.
		xDnsPrefetchControl: false,
		xDownloadOptions: false,
		xPermittedCrossDomainPolicies: false,
		xXssProtection: false
	});
	/** @type {[string, string][]} */
	const headers = [];
	const written = {
		setHeader: (/** @type {string} */ name, /** @type {string} */ value) => headers.push([name, value]),
		removeHeader() {}
	};
	protect(/** @type {any} */ ({}), /** @type {any} */ (written), () => {});
	return [...headers, ['Permissions-Policy', PERMISSIONS]];
}

/**
 * Makes the function that puts the protective headers on every answer: pages, files, errors. Prerendered pages and
 * files never pass through the app's own hooks, so it has to happen here. Pages drawn by the app replace the
 * short content policy with their full one; prerendered ones carry theirs inside.
 * @param {import('./settings.js').Settings} settings
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function protectiveHeaders(settings) {
	// They are the same each time, so they are worked out once.
	const ofPages = headersOfPages(settings);
	const ofFiles = ofPages.filter(([name]) => OF_EVERY_FILE.has(name.toLowerCase()));
	return (request, response) => {
		const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
		for (const [name, value] of NEVER_A_PAGE.test(path) ? ofFiles : ofPages) response.setHeader(name, value);
		response.setHeader('Cache-Control', keeping(path));
	};
}
