import type { Instant } from '../domain/clock/zones';
import { DeviceDatabase, PersonDatabase, type Identity } from './database';
import { oneAtATime, type Lock } from './lock';
import type { Entries } from './outbox/entries';
import { entriesForApp } from './outbox/entries-for-app';

/** What the phone's code stands on; tests bring their own clock, network and locks. */
export interface Phone {
	kept: DeviceDatabase;
	/** The same database, as sending asks for it. */
	entries: Entries;
	lock: Lock;
	fetch: typeof fetch;
	/** The phone's own clock, right or wrong. */
	clock(): Instant;
}

export function browserPhone(): Phone {
	const kept = new DeviceDatabase();
	return {
		kept,
		entries: entriesForApp(kept),
		lock: oneAtATime,
		fetch: (...request) => fetch(...request),
		clock: () => Date.now()
	};
}

/** Who is signed in on this phone, as far as it knows. */
export function identityOn(phone: Phone): Promise<Identity | undefined> {
	return phone.entries.identity();
}

/** The best guess of the right time: this phone's clock, put right by what the server last said. */
export async function nowOn(phone: Phone): Promise<Instant> {
	const row = await phone.kept.kept.get('ahead');
	return phone.clock() + (row?.name === 'ahead' ? row.value : 0);
}

const opened = new Map<string, PersonDatabase>();

/** The readable rows of one person on this phone. */
export function rowsOf(personId: string): PersonDatabase {
	let rows = opened.get(personId);
	if (!rows) {
		rows = new PersonDatabase(personId);
		// Another tab is deleting it: let go, and open it anew if it is ever asked for again.
		rows.on('versionchange', () => forget(personId));
		opened.set(personId, rows);
	}
	return rows;
}

export function forget(personId: string): void {
	opened.get(personId)?.close();
	opened.delete(personId);
}
