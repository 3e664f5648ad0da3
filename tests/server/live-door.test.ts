import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeHouse, openHouse, type House } from '../../src/lib/server/house';
import { GET } from '../../src/routes/api/live/+server';
import { freshPlace } from './fresh';

const WHO = { personId: 'ash', firstName: 'Ash', sessionId: 'session-of-ash', memberships: [] };

let folder: string;
let house: House;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'corner-live-'));
	const { url } = await freshPlace();
	house = await openHouse({ DATA_DIR: folder, DATABASE_URL: url, DEMO: 'off', LOG_LEVEL: 'silent' });
});
afterEach(async () => {
	await closeHouse();
	rmSync(folder, { recursive: true });
});

/** Opens the stream as a browser that was told something before, or never. @returns what reads the next of it */
function open(lastEventId?: string): () => Promise<string | undefined> {
	const headers = lastEventId === undefined ? undefined : { 'last-event-id': lastEventId };
	const request = new Request('http://localhost/api/live', { headers });
	const response = GET({ locals: { who: WHO }, request } as never) as Response;
	const reader = response.body!.getReader();
	return async () => {
		const { value } = await reader.read();
		return value && new TextDecoder().decode(value);
	};
}
const idIn = (text = '') => /^id: (.+)$/m.exec(text)?.[1];

test('a stream begins with how soon to come back, and with where everything stands', async () => {
	const next = open();
	expect(await next()).toBe('retry: 2000\n\n');
	expect(await next()).toBe(`event: stand\nid: ${house.live.id}\ndata: {}\n\n`);
});

test('a browser that returns with the id it had is told where everything stands only if it missed something', async () => {
	const first = open();
	await first();
	await first();
	house.live.tell(new Set([WHO.personId]), { spaceId: 'person:ash', revision: 7 });
	const moved = await first();
	expect(moved).toContain('event: moved\n');
	expect(moved).toContain('data: {"spaceId":"person:ash","revision":7}\n\n');
	const again = open(idIn(moved));
	await again();
	house.live.tell(new Set([WHO.personId]), 'sync');
	expect(await again()).toMatch(/^event: open\nid: .+\ndata: \{\}\n\n$/);
	const late = open(idIn(moved));
	await late();
	expect(await late()).toContain('event: stand\n');
});

test('the stream of a session that is over closes, and so does that of whoever reaches less', async () => {
	for (const shut of [
		() => house.live.endSessions(new Set([WHO.sessionId])),
		() => house.live.letGo(new Set([WHO.personId]))
	]) {
		const next = open();
		await next();
		await next();
		shut();
		let last: string | undefined = '';
		for (let read = 0; read < 2 && last !== undefined; read++) last = await next();
		expect(last).toBeUndefined();
		expect(house.live.open).toBe(0);
	}
});
