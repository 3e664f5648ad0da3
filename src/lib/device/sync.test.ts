import { beforeEach, describe, expect, test } from 'vitest';
import type { SyncAnswer } from '../domain/entries/synced';
import { write } from './outbox/write';
import { drain } from './outbox/drain';
import { pretendPhone, PretendServer, type PretendPhone } from './pretend';
import { heardAt, letGo, rowsOf } from './phone';
import { hasRead, sync } from './sync';

const ASH = 'person-ash';
const SPACE = 'pairing:one';
const LAST = 3;

let phone: PretendPhone;
/** Where the phone said that it was, at each asking. */
let asked: (number | undefined)[];
/** After so many answers there is no signal. */
let answers: number;

beforeEach(async () => {
	letGo(ASH);
	phone = pretendPhone();
	asked = [];
	answers = Infinity;
	phone.network = (request) => Promise.resolve(answer(request));
	await phone.signIn(ASH);
});

/** One look an answer, three in all. */
function answer(request: Request): Response {
	const since = JSON.parse(new URL(request.url).searchParams.get('since') ?? '{}') as Record<string, number>;
	asked.push(since[SPACE]);
	if (answers-- <= 0) throw new TypeError('no signal');
	const next = Math.min((since[SPACE] ?? 0) + 1, LAST);
	const looks = [{ id: `look-${next}`, spaceId: SPACE, at: next }];
	const told = { now: 1_000, spaces: { [SPACE]: next }, gone: [], rows: { looks } };
	return Response.json({ ...told, ...(next < LAST && { more: true }) } as unknown as SyncAnswer);
}

const here = async () => (await rowsOf(ASH).looks.toArray()).map(({ id }) => id);

describe('a sync in parts', () => {
	test('asks on from where it is until there is no more', async () => {
		expect(await sync(phone)).toBe('synced');
		expect(asked).toEqual([undefined, 1, 2]);
		expect(await here()).toEqual(['look-1', 'look-2', 'look-3']);
	});

	test('notes when the server answered, by its clock, and no signal leaves that as it was', async () => {
		expect(await heardAt(phone)).toBeUndefined();
		await sync(phone);
		expect(await heardAt(phone)).toBe(1_000);
		answers = 0;
		expect(await sync(phone)).toBe('no-signal');
		expect(await heardAt(phone)).toBe(1_000);
	});

	test('that is cut off half-way keeps what came, and goes on from there', async () => {
		answers = 2;
		expect(await sync(phone)).toBe('no-signal');
		expect(await here()).toEqual(['look-1', 'look-2']);
		answers = Infinity;
		asked = [];
		expect(await sync(phone)).toBe('synced');
		expect(asked).toEqual([2]);
		expect(await here()).toEqual(['look-1', 'look-2', 'look-3']);
	});

	test('has read everything where it stands as far as every space it reaches, and nowhere else', async () => {
		expect(await hasRead(phone, { [SPACE]: LAST })).toBe(false);
		await sync(phone);
		expect(await hasRead(phone, { [SPACE]: LAST })).toBe(true);
		expect(await hasRead(phone, { [SPACE]: LAST + 1 })).toBe(false);
		expect(await hasRead(phone, { [SPACE]: LAST, 'pairing:new': 1 })).toBe(false);
		expect(await hasRead(phone, {})).toBe(false);
	});

	test('lets go of what the server has kept only when all of it has come', async () => {
		const server = new PretendServer();
		phone.network = async (request) =>
			request.method === 'POST'
				? Response.json({ outcomes: server.take(await request.json()) })
				: answer(request);
		await write(phone, 'message', { pairingId: 'one', body: 'hello', tap: null, checkInId: null });
		phone.time += 60_000;
		await drain(phone, 0);
		const kept = async () => (await phone.kept.outbox.toArray()).map(({ state }) => state);
		expect(await kept()).toEqual(['acknowledged']);
		answers = 2;
		await sync(phone);
		expect(await kept()).toEqual(['acknowledged']);
		answers = Infinity;
		await sync(phone);
		expect(await kept()).toEqual([]);
	});
});
