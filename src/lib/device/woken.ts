import { liveQuery } from 'dexie';
import { DAY, type Instant } from '../domain/clock/zones';
import type { PersonDatabase } from './database';

/** Older ones stand on no screen any more. */
const SHOWN_FOR = 30 * DAY;

/** Not every browser has them. */
interface Badge {
	setAppBadge?(count: number): Promise<void>;
	clearAppBadge?(): Promise<void>;
}

/**
 * Keeps the number on the app's icon to what has not been seen, and takes what woke this phone off its screen once
 * all of it has been.
 * @returns how to stop
 */
export function followUnseen(rows: PersonDatabase, now: () => Instant): () => void {
	const counting = liveQuery(async () => {
		const fresh = rows.notices.where('at').above(now() - SHOWN_FOR);
		return fresh.filter(({ seenAt }) => seenAt === null).count();
	});
	const following = counting.subscribe({
		next: (count) => void (count > 0 ? showCount(count) : clear()),
		// Whoever was here has left, and their rows with them.
		error: () => {}
	});
	return () => following.unsubscribe();
}

/** Nobody is woken here any more, and nothing shows that somebody was. Needs no signal; what cannot be done is left. */
export async function quieten(): Promise<void> {
	await Promise.all([clear(), stopWaking()]);
}

async function clear(): Promise<void> {
	await Promise.all([showCount(0), closeAll()]);
}

async function showCount(count: number): Promise<void> {
	const badge = globalThis.navigator as (Navigator & Badge) | undefined;
	try {
		await (count > 0 ? badge?.setAppBadge?.(count) : badge?.clearAppBadge?.());
	} catch {
		// Some have it only on the home screen.
	}
}

async function closeAll(): Promise<void> {
	try {
		const worker = await registration();
		for (const one of (await worker?.getNotifications()) ?? []) one.close();
	} catch {
		// Then there are none.
	}
}

async function stopWaking(): Promise<void> {
	try {
		const subscription = await (await registration())?.pushManager?.getSubscription();
		await subscription?.unsubscribe();
	} catch {
		// The server forgets it with the session.
	}
}

const registration = () => globalThis.navigator?.serviceWorker?.getRegistration();
