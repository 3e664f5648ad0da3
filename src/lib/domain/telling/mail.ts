import * as v from 'valibot';
import { DAY, HOUR, type Instant } from '../clock/zones';
import { STAFF, type Role } from '../people/roles';

/** An e-mail address, and nothing that a mail program could take for more than one. Source: RFC 5321, 4.5.3.1.3. */
export const MailAddress = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());

/** The link in the first e-mail works for so long. */
export const CONFIRM_WITHIN = DAY;

/** Nobody is nudged by e-mail more often than this. */
export const NUDGE_EVERY = HOUR;

/** Only adults who work for a programme: e-mail is read by others, and a young person’s is never asked for. */
export function mayBeMailed(roles: readonly Role[]): boolean {
	return roles.some((role) => STAFF.includes(role)) && !roles.includes('young');
}

/** How it stands with nudges by e-mail: none wanted, not said to be theirs yet, or on. */
export type MailStands =
	| { state: 'off' }
	| { state: 'asked'; address: string; until: Instant }
	| { state: 'confirmed'; address: string };

/** Why an address was not asked about. */
export type NotAsked = { state: 'not_an_address' | 'not_sent' } | { state: 'later'; from: Instant };

/** An e-mail before it is on its way. */
export interface Letter {
	subject: string;
	text: string;
}

/** The sentences of e-mails, in the language of whoever runs the server. */
export interface Letters {
	/** That there is something new, and nothing of what. */
	nudge(words: string, open: string, stop: string): Letter;
	/** Asks whether an address is theirs. */
	confirm(link: string): Letter;
}
