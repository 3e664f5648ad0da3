import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASH, JO } from '../../src/lib/cast/cast';
import { PAIRINGS } from '../../src/lib/cast/history';
import { Server } from '../running-server';
import { WritingPhone } from './writing-phone';

const KILLS = 100;

let server: Server;
beforeAll(async () => {
	server = await Server.open();
});
afterAll(() => server.close());

test(`${KILLS} kills at any moment lose no entry that was acknowledged and double none`, async () => {
	const phones = [
		await WritingPhone.signIn(server.url, 'young', ASH.id, PAIRINGS.ashAndSam),
		await WritingPhone.signIn(server.url, 'young-ending', JO.id, PAIRINGS.joAndSam)
	];
	let writing = true;
	const writers = phones.map(async (phone) => {
		while (writing) {
			await phone.post();
			await new Promise(setImmediate);
		}
	});

	for (let kills = 0; kills < KILLS; kills++) {
		// Anywhere between the first request after a start and the middle of many.
		await pause(Math.random() * 120);
		await server.stop('SIGKILL');
		await server.start();
	}
	writing = false;
	await Promise.all(writers);
	for (const phone of phones) await phone.finish();

	for (const phone of phones) {
		const kept = await phone.readBack();
		const mine = kept.filter((row) => phone.tried.has(row.id));
		expect(phone.acknowledged.size).toBeGreaterThan(KILLS);
		expect(new Set(mine.map((row) => row.id)).size).toBe(mine.length);
		const ids = new Set(mine.map((row) => row.id));
		expect([...phone.acknowledged].filter((id) => !ids.has(id))).toEqual([]);
		expect(mine.filter((row) => row.body !== `words of ${row.id}`)).toEqual([]);
		expect(ids.size).toBe(phone.tried.size);
	}
	expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});
