import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINE } from '../../src/lib/server/database/engine';
import { migrate } from '../../src/lib/server/database/migrate';
import { spaces } from '../../src/lib/server/database/schema';
import { openStore } from '../../src/lib/server/database/store';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { Live, type Moved } from '../../src/lib/server/live';
import { openLog } from '../../src/lib/server/log';
import { hearOthers } from '../../src/lib/server/news';
import { PostgresOthers } from '../../src/lib/server/replicas/postgres';
import { change, pairingSpace, shutOut } from '../../src/lib/server/spaces';
import { freshPlace } from './fresh';
import { openTestHouse } from './house';
import { ASH, pairedUp, SAM } from './pairing';

const PAIRING = 'pairing-of-ash';
const SPACE = pairingSpace(PAIRING);
const AT = Date.UTC(2026, 10, 24, 18);

type Told = Moved | 'sync' | 'closed';

/** Somebody who is looking, and what their phone hears. */
class Looking {
	readonly heard: Told[] = [];
	id = '';
	#waiting: { for: (told: Told) => boolean; heard: () => void }[] = [];
	readonly leave: () => void;

	constructor({ live }: House, personId: string, sessionId = `session of ${personId}`) {
		this.id = live.id;
		this.leave = live.add({
			...{ personId, sessionId },
			send: (told, id) => {
				this.id = id;
				this.#hear(told);
			},
			close: () => {
				this.leave();
				this.#hear('closed');
			}
		});
	}

	/** Waits until something of the kind is heard, unless it has been. */
	async until(wanted: (told: Told) => boolean): Promise<void> {
		if (this.heard.some(wanted)) return;
		await new Promise<void>((heard) => this.#waiting.push({ for: wanted, heard }));
	}

	#hear(told: Told): void {
		this.heard.push(told);
		for (const one of this.#waiting) if (one.for(told)) one.heard();
	}
}

let written = 0;
const write = (house: House, by: string) =>
	accept(house, by, [
		{
			id: `message-${++written}`,
			kind: 'message',
			body: { pairingId: PAIRING, body: 'hello' },
			writtenAt: house.now()
		}
	]);

const is = (name: 'sync' | 'closed') => (told: Told) => told === name;
const isMoved = (told: Told) => typeof told === 'object' && told.spaceId === SPACE;

const isAt = (revision: number) => (told: Told) => isMoved(told) && (told as Moved).revision === revision;
const revision = async ({ store }: House) =>
	(await store.read.select().from(spaces).where(eq(spaces.id, SPACE)))[0]!.revision;

describe('a stream', () => {
	let house: House;
	beforeEach(async () => {
		house = await openTestHouse({ now: () => AT });
		await pairedUp(house, { id: PAIRING, at: AT - 1 });
	});
	afterEach(() => house.store.close());

	test('hears that a space moved, and nothing of what is not its person’s', async () => {
		const [sam, stranger] = [new Looking(house, SAM), new Looking(house, 'stranger')];
		await write(house, ASH);
		expect(sam.heard.filter(isMoved)).toEqual([{ spaceId: SPACE, revision: await revision(house) }]);
		expect(stranger.heard).toEqual([]);
	});

	test('that comes back knows that it missed nothing, and that it missed something', async () => {
		const ash = new Looking(house, ASH);
		const { id } = new Looking(house, SAM);
		expect(house.live.missed(SAM, id)).toBe(false);
		await change(house, null, async (making) => void (await making.revision(`person:${ASH}`)));
		expect(house.live.missed(SAM, id)).toBe(false);
		expect(house.live.missed(ASH, id)).toBe(true);
		expect(house.live.missed(ASH, ash.id)).toBe(false);
		await write(house, ASH);
		expect(house.live.missed(SAM, id)).toBe(true);
	});

	test('that comes back after nobody looked, or with an id of another process or of nobody, syncs to be sure', async () => {
		const sam = new Looking(house, SAM);
		sam.leave();
		await write(house, ASH);
		expect(house.live.missed(SAM, sam.id)).toBe(true);
		const [number] = house.live.id.split('.');
		for (const id of [null, '', 'x', number!, `${number}.other`, `x.${house.live.id}`, new Live().id])
			expect(house.live.missed(SAM, id), String(id)).toBe(true);
		expect(house.live.missed(SAM, house.live.id)).toBe(false);
	});

	test('has ids that go up, after a restart too', async () => {
		const number = (id: string) => Number(id.split('.')[0]);
		const sam = new Looking(house, SAM);
		const ids = [sam.id];
		for (let n = 0; n < 3; n++) {
			await write(house, ASH);
			ids.push(sam.id);
		}
		expect(ids.map(number)).toEqual([...new Set(ids.map(number))].sort());
		expect(number(new Live().id)).toBeGreaterThanOrEqual(number(ids[0]!));
	});

	test('of whoever reaches less is told to sync and closes', async () => {
		const [sam, ash] = [new Looking(house, SAM), new Looking(house, ASH)];
		await change(house, null, (making) => shutOut(making, SPACE, SAM));
		expect(sam.heard).toEqual(['sync', 'closed']);
		expect(ash.heard).toEqual([]);
		expect(house.live.open).toBe(1);
	});

	test('is told to sync where nobody can say whom a change reaches', async () => {
		const sam = new Looking(house, SAM);
		const select = () => {
			throw new Error('gone');
		};
		await write({ ...house, store: { ...house.store, read: { select } as never } }, ASH);
		expect(sam.heard).toEqual(['sync']);
	});
});

if (ENGINE === 'postgres') {
	describe('two replicas', () => {
		const open: House[] = [];
		afterEach(async () => {
			for (const { live, store } of open.splice(0)) {
				await live.others.close();
				await store.close();
			}
		});

		async function replicas(): Promise<[House, House, string]> {
			const { url } = await freshPlace();
			await migrate(url);
			for (let n = 0; n < 2; n++) {
				const others = new PostgresOthers(url, openLog('silent'));
				await others.ready;
				const house = await openTestHouse({ now: () => AT });
				await house.store.close();
				open.push({ ...house, store: openStore(url), live: new Live(others) });
				hearOthers(open[n]!);
			}
			await pairedUp(open[0]!, { id: PAIRING, at: AT - 1 });
			return [open[0]!, open[1]!, url];
		}

		test('tell each other what moved, whoever writes', async () => {
			const [one, other] = await replicas();
			const [ash, sam] = [new Looking(one, ASH), new Looking(other, SAM)];
			await write(one, ASH);
			const first = isAt(await revision(one));
			await sam.until(first);
			await write(other, SAM);
			const second = isAt(await revision(one));
			await ash.until(second);
			for (const { heard } of [ash, sam])
				expect([heard.filter(first).length, heard.filter(second).length]).toEqual([1, 1]);
		});

		test('close the streams of whoever reaches less, and of sessions that are over', async () => {
			const [one, other] = await replicas();
			const [sam, ash] = [new Looking(other, SAM), new Looking(other, ASH)];
			await change(one, null, (making) => shutOut(making, SPACE, SAM));
			await sam.until(is('closed'));
			expect(sam.heard.slice(-2)).toEqual(['sync', 'closed']);
			expect(ash.heard).not.toContain('closed');
			one.live.endSessions(new Set([`session of ${ASH}`]));
			await ash.until(is('closed'));
		});

		test('catch up with what they missed of each other when the connection was gone', async () => {
			const [one, other, url] = await replicas();
			const [ash, sam] = [new Looking(one, ASH), new Looking(other, SAM)];
			await cutOff(url);
			await Promise.all([ash.until(is('sync')), sam.until(is('sync'))]);
			sam.heard.length = 0;
			await write(one, ASH);
			await sam.until(isMoved);
		});

		test('carry lists of any length', async () => {
			const [one, other] = await replicas();
			const last = new Looking(other, ASH, 'session-999');
			one.live.endSessions(new Set(Array.from({ length: 1_000 }, (_, n) => `session-${n}`)));
			await last.until(is('closed'));
		});
	});
}

/** Ends the connections over which replicas hear each other, as a network does. */
async function cutOff(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const mine = `datname = current_database() and pid <> pg_backend_pid()`;
		const listening = `query ilike 'listen %' or query ilike '%pg_notify%'`;
		await client.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where ${mine} and (${listening})`
		);
	} finally {
		await client.end();
	}
}
