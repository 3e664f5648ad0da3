import { Plain } from './steps.js';

/**
 * @typedef {object} Settings
 * @property {number} port 0 lets the system choose
 * @property {string | undefined} host the address to listen on; undefined means every one
 * @property {string | undefined} origin the public address, when it is known beforehand
 * @property {number} proxies how many of our own stand in front, so that their X-Forwarded headers are believed
 * @property {boolean} demo
 */

/** @param {string} text */
function portFrom(text) {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== '') return port;
	throw new Plain(`PORT must be a whole number from 1 to 65535, not “${text}”.`);
}

/** @param {string} text */
function originFrom(text) {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
	throw new Plain(`ORIGIN must be an address such as https://corner.example.org, not “${text}”.`);
}

/** @param {string} text */
function proxiesFrom(text) {
	if (/^\d$/.test(text)) return Number(text);
	throw new Plain(`TRUST_PROXY must be the number of proxies in front of Corner, usually 1, not “${text}”.`);
}

/**
 * Reads what concerns the server in front of the app; the app reads its own part of the environment itself.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {Plain} when a value makes no sense
 */
export function settingsFrom(env) {
	return {
		port: portFrom(env.PORT ?? '3000'),
		host: env.HOST || undefined,
		origin: env.ORIGIN ? originFrom(env.ORIGIN) : undefined,
		proxies: proxiesFrom(env.TRUST_PROXY ?? '0'),
		demo: env.DEMO !== 'off'
	};
}
