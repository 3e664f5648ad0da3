import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Server } from '../running-server';
import { remindThroughKills } from './reminders';

test('one server reminds everybody once, however often it is killed', async () => {
	const server = await Server.prepare({ DEMO: 'off' });
	try {
		const times = await remindThroughKills([server], `file:${join(server.dataDir, 'corner.db')}`);
		expect(times.length).toBe(3_000);
		expect(times.filter((often) => often !== 1)).toEqual([]);
	} finally {
		await server.close();
	}
});
