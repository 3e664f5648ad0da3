import type { RequestEvent } from '@sveltejs/kit';
import { DAY } from '$lib/domain/clock/zones';
import { house } from '../house';
import { blankCookie, cookieFor, endSession, startSession } from '../sessions';
import { deviceName } from './device-names';
import { remember } from './known-devices';

type At = Pick<RequestEvent, 'cookies' | 'locals' | 'request' | 'url'>;

const isSecure = ({ url }: At) => url.protocol === 'https:';
const KNOWN_FOR = 400 * DAY;

/** Says to our own pages which session this browser holds, and opens nothing. See decision 8. */
const HERE = 'here';

/** The name under which a browser carries its mark; see known-devices.ts. */
const markName = (event: At) => (isSecure(event) ? '__Host-known' : 'known');

export const markOf = (event: At) => event.cookies.get(markName(event));

/** Signs a person in on the device that asks. Whoever was signed in on it is not any more. */
export async function signInHere(event: At, personId: string): Promise<void> {
	const here = house();
	if (event.locals.who) await endSession(here, event.locals.who.personId, event.locals.who.sessionId);
	const token = await startSession(here, personId, deviceName(event.request.headers.get('user-agent')));
	const { name, value, attributes } = cookieFor(here, event, token);
	event.cookies.set(name, value, { ...attributes, path: '/' });
	event.cookies.set(HERE, token.split('.')[0] ?? '', {
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure: isSecure(event),
		maxAge: KNOWN_FOR / 1000
	});
	event.cookies.set(markName(event), remember(here.secrets, markOf(event), personId), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(event),
		maxAge: KNOWN_FOR / 1000
	});
	here.log.info({ personId }, 'signed in');
}

/** Signs out whoever is signed in on the device that asks. Nobody is fine too. */
export async function signOutHere(event: At): Promise<void> {
	const { who } = event.locals;
	if (who) await endSession(house(), who.personId, who.sessionId);
	forgetSession(event);
}

/** Takes the cookie of an ended session off the device that asks. */
export function forgetSession(event: At): void {
	const { name, value, attributes } = blankCookie(house(), event);
	event.cookies.set(name, value, { ...attributes, path: '/' });
	event.cookies.delete(HERE, { path: '/', httpOnly: false, secure: isSecure(event) });
}
