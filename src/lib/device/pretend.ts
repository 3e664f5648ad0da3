import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import type { Outcome } from '../domain/entries/entry';
import { DeviceDatabase } from './database';
import { entriesForApp } from './outbox/entries-for-app';
import { usableKey } from './outbox/sealing';
import type { Lock } from './lock';
import { letGo, welcome, type Phone } from './phone';

/** For tests: a phone with a clock and a network in the test's own hands, on a real (in-memory) IndexedDB. */
export interface PretendPhone extends Phone {
	time: number;
	/** What a worker of this phone finds. */
	browser: IDBFactory;
	signIn(personId: string): Promise<void>;
	network: (request: Request) => Promise<Response>;
}

/** @param name phones of one test that share databases are tabs of one browser; a new factory is a new phone */
export function pretendPhone(time = Date.UTC(2026, 10, 24, 18)): PretendPhone {
	const browser = new IDBFactory();
	Object.assign(Dexie.dependencies, { indexedDB: browser, IDBKeyRange });
	const kept = new DeviceDatabase();
	const phone: PretendPhone = {
		kept,
		entries: entriesForApp(kept),
		browser,
		time,
		lock: oneAtATime(),
		clock: () => phone.time,
		databases: async () => (await browser.databases()).map(({ name }) => name ?? ''),
		fetch: (input, init) => phone.network(new Request(new URL(String(input), 'http://phone.test'), init)),
		network: () => Promise.reject(new TypeError('no signal')),
		async signIn(personId) {
			letGo(personId);
			welcome(personId);
			const key = await usableKey(keyOf(personId));
			const person = { id: personId, firstName: personId };
			const value = { person, sessionId: `session-${personId}`, memberships: [], programmes: [], key };
			await phone.kept.kept.put({ name: 'identity', value });
		}
	};
	return phone;
}

/** A different key for each person, always the same for one. */
export function keyOf(personId: string): string {
	const bytes = new TextEncoder().encode(personId.padEnd(32, '.')).slice(0, 32);
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}

function oneAtATime(): Lock {
	const tails = new Map<string, Promise<unknown>>();
	return (name, work) => {
		const mine = (tails.get(name) ?? Promise.resolve()).then(work, work);
		tails.set(name, mine);
		return mine;
	};
}

/** A server that keeps each entry once, as ours does, and remembers the order in which it kept them. */
export class PretendServer {
	readonly kept: { id: string; person: string; body: unknown }[] = [];

	take(posting: { person: string; entries: { id: string; body: unknown }[] }): Outcome[] {
		return posting.entries.map(({ id, body }) => {
			const known = this.kept.some((one) => one.id === id && one.person === posting.person);
			if (!known) this.kept.push({ id, person: posting.person, body });
			return { id, is: 'sent', at: 1 };
		});
	}
}
