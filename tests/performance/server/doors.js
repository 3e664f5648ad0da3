import { randomUUID } from 'node:crypto';
import { costs, knock } from '../knocking.js';
import { syncPaths } from '../stored.js';
import { percentile } from '../table.js';

/** @typedef {import('../serving.js').Served} Served */
/** @typedef {import('../stored.js').Phone} Phone */
/** @typedef {import('../table.js').Figure} Figure */
/** @typedef {{ server: Served, young: Phone[], mentors: Phone[], messages: number }} Filled */

const ROUNDS = 7;
const WORDS = 'can we try the climbing wall on thursday, if the weather is as bad as they say';

/** @template T @param {T[]} all @param {number} n @returns {T} */
const inTurn = (all, n) => /** @type {T} */ (all[n % all.length]);

/** Entries posted by one phone after another. @param {Phone[]} phones @param {number} entries */
export const posting = (phones, entries) => (/** @type {number} */ n) => {
	const { personId, pairingId, cookie } = inTurn(phones, n);
	const one = () => ({
		id: randomUUID(),
		kind: 'message',
		body: { pairingId, body: WORDS, tap: null, checkInId: null },
		writtenAt: Date.now()
	});
	const body = JSON.stringify({ person: personId, entries: Array.from({ length: entries }, one) });
	return { path: '/api/outbox', method: 'POST', cookie, body };
};

const bareWrite = (/** @type {number} */ n) => ({
	path: '/api/write',
	method: 'POST',
	cookie: `session=session-${n % 200}`,
	body: JSON.stringify({ id: randomUUID(), body: WORDS })
});
const bareRead = (/** @type {number} */ n) => ({ path: '/api/read', cookie: `session=session-${n % 200}` });

/** @param {Filled} filled */
function syncing({ server, young }) {
	/** @type {string[]} */
	let paths = [];
	return {
		what: (/** @type {number} */ n) => ({ path: inTurn(paths, n), cookie: inTurn(young, n).cookie }),
		catchUp: () => (paths = syncPaths(server, young))
	};
}

/**
 * The doors that phones knock on, against the bare ones, with few and with many messages stored.
 * @param {Served} bare
 * @param {Filled} few
 * @param {Filled} many
 * @returns {Promise<Figure[]>}
 */
export async function doors(bare, few, many) {
	const amounts = `${many.messages.toLocaleString('en')} messages stored against ${few.messages.toLocaleString('en')}`;
	const [bareWrites = [], writes = [], batches = [], writesMany = []] = await costs(
		[
			{ server: bare, what: bareWrite, count: 1_500 },
			{ server: few.server, what: posting(few.young, 1), count: 1_500 },
			{ server: few.server, what: posting(few.young, 100), count: 32, each: 100 },
			{ server: many.server, what: posting(many.young, 1), count: 1_500 }
		],
		ROUNDS
	);
	const [inFew, inMany] = [syncing(few), syncing(many)];
	const [bareReads = [], reads = [], readsMany = []] = await costs(
		[
			{ server: bare, what: bareRead, count: 2_500 },
			{ server: few.server, what: inFew.what, count: 2_500 },
			{ server: many.server, what: inMany.what, count: 2_500 }
		],
		ROUNDS,
		() => {
			inFew.catchUp();
			inMany.catchUp();
		}
	);
	return [
		{
			name: 'POST /api/outbox, one message, FULL: CPU against an authenticated read + insert',
			unit: 'µs',
			bare: bareWrites,
			ours: writes,
			ratio: 1.6
		},
		await slowest(bare, few),
		{
			name: 'a batch of 100: CPU an entry against a single one (ours)',
			unit: 'µs',
			bare: writes,
			ours: batches,
			ratio: 0.4
		},
		{
			name: 'GET /api/sync, nothing new: CPU against an authenticated read',
			unit: 'µs',
			bare: bareReads,
			ours: reads,
			ratio: 1.25
		},
		{ name: `POST /api/outbox, ${amounts}`, unit: 'µs', bare: writes, ours: writesMany, ratio: 1.2 },
		{ name: `GET /api/sync, ${amounts}`, unit: 'µs', bare: reads, ours: readsMany, ratio: 1.2 }
	];
}

/** @param {Served} bare @param {Filled} few @returns {Promise<Figure>} */
async function slowest(bare, { server, young }) {
	/** @type {number[][]} */
	const [theirs = [], ours = []] = [[], []];
	for (let round = 0; round < 5; round++) {
		theirs.push(percentile(await knock(bare, 1_000, bareWrite, 20), 0.99));
		ours.push(percentile(await knock(server, 1_000, posting(young, 1), 20), 0.99));
	}
	return {
		name: 'POST /api/outbox, one message: p99 at 20 connections',
		unit: 'ms',
		bare: theirs,
		ours,
		most: 100
	};
}

/** The desk with 200 pairings. @param {Served} bare @param {Served} server @param {string} cookie @returns {Promise<Figure[]>} */
export async function desk(bare, server, cookie) {
	const [pages = [], today = [], list = []] = await costs(
		[
			{ server: bare, what: () => ({ path: '/page', cookie: '' }), count: 800 },
			{ server, what: () => ({ path: '/coordinator', cookie }), count: 300 },
			{ server, what: () => ({ path: '/coordinator/pairings', cookie }), count: 300 }
		],
		5
	);
	const of = { unit: 'µs', bare: pages, ratio: 3 };
	return [
		{ name: 'desk, today, 200 pairings: CPU against a bare page', ...of, ours: today },
		{ name: 'desk, list of 200 pairings: CPU against a bare page', ...of, ours: list }
	];
}
