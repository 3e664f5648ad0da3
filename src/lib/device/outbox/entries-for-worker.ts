import type { Identity, SealedEntry } from '../database';
import type { Entries } from './entries';

/**
 * The same database as the app's, through what every browser has: the library that the app reads it with is larger
 * than all the rest of the worker. See decision 13.
 */
export function entriesForWorker(browser: IDBFactory = indexedDB): Entries {
	return {
		identity: () =>
			within(browser, 'kept', 'readonly', async (kept) => {
				const row = await answer<{ value: Identity } | undefined>(kept.get('identity'));
				return row?.value;
			}),
		change: async (person, work) => {
			const done = await within(browser, 'outbox', 'readwrite', async (outbox) => {
				const { changed, result } = work(await answer<SealedEntry[]>(outbox.index('person').getAll(person)));
				for (const entry of changed) outbox.put(entry);
				return { result };
			});
			return (done ?? work([])).result;
		}
	};
}

/** Resolves once everything is kept; to undefined where the app has never been opened. */
async function within<T>(
	browser: IDBFactory,
	table: string,
	mode: IDBTransactionMode,
	work: (table: IDBObjectStore) => Promise<T>
): Promise<T | undefined> {
	const database = await opened(browser);
	if (!database) return undefined;
	try {
		const transaction = database.transaction(table, mode);
		const kept = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
		const [result] = await Promise.all([work(transaction.objectStore(table)), kept]);
		return result;
	} finally {
		database.close();
	}
}

function opened(browser: IDBFactory): Promise<IDBDatabase | undefined> {
	return new Promise((resolve) => {
		const asked = browser.open('corner');
		// Asking for what is not there would make it, and the app could not open it any more.
		asked.onupgradeneeded = () => asked.transaction?.abort();
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => resolve(undefined);
	});
}

function answer<T>(asked: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});
}
