import { describe, expect, test } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { pretendPhone, PretendServer, type PretendPhone } from '../pretend';
import { drain as drainBy, type Drained } from './drain';
import type { Sender } from './entries';
import { entriesForWorker } from './entries-for-worker';
import { pendingOn } from './pending';
import { takeBack, write } from './write';

const ASH = 'person-ash';
const SAM = 'person-sam';
const message = (body: string) => ({ pairingId: 'pairing-one', body, tap: null, checkInId: null });

/** Sending is the same whoever does it; only the hands differ. */
const SENDERS: [string, (phone: PretendPhone) => Sender][] = [
	['the app', (phone) => phone],
	['the worker', (phone) => ({ ...phone, entries: entriesForWorker(phone.browser) })]
];
const drain = (phone: PretendPhone) => drainBy(phone);

async function phoneOf(person: string): Promise<PretendPhone> {
	const phone = pretendPhone();
	await phone.signIn(person);
	return phone;
}

const later = (phone: PretendPhone, ms = 10_000) => (phone.time += ms);

function connect(phone: PretendPhone, server: PretendServer): void {
	phone.network = async (request) => Response.json({ outcomes: server.take(await request.json()) });
}

describe('what is written', () => {
	test('is on the phone, sealed, before anything is sent', async () => {
		const phone = await phoneOf(ASH);
		await write(phone, 'message', message('cant sleep'));
		const [row] = await phone.kept.outbox.toArray();
		expect(row?.state).toBe('waiting');
		expect(new TextDecoder().decode(row?.sealed)).not.toContain('sleep');
		expect(JSON.stringify({ ...row, sealed: undefined, iv: undefined })).not.toContain('sleep');
		expect((await pendingOn(phone))[0]).toMatchObject({ kind: 'message', body: { body: 'cant sleep' } });
	});

	test('stays for ten seconds and then leaves', async () => {
		const phone = await phoneOf(ASH);
		const server = new PretendServer();
		connect(phone, server);
		await write(phone, 'message', message('hi'));
		later(phone, 9_999);
		expect(await drain(phone)).toEqual({ is: 'later', wait: 1, because: 'undo' });
		expect(server.kept).toEqual([]);
		later(phone, 1);
		expect(await drain(phone)).toEqual({ is: 'empty' });
		expect(server.kept).toHaveLength(1);
	});

	test('can be taken back until then, and is given back whole', async () => {
		const phone = await phoneOf(ASH);
		const id = await write(phone, 'message', message('not this'));
		expect(await takeBack(phone, id)).toEqual({ kind: 'message', body: message('not this') });
		expect(await phone.kept.outbox.count()).toBe(0);
	});

	test('cannot be taken back once it has left', async () => {
		const phone = await phoneOf(ASH);
		connect(phone, new PretendServer());
		const id = await write(phone, 'message', message('gone'));
		later(phone);
		await drain(phone);
		expect(await takeBack(phone, id)).toBeUndefined();
	});

	test('is not held for days when the clock of the phone is set back', async () => {
		const phone = await phoneOf(ASH);
		const server = new PretendServer();
		connect(phone, server);
		await write(phone, 'message', message('hi'));
		later(phone, -5 * 24 * 3_600_000);
		await drain(phone);
		expect(server.kept).toHaveLength(1);
	});

	test('is refused when nobody is here', async () => {
		await expect(write(pretendPhone(), 'message', message('hi'))).rejects.toThrow();
	});
});

describe.each(SENDERS)('sending, by %s:', (_, sender) => {
	const drain = (phone: PretendPhone) => drainBy(sender(phone));

	test('nothing is deleted before the server has answered for it', async () => {
		const phone = await phoneOf(ASH);
		await write(phone, 'message', message('hi'));
		later(phone);
		expect(await drain(phone)).toMatchObject({ is: 'later', because: 'failed' });
		expect((await phone.kept.outbox.toArray()).map((row) => row.state)).toEqual(['waiting']);
	});

	test('stops, keeping all, when the session has ended', async () => {
		const phone = await phoneOf(ASH);
		phone.network = async () => Response.json({ message: 'sign_in_first' }, { status: 401 });
		await write(phone, 'message', message('hi'));
		later(phone);
		expect(await drain(phone)).toEqual({ is: 'stopped', because: 'signed-out' });
		expect(await phone.kept.outbox.count()).toBe(1);
	});

	test('waits as long as the server asks', async () => {
		const phone = await phoneOf(ASH);
		phone.network = async () => new Response('', { status: 429, headers: { 'retry-after': '90' } });
		await write(phone, 'message', message('hi'));
		later(phone);
		const drained = (await drain(phone)) as Extract<Drained, { is: 'later' }>;
		expect(drained.wait).toBeGreaterThanOrEqual(90_000);
	});

	test('a refused entry stays with its reason, and the others go', async () => {
		const phone = await phoneOf(ASH);
		const ids = [
			await write(phone, 'message', message('one')),
			await write(phone, 'message', message('two'))
		];
		phone.network = async () =>
			Response.json({
				outcomes: [
					{ id: ids[0], is: 'refused', at: 1, why: 'too_long' },
					{ id: ids[1], is: 'sent', at: 1 }
				]
			});
		later(phone);
		await drain(phone);
		expect(await pendingOn(phone)).toMatchObject([
			{ state: 'refused', outcome: { why: 'too_long' }, body: { body: 'one' } },
			{ state: 'acknowledged' }
		]);
	});

	test('one entry that the server cannot read at all does not hold the others back', async () => {
		const phone = await phoneOf(ASH);
		const server = new PretendServer();
		phone.network = async (request) => {
			const posting = await request.json();
			const bad = posting.entries.some((entry: { body: { body: string } }) => entry.body.body === 'bad');
			return bad ? new Response('', { status: 400 }) : Response.json({ outcomes: server.take(posting) });
		};
		for (const body of ['one', 'bad', 'two']) await write(phone, 'message', message(body));
		later(phone);
		await drain(phone);
		expect(server.kept.map((one) => (one.body as { body: string }).body)).toEqual(['one', 'two']);
		expect((await pendingOn(phone)).map((one) => one.state)).toEqual([
			'acknowledged',
			'refused',
			'acknowledged'
		]);
	});

	test('another account on the same phone never sends it, and cannot open it', async () => {
		const phone = await phoneOf(ASH);
		const server = new PretendServer();
		connect(phone, server);
		await write(phone, 'message', message('from ash'));
		later(phone);
		await phone.signIn(SAM);
		expect(await pendingOn(phone)).toEqual([]);
		expect(await drain(phone)).toEqual({ is: 'empty' });
		expect(server.kept).toEqual([]);
		await phone.signIn(ASH);
		await drain(phone);
		expect(server.kept).toMatchObject([{ person: ASH }]);
	});

	test('three tabs that drain at once send each entry once', async () => {
		const phone = await phoneOf(ASH);
		const posted: string[] = [];
		const server = new PretendServer();
		phone.network = async (request) => {
			const posting = await request.json();
			posted.push(...posting.entries.map((entry: { id: string }) => entry.id));
			return Response.json({ outcomes: server.take(posting) });
		};
		for (const body of ['1', '2', '3', '4', '5']) await write(phone, 'message', message(body));
		later(phone);
		await Promise.all([drain(phone), drain(phone), drain(phone)]);
		expect(posted).toHaveLength(5);
		expect(new Set(posted).size).toBe(5);
	});
});

type Weather =
	'fine' | 'no signal' | 'answer lost' | 'broken' | 'busy' | 'shuffled' | 'half failed' | 'nonsense';
const WEATHERS: Weather[] = [
	'fine',
	'no signal',
	'answer lost',
	'broken',
	'busy',
	'shuffled',
	'half failed',
	'nonsense'
];

async function answerIn(weather: Weather, server: PretendServer, request: Request): Promise<Response> {
	if (weather === 'no signal') throw new TypeError('no signal');
	if (weather === 'broken') return new Response('', { status: 503 });
	if (weather === 'busy') return new Response('', { status: 429 });
	const posting = await request.json();
	if (weather === 'half failed') {
		const half = posting.entries.slice(0, Math.ceil(posting.entries.length / 2));
		const rest = posting.entries.slice(half.length).map(({ id }: { id: string }) => ({ id, is: 'failed' }));
		return Response.json({ outcomes: [...server.take({ ...posting, entries: half }), ...rest] });
	}
	const outcomes = server.take(posting);
	if (weather === 'answer lost') throw new TypeError('the line broke');
	if (weather === 'nonsense') return new Response('<html>a hotel’s sign-in page</html>');
	return Response.json({ outcomes: weather === 'shuffled' ? outcomes.toReversed() : outcomes });
}

test('a worker finds nobody where the app was never opened, and makes nothing there', async () => {
	const browser = new IDBFactory();
	const entries = entriesForWorker(browser);
	expect(await entries.identity()).toBeUndefined();
	expect(await entries.change(ASH, (mine) => ({ changed: [], result: mine.length }))).toBe(0);
	expect(await browser.databases()).toEqual([]);
});

test('whatever the network does, each entry arrives once and in the order of writing', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom(...WEATHERS), { maxLength: 12 }),
			fc.integer({ min: 1, max: 8 }),
			fc.constantFrom(...SENDERS.map(([, sender]) => sender)),
			async (weathers, count, hands) => {
				const phone = await phoneOf(ASH);
				const server = new PretendServer();
				const bodies = Array.from({ length: count }, (_, index) => `message ${index}`);
				for (const [index, body] of bodies.entries()) {
					await write(phone, 'message', message(body));
					later(phone, 3_000);
					const weather = weathers[index] ?? 'fine';
					phone.network = (request) => answerIn(weather, server, request);
					await drainBy(hands(phone));
				}
				for (const weather of [...weathers, 'fine' as const]) {
					later(phone);
					phone.network = (request) => answerIn(weather, server, request);
					await drainBy(hands(phone));
				}
				expect(server.kept.map((one) => (one.body as { body: string }).body)).toEqual(bodies);
				expect((await pendingOn(phone)).map((one) => one.state)).toEqual(bodies.map(() => 'acknowledged'));
				await phone.kept.delete();
			}
		),
		{ numRuns: 40 }
	);
});
