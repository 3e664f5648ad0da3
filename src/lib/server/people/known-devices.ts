import { createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets';
import { same } from './tokens';

/*
 * A mark that a browser carries once someone has signed in on it. Whoever guesses at their words from elsewhere uses
 * up another allowance than theirs, and so can't lock them out. It opens nothing and names nobody.
 */
type Keys = Pick<Secrets, 'tokens'>;

/** People who share one phone. */
const MOST_MARKS = 5;

const sealOf = ({ tokens }: Keys, personId: string, nonce: string) =>
	createHmac('sha256', tokens)
		.update(JSON.stringify(['known', personId, nonce]))
		.digest('base64url');

const marksIn = (cookie: string | undefined) =>
	(cookie ?? '')
		.slice(0, 1_000)
		.split('~')
		.map((mark) => mark.split('.'))
		.filter((mark): mark is [string, string] => mark.length === 2)
		.slice(0, MOST_MARKS);

/** What this browser's allowance for this person is counted under; undefined where they never signed in on it. */
export function knownHere(keys: Keys, cookie: string | undefined, personId: string): string | undefined {
	const found = marksIn(cookie).filter(([nonce, seal]) => same(seal, sealOf(keys, personId, nonce)));
	return found[0] && `${personId} ${found[0][0]}`;
}

/** The cookie's next value, now that this person has signed in here. */
export function remember(keys: Keys, cookie: string | undefined, personId: string): string {
	if (cookie && knownHere(keys, cookie, personId)) return cookie.slice(0, 1_000);
	const nonce = randomBytes(12).toString('base64url');
	const marks = [[nonce, sealOf(keys, personId, nonce)], ...marksIn(cookie)].slice(0, MOST_MARKS);
	return marks.map((mark) => mark.join('.')).join('~');
}
