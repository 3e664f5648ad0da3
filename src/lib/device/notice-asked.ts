import { sideOf } from '../domain/pairings/pairing';
import { screenOf } from '../domain/telling/where';
import type { Role } from '../domain/people/roles';
import type { PersonDatabase } from './database';

/** Where an opaque id was put while its owner signed in. */
const KEPT = 'notice';

/** The id with which the app was opened, now or before somebody had to sign in; each once. */
export function noticeAsked(url: URL): string | undefined {
	const asked = url.searchParams.get('n') ?? sessionStorage.getItem(KEPT);
	sessionStorage.removeItem(KEPT);
	return asked || undefined;
}

/** Somebody has to sign in first: the id waits in this tab. */
export function keepForLater(asked: string | undefined): void {
	if (asked) sessionStorage.setItem(KEPT, asked);
}

/** The screen of what somebody was told of, or undefined while this phone does not know it. */
export async function screenAsked(
	rows: PersonDatabase,
	asked: string,
	roles: readonly Role[]
): Promise<string | undefined> {
	const notice = await rows.notices.get(asked);
	if (!notice) return undefined;
	const pairing = notice.pairingId === null ? undefined : await rows.pairings.get(notice.pairingId);
	const side = pairing && (sideOf(pairing, rows.personId) ?? 'cover');
	return screenOf(notice, side ?? (roles.includes('young') ? 'young' : 'mentor'));
}
