import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, isNotNull } from 'drizzle-orm';
import { DAY, dayOf, MINUTE, timeOf } from '../../src/lib/domain/clock/zones';
import { meetingId, whichMeeting } from '../../src/lib/domain/meetings/meeting';
import { SOON } from '../../src/lib/domain/telling/reminders';
import { jobs, notices, series } from '../../src/lib/server/database/schema';
import { openStore, type Store } from '../../src/lib/server/database/store';
import { closeHouse, openHouse, type House } from '../../src/lib/server/house';
import { enqueue } from '../../src/lib/server/jobs/enqueue';
import { change, pairingSpace } from '../../src/lib/server/spaces';
import { reminder } from '../../src/lib/server/telling/plan';
import type { Server } from '../running-server';
import { ASH, pairedUp, SAM } from '../server/pairing';

const REMINDERS = 1_500;
const KILLS = 14;
const PAIRING = 'pairing-of-ash';
const ZONE = 'Europe/London';

/**
 * Writes reminders of as many meetings, all due now, and lets servers do them, which are killed again and again in
 * the middle of it.
 * @param servers on one database, stopped
 * @returns how often each person was told of each meeting
 */
export async function remindThroughKills(servers: Server[], databaseUrl: string): Promise<number[]> {
	const house = await openHouse({
		...{ DATA_DIR: servers[0]!.dataDir, DATABASE_URL: databaseUrl },
		...{ DEMO: 'off', LOG_LEVEL: 'silent' }
	});
	await writeReminders(house).finally(closeHouse);
	const store = openStore(databaseUrl);
	try {
		await killWhileTheyWork(servers, store);
		await until(async () => (await doneIn(store)) === REMINDERS);
		return await timesTold(store);
	} finally {
		await store.close();
	}
}

async function writeReminders(house: House): Promise<void> {
	await pairedUp(house, { id: PAIRING, at: house.now() - DAY, zone: ZONE });
	const starts = Math.floor((house.now() + SOON) / MINUTE) * MINUTE;
	const day = dayOf(starts, ZONE);
	await change(house, null, async (making) => {
		const spaceId = pairingSpace(PAIRING);
		const revision = await making.revision(spaceId);
		for (const seriesId of MEETINGS) {
			const meets = making.tx.insert(series).values({
				...{ id: seriesId, spaceId, revision, pairingId: PAIRING, zone: ZONE },
				...{ startsOn: day, until: day, time: timeOf(starts, ZONE), minutes: 60, repeats: 'weekly' },
				...{ place: '', travel: '', skipsHolidays: null }
			});
			making.write(meets.then());
			const meeting = { pairingId: PAIRING, meetingId: meetingId({ seriesId, day }), starts };
			making.write(enqueue(making, reminder({ ...meeting, kind: 'meeting_soon', at: starts - SOON })));
		}
		// Nobody meets so often. Reminders are not worked out here, but only given.
		const planned = { kind: 'plan', body: { pairingId: PAIRING }, dedupe: 'planned', runAt: 0 } as const;
		await enqueue(making, planned);
		await making.tx
			.update(jobs)
			.set({ runAt: making.now + DAY })
			.where(eq(jobs.kind, 'plan'));
	});
}

const MEETINGS = Array.from({ length: REMINDERS }, (_, n) => `series-${n}`);

/** Kills one of those that run each time that they have done some more, and starts it again. */
async function killWhileTheyWork(servers: Server[], store: Store): Promise<void> {
	const up = new Set<Server>();
	const start = (server: Server) => server.start().then(() => up.add(server));
	const starting: Promise<unknown>[] = servers.map(start);
	for (let kills = 0; kills < KILLS; kills++) {
		const enough = Math.floor((REMINDERS / (KILLS + 1)) * (kills + Math.random()));
		await until(async () => up.size > 0 && (await doneIn(store)) >= enough);
		const running = [...up];
		const server = running[Math.floor(Math.random() * running.length)]!;
		up.delete(server);
		await server.stop('SIGKILL');
		starting.push(start(server));
	}
	await Promise.all(starting);
}

const doneIn = ({ read }: Store) => read.$count(jobs, and(eq(jobs.kind, 'remind'), isNotNull(jobs.doneAt)));

async function timesTold({ read }: Store): Promise<number[]> {
	const rows = await read.select().from(notices).where(eq(notices.kind, 'meeting_soon'));
	const times = new Map<string, number>(
		[ASH, SAM].flatMap((who) => MEETINGS.map((id): [string, number] => [`${who} ${id}`, 0]))
	);
	for (const { personId, subjectId } of rows) {
		const key = `${personId} ${whichMeeting(subjectId ?? '').seriesId}`;
		times.set(key, (times.get(key) ?? 0) + 1);
	}
	return [...times.values()];
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await pause(10);
}
