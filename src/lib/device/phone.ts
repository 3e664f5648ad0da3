import Dexie from 'dexie';
import type { Instant } from '../domain/clock/zones';
import { DeviceDatabase, PersonDatabase, ROWS_OF, type Identity } from './database';
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
	/** The names of all databases that this browser holds for us. */
	databases(): Promise<string[]>;
}

export function browserPhone(): Phone {
	const kept = new DeviceDatabase();
	return {
		kept,
		entries: entriesForApp(kept),
		lock: oneAtATime,
		fetch: (...request) => fetch(...request),
		clock: () => Date.now(),
		databases: () => Dexie.getDatabaseNames()
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

/** When this phone last heard from the server, by the server's clock; undefined before it ever has. */
export async function heardAt(phone: Phone): Promise<Instant | undefined> {
	const row = await phone.kept.kept.get('heard');
	return row?.name === 'heard' ? row.value : undefined;
}

const opened = new Map<string, PersonDatabase>();
/** Who has left this phone while this page was open: a screen that is still up must not bring their rows back. */
const left = new Set<string>();

/** Whether somebody has left this phone since this page was opened. */
export const isLeft = (personId: string): boolean => left.has(personId);

/** The readable rows of one person on this phone. @throws when they have left it since this page was opened */
export function rowsOf(personId: string): PersonDatabase {
	if (left.has(personId)) throw new Error('Nobody is here.');
	let rows = opened.get(personId);
	if (!rows) {
		rows = new PersonDatabase(personId);
		// Another tab is deleting it, because they have left.
		rows.on('versionchange', () => forget(personId));
		opened.set(personId, rows);
	}
	return rows;
}

/** Someone is here: from now on their rows may be kept. */
export function welcome(personId: string): void {
	left.delete(personId);
}

/** Lets go of someone's rows, and opens them to nobody on this page until they are welcomed again. */
export function forget(personId: string): void {
	left.add(personId);
	letGo(personId);
}

/** Closes someone's rows; whoever asks for them next opens them anew. */
export function letGo(personId: string): void {
	opened.get(personId)?.close();
	opened.delete(personId);
}

/** Deletes whatever can be read on this phone, of anybody but `here`. */
export async function forgetAllBut(here: string | undefined, phone: Phone): Promise<void> {
	const people = (await phone.databases())
		.filter((name) => name.startsWith(ROWS_OF))
		.map((name) => name.slice(ROWS_OF.length));
	for (const person of people) {
		if (person === here) continue;
		forget(person);
		await new PersonDatabase(person).delete();
	}
}
