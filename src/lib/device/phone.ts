import type { Instant } from '../domain/clock/zones';
import { DeviceDatabase, PersonDatabase, type Identity } from './database';

/** Only one holder at a time, across all tabs and the worker of this browser. */
export type Lock = <R>(name: string, work: () => Promise<R>) => Promise<R>;

/** What the phone's code stands on; tests bring their own clock, network and locks. */
export interface Phone {
	kept: DeviceDatabase;
	lock: Lock;
	fetch: typeof fetch;
	/** The phone's own clock, right or wrong. */
	clock(): Instant;
}

export function browserPhone(): Phone {
	return {
		kept: new DeviceDatabase(),
		lock: (name, work) => navigator.locks.request(name, work) as ReturnType<typeof work>,
		fetch: (...request) => fetch(...request),
		clock: () => Date.now()
	};
}

/** Who is signed in on this phone, as far as it knows. */
export async function identityOn(phone: Phone): Promise<Identity | undefined> {
	const row = await phone.kept.kept.get('identity');
	return row?.name === 'identity' ? row.value : undefined;
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
