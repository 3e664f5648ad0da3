/** @typedef {import('@playwright/test').Page} Page */

/**
 * Puts years of a pairing into the phone's own database: 2,000 messages, 500 check-ins, 200 series of meetings that are
 * over and 200 meetings that took place.
 * @param {Page} page where the app has been open
 * @param {string} personId
 */
export function putMuch(page, personId) {
	return page.evaluate(async (person) => {
		/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
		const answer = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await answer(indexedDB.open(`corner-${person}`));
		const writing = database.transaction(['messages', 'checkIns', 'series', 'meetings'], 'readwrite');
		/** @param {string} table @param {number} count @param {(row: any, n: number) => object} change */
		const multiply = async (table, count, change) => {
			const rows = writing.objectStore(table);
			const [model] = await answer(rows.getAll());
			if (!model) throw new Error(`Nothing to go by in ${table}.`);
			for (let n = 0; n < count; n++) rows.put({ ...model, id: `many-${table}-${n}`, ...change(model, n) });
		};
		const HOUR = 3_600_000;
		await multiply('messages', 2_000, (row, n) => {
			const at = row.sentAt - (n + 1) * HOUR;
			return {
				body: `Something that was said ${n} hours before.`,
				writtenAt: at,
				receivedAt: at,
				sentAt: at
			};
		});
		await multiply('checkIns', 500, (row, n) => ({ receivedAt: row.receivedAt - (n + 1) * 4 * HOUR }));
		await multiply('series', 200, (row, n) => {
			const day = (/** @type {number} */ back) =>
				new Date(Date.parse(row.startsOn) - back * 24 * HOUR).toISOString().slice(0, 10);
			return { startsOn: day(7 * n + 14), until: day(7 * n + 8) };
		});
		await multiply('meetings', 200, (row, n) => {
			const day = new Date(Date.parse(row.day) - 7 * (n + 1) * 24 * HOUR).toISOString().slice(0, 10);
			return { id: `${row.seriesId}_${day}`, day, movedTo: null, movedAt: null };
		});
		await new Promise((resolve, reject) => {
			writing.oncomplete = () => resolve(undefined);
			writing.onabort = () => reject(writing.error);
		});
		database.close();
	}, personId);
}
