import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * @typedef {object} Phone somebody signed in
 * @property {string} personId
 * @property {string} pairingId
 * @property {string} cookie
 */

const SECRET = 'nobody-has-to-guess-this-one';
const DAY_MS = 86_400_000;

/** @param {import('./serving.js').Served} server */
const open = ({ dir }) => new Database(join(dir, 'corner.db'), { timeout: 10_000 });

/**
 * Puts pairings and a history of messages beside the demo, straight into the tables, while the server is down.
 * The words are not sealed, so nobody may ask for the history itself: phones begin where it ends.
 * @param {import('./serving.js').Served} server
 * @param {{ pairings: number, messages: number }} amounts
 * @returns {{ young: Phone[], mentors: Phone[] }} both sides of each pairing
 */
export function fill(server, { pairings, messages }) {
	const db = open(server);
	const now = Date.now();
	const secretHash = createHash('sha256').update(SECRET).digest('hex');
	const pairs = Array.from({ length: pairings }, (_, n) => pairOf(n));

	db.pragma('synchronous = OFF');
	db.transaction(() => {
		for (const [n, { pairingId, people }] of pairs.entries()) {
			for (const person of people) addPerson(db, person, now, secretHash);
			addPairing(db, pairingId, people, now, n);
		}
		addHistory(db, pairs, messages, now);
	})();
	db.pragma('wal_checkpoint(TRUNCATE)');
	db.close();

	/** @param {number} side */
	const phones = (side) =>
		pairs.map(({ pairingId, people }) => {
			const personId = people[side]?.id ?? '';
			return { personId, pairingId, cookie: `session=${sessionOf(personId)}.${SECRET}` };
		});
	return { young: phones(0), mentors: phones(1) };
}

/** Ids of sessions have the shape of ours, or nobody looks for them. @param {string} personId */
function sessionOf(personId) {
	const hash = createHash('sha256').update(personId).digest('hex');
	return `01900000-0000-7000-8000-${hash.slice(0, 12)}`;
}

/** @param {number} n */
function pairOf(n) {
	return {
		pairingId: `many-pairing-${n}`,
		people: [
			{ id: `many-young-${n}`, name: `Young ${n}`, role: 'young' },
			{ id: `many-mentor-${n}`, name: `Mentor ${n}`, role: 'mentor' }
		]
	};
}

/**
 * @param {Database.Database} db
 * @param {{ id: string, name: string, role: string }} person
 * @param {number} now
 * @param {string} secretHash
 */
function addPerson(db, { id, name, role }, now, secretHash) {
	// With a code name: they have come in, or the desk would hold 400 people who have not.
	db.prepare('INSERT INTO people (id, first_name, code_name, created_at) VALUES (?, ?, ?, ?)').run(
		id,
		name,
		id,
		now
	);
	db.prepare("INSERT INTO spaces (id, kind, revision) VALUES (?, 'person', 0)").run(`person:${id}`);
	letIn(db, `person:${id}`, id, now);
	db.prepare(
		`INSERT INTO memberships (id, programme_id, person_id, role, created_at)
		 SELECT ?, id, ?, ?, ? FROM programmes LIMIT 1`
	).run(`member-${id}`, id, role, now);
	db.prepare(
		`INSERT INTO readers (space_id, person_id, since) SELECT space_id, ?, ? FROM programmes LIMIT 1`
	).run(id, now - DAY_MS);
	db.prepare(
		`INSERT INTO sessions (id, person_id, secret_hash, device, created_at, last_seen_at)
		 VALUES (?, ?, ?, 'A phone', ?, ?)`
	).run(sessionOf(id), id, secretHash, now, now + DAY_MS);
}

/** @param {Database.Database} db @param {string} spaceId @param {string} personId @param {number} now */
function letIn(db, spaceId, personId, now) {
	db.prepare('INSERT INTO readers (space_id, person_id, since) VALUES (?, ?, ?)').run(
		spaceId,
		personId,
		now - DAY_MS
	);
}

/**
 * With the hours and the meetings of the demo's first pairing. Every fourth young person waits for an answer.
 * @param {Database.Database} db
 * @param {string} id
 * @param {{ id: string }[]} people
 * @param {number} now
 * @param {number} n
 */
function addPairing(db, id, people, now, n) {
	const spaceId = `pairing:${id}`;
	db.prepare("INSERT INTO spaces (id, kind, revision) VALUES (?, 'pairing', 1)").run(spaceId);
	for (const person of people) letIn(db, spaceId, person.id, now);
	db.prepare(
		`INSERT INTO pairings (id, space_id, revision, programme_id, young_id, mentor_id, state, started_at, waiting_since)
		 SELECT ?, ?, 1, id, ?, ?, 'active', ?, ? FROM programmes LIMIT 1`
	).run(id, spaceId, people[0]?.id, people[1]?.id, now - DAY_MS, n % 4 === 0 ? now - n * 60_000 : null);
	for (const [table, columns, counts] of /** @type {const} */ ([
		[
			'agreements',
			'version, zone, hours, answer_within_minutes, terms, "from", proposed_at',
			'"from" IS NOT NULL AND closed_at IS NULL'
		],
		['series', 'zone, starts_on, time, minutes, repeats, place, travel, until', 'until IS NULL']
	]))
		db.prepare(
			`INSERT INTO ${table} (id, space_id, revision, pairing_id, ${columns})
			 SELECT ?, ?, 1, ?, ${columns} FROM ${table}
			 WHERE pairing_id = 'demo-pair-ash' AND ${counts} LIMIT 1`
		).run(`${table}-${id}`, spaceId, id);
}

/**
 * Messages in turn from pairing to pairing, each with its line of the audit and its outcome, as if posted one by one.
 * @param {Database.Database} db
 * @param {ReturnType<typeof pairOf>[]} pairs
 * @param {number} count
 * @param {number} now
 */
function addHistory(db, pairs, count, now) {
	const each = `WITH RECURSIVE counted(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count - 1}),
		told AS (SELECT printf('0190%032d', n) AS id, 'many-pairing-' || (n % ${pairs.length}) AS pairing,
			'many-young-' || (n % ${pairs.length}) AS author, 2 + n / ${pairs.length} AS revision,
			${now} - (${count} - n) * 1000 AS at FROM counted)`;
	db.exec(`${each} INSERT INTO messages (id, space_id, revision, pairing_id, author_id, body, written_at,
			received_at, sent_at, clock_ahead)
		SELECT id, 'pairing:' || pairing, revision, pairing, author, hex(randomblob(60)), at, at, at, 0 FROM told`);
	db.exec(`${each} INSERT INTO audit (id, space_id, revision, position, at, person_id, action, subject_id, seal)
		SELECT id, 'pairing:' || pairing, revision, 0, at, author, 'message.sent', id, hex(randomblob(21)) FROM told`);
	db.exec(`${each} INSERT INTO entries (person_id, entry_id, kind, outcome, written_at, received_at)
		SELECT author, id, 'message', json_object('id', id, 'is', 'sent', 'at', at), at, at FROM told`);
	db.exec(
		`UPDATE spaces SET revision = ${2 + Math.ceil(count / pairs.length)} WHERE id LIKE 'pairing:many-%'`
	);
}

/**
 * How far phones have read that have read everything, as they say it when they sync.
 * @param {import('./serving.js').Served} server
 * @param {Phone[]} phones
 * @returns {string[]} paths
 */
export function syncPaths(server, phones) {
	const db = open(server);
	const reached = db.prepare(
		`SELECT spaces.id, spaces.revision FROM readers JOIN spaces ON spaces.id = space_id WHERE person_id = ?`
	);
	const paths = phones.map(({ personId }) => {
		const rows = /** @type {{ id: string, revision: number }[]} */ (reached.all(personId));
		const since = Object.fromEntries(rows.map(({ id, revision }) => [id, revision]));
		return `/api/sync?paged&since=${encodeURIComponent(JSON.stringify(since))}`;
	});
	db.close();
	return paths;
}
