import Database from 'better-sqlite3';

const database = new Database(process.env.BARE_DATABASE ?? ':memory:');
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
	CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, person_id TEXT NOT NULL, name TEXT NOT NULL);
	CREATE TABLE IF NOT EXISTS messages (
		id TEXT PRIMARY KEY, person_id TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL
	);
`);
const adding = database.prepare('INSERT OR IGNORE INTO sessions VALUES (?, ?, ?)');
for (let n = 0; n < 1_000; n++) adding.run(`session-${n}`, `person-${n}`, `Person ${n}`);

const finding = database.prepare('SELECT person_id AS personId, name FROM sessions WHERE id = ?');
const keeping = database.prepare('INSERT INTO messages VALUES (?, ?, ?, ?)');

/** @param {import('@sveltejs/kit').Cookies} cookies */
export function whoIs(cookies) {
	return /** @type {{ personId: string, name: string } | undefined} */ (finding.get(cookies.get('session')));
}

/** @param {string} personId @param {{ id: string, body: string }} message */
export function keep(personId, { id, body }) {
	keeping.run(id, personId, body, Date.now());
}
