import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { instantAt, type Instant } from '../../../src/lib/domain/clock/zones';
import { ENGINE } from '../../../src/lib/server/database/engine';
import { migrate } from '../../../src/lib/server/database/migrate';
import { jobs, pairings } from '../../../src/lib/server/database/schema';
import { fileOf } from '../../../src/lib/server/database/sqlite';
import { openStore } from '../../../src/lib/server/database/store';
import { lookAtWait, planWaits } from '../../../src/lib/server/telling/late';
import { freshPlace } from '../fresh';
import { openTestHouse } from '../house';

const london = (time: string) => instantAt('2026-11-24', time, 'Europe/London');
const SINCE = london('10:00');

/** What the release before late answers were told had made of the database. */
async function migrateAsBefore(url: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'corner-before-'));
	cpSync(join('drizzle', ENGINE), folder, { recursive: true });
	const file = join(folder, 'meta/_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
	const until = journal.entries.findIndex(({ tag }) => tag.endsWith('telling_and_goals'));
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }));
	await migrate(url, folder);
	rmSync(folder, { recursive: true });
}

const moment = (at: Instant) => (ENGINE === 'postgres' ? `to_timestamp(${at / 1000})` : String(at));

/** Two people who are paired, one of whom waits. */
const PAIRED = `
insert into spaces (id, kind) values ('programme:p', 'programme'), ('pairing:pair-one', 'pairing'),
	('person:ash', 'person'), ('person:sam', 'person');
insert into people (id, first_name, created_at) values ('ash', 'Ash', ${moment(0)}), ('sam', 'Sam', ${moment(0)});
insert into programmes (id, space_id, revision, name, app_name, zone, help_lines, nation, calendar_title, created_at)
	values ('p', 'programme:p', 1, 'Riverside', 'Corner', 'Europe/London', '[]', 'england-and-wales', 'Meet-up', ${moment(0)});
insert into pairings (id, space_id, revision, programme_id, young_id, mentor_id, state, started_at, waiting_since)
	values ('pair-one', 'pairing:pair-one', 1, 'p', 'ash', 'sam', 'active', ${moment(0)}, ${moment(SINCE)});
`;

async function put(url: string): Promise<void> {
	if (ENGINE === 'postgres') {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query(PAIRED);
		await client.end();
	} else {
		const database = new Database(fileOf(url));
		database.exec(PAIRED);
		database.close();
	}
}

test('a wait that began before late answers were told comes to its steps all the same', async () => {
	const place = await freshPlace();
	await migrateAsBefore(place.url);
	await put(place.url);
	await migrate(place.url);
	const unused = await openTestHouse();
	await unused.store.close();
	const clock = { now: london('12:00') };
	const house = { ...unused, store: openStore(place.url), now: () => clock.now };
	try {
		await planWaits(house);
		const [job] = await house.store.read.select().from(jobs).where(eq(jobs.kind, 'late'));
		expect(job).toMatchObject({ body: { pairingId: 'pair-one', since: SINCE }, runAt: london('20:00') + 1 });
		clock.now = london('20:00') + 1;
		await lookAtWait(house, { pairingId: 'pair-one', since: SINCE });
		const [row] = await house.store.read.select().from(pairings);
		expect(row).toMatchObject({ nudgedAt: clock.now, lookedIntoAt: null, deskSays: null });
	} finally {
		await house.store.close();
		await place.remove();
	}
});
