import { request as http } from 'node:http';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import { expect, test } from '../test';

const ASH = 'demo-person-ash';
const PAIRING = 'demo-pair-ash';
const NOW = Date.parse('2026-11-24T18:00:00Z');

let made = 0;
const entry = (body: unknown, rest: Record<string, unknown> = {}) => ({
	id: `bad-input-${String(++made).padStart(6, '0')}`,
	kind: 'message',
	writtenAt: NOW,
	body,
	...rest
});
const message = (body: unknown) => entry({ pairingId: PAIRING, body, tap: null, checkInId: null });

const asAsh = async (request: APIRequestContext) => void (await request.get('/demo/young'));

/** As our own page sends it: the text as it is, valid or not. */
const post = (request: APIRequestContext, data: string | Buffer, origin: string) =>
	request.post('/api/outbox', { data, headers: { 'content-type': 'application/json', origin } });

const outcomesOf = async (response: APIResponse) =>
	((await response.json()) as { outcomes: Outcome[] }).outcomes.map((one) =>
		one.is === 'refused' ? `refused: ${one.why}` : one.is
	);

async function everythingKept(request: APIRequestContext): Promise<string> {
	const { rows, spaces } = await (await request.get('/api/sync?since={}')).json();
	return JSON.stringify({ rows, spaces });
}

test('what is no list of entries is refused whole, in plain JSON, and nothing is kept of it', async ({
	request,
	server
}) => {
	await asAsh(request);
	const before = await everythingKept(request);
	const good = message('good, in bad company');
	const bodies = {
		'nothing at all': '',
		'broken JSON': '{"person":"demo-person-ash","entries":[',
		'a bare word': 'null',
		'a number': '7',
		'a list': '[]',
		'no entries': JSON.stringify({ person: ASH, entries: [] }),
		'entries that are no list': JSON.stringify({ person: ASH, entries: good }),
		'nobody’s entries': JSON.stringify({ entries: [good] }),
		'a person who is a list': JSON.stringify({ person: [ASH], entries: [good] }),
		'one more entry than fit': JSON.stringify({ person: ASH, entries: Array(201).fill(good) }),
		'ten thousand entries': JSON.stringify({
			person: ASH,
			entries: Array.from({ length: 10_000 }, () => ({}))
		}),
		'letters that are no text': Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])
	};
	for (const [what, body] of Object.entries(bodies)) {
		const response = await post(request, body, server.url);
		expect(response.status(), what).toBe(400);
		expect(await response.json(), what).toEqual({ message: 'unreadable' });
	}
	const theirs = await post(
		request,
		JSON.stringify({ person: 'demo-person-jo', entries: [good] }),
		server.url
	);
	expect(theirs.status()).toBe(409);
	expect(await everythingKept(request)).toBe(before);
});

test('a body over the limit is refused as too much, and nothing is kept of it', async ({
	request,
	server
}) => {
	await asAsh(request);
	const before = await everythingKept(request);
	const huge = JSON.stringify({ person: ASH, entries: [message('x'.repeat(2_000_000))] });
	const response = await post(request, huge, server.url);
	expect(response.status()).toBe(413);
	expect(await response.json()).toEqual({ message: 'too_much' });
	expect(await everythingKept(request)).toBe(before);
});

test('a bad entry is refused with its reason and holds back none of the others', async ({
	request,
	server
}) => {
	await asAsh(request);
	const entries = [
		message('the first good one'),
		'not an entry',
		null,
		message(7),
		message(''),
		message('x'.repeat(100_000)),
		entry({}, { kind: 'horoscope' }),
		entry({}, { kind: '__proto__' }),
		entry({ pairingId: 'demo-pair-kit', body: 'not mine', tap: null, checkInId: null }),
		entry({ pairingId: PAIRING, feeling: 'furious', line: '', hope: 'reply' }, { kind: 'check-in' }),
		entry({ pairingId: PAIRING, body: 'an odd id', tap: null, checkInId: null }, { id: '../../etc' }),
		message('the last good one')
	];
	const response = await post(request, JSON.stringify({ person: ASH, entries }), server.url);
	expect(response.status()).toBe(200);
	const outcomes = await outcomesOf(response);
	expect(outcomes.at(0)).toBe('sent');
	expect(outcomes.at(-1)).toBe('sent');
	for (const outcome of outcomes.slice(1, -1)) expect(outcome).toMatch(/^refused: /);
	expect(outcomes[6]).toBe('refused: unknown_kind');
	const { rows } = await (await request.get('/api/sync?since={}')).json();
	const bodies = rows.messages.map(({ body }: { body: string }) => body);
	expect(bodies.filter((body: string) => /good one$/.test(body))).toEqual([
		'the first good one',
		'the last good one'
	]);
	expect(bodies).not.toContain('not mine');
});

test('every letter that people write comes back as it was written', async ({ request, server }) => {
	await asAsh(request);
	const words = [
		'👩🏽‍🦽 ok 🫶',
		'مرحبا، كيف الحال؟',
		'שלום 123',
		'e\u0301 and é',
		'𝕬𝖘𝖍',
		'<b>&amp;</b> "quotes" \\ \'; --'
	];
	const response = await post(
		request,
		JSON.stringify({ person: ASH, entries: words.map(message) }),
		server.url
	);
	expect(await outcomesOf(response)).toEqual(words.map(() => 'sent'));
	const { rows } = await (await request.get('/api/sync?since={}')).json();
	const bodies = rows.messages.map(({ body }: { body: string }) => body.normalize('NFC'));
	for (const one of words) expect(bodies).toContain(one.normalize('NFC'));
});

test('a NUL or half a letter never stops the rest of what was written', async ({ request, server }) => {
	await asAsh(request);
	const raw = `{"person":"${ASH}","entries":[${JSON.stringify(message('NUL')).replace('"NUL"', '"a\\u0000b"')},${JSON.stringify(message('half')).replace('"half"', '"c\\ud83dd"')},${JSON.stringify(message('whole'))}]}`;
	const response = await post(request, raw, server.url);
	expect(response.status()).toBe(200);
	const outcomes = await outcomesOf(response);
	expect(outcomes.at(-1)).toBe('sent');
	for (const outcome of outcomes) expect(outcome).not.toBe('failed');
	const kept = await everythingKept(request);
	expect(kept).toContain('whole');
	expect(kept).not.toContain('\\u0000');
});

test('odd questions get a plain answer: what was asked for, or that it is not there', async ({ request }) => {
	await asAsh(request);
	for (const since of ['', 'null', '7', '{"a":"b"}', '{"a":-1}', '{"a":1e999}', '{', 'x'.repeat(3_000)]) {
		const response = await request.get(`/api/sync?since=${encodeURIComponent(since)}`);
		expect(response.status(), since.slice(0, 20)).toBe(400);
		expect(await response.json()).toEqual({ message: 'unreadable' });
	}
	for (const path of ['/demo/%00', '/invitation/%E0%A4%A', '/api/nothing', '/young/%2e%2e/%2e%2e/etc/passwd'])
		expect([400, 404], path).toContain((await request.get(path)).status());
});

test('what comes from another page, or from nowhere, changes nothing', async ({ request, server }) => {
	await asAsh(request);
	const before = await everythingKept(request);
	const body = JSON.stringify({ person: ASH, entries: [message('from elsewhere')] });
	const elsewhere: Record<string, string>[] = [
		{ origin: 'https://elsewhere.example' },
		{ origin: 'null' },
		{ 'sec-fetch-site': 'cross-site', origin: server.url },
		{}
	];
	for (const headers of elsewhere)
		for (const type of ['application/json', 'text/plain']) {
			const response = await request.post('/api/outbox', {
				data: body,
				headers: { ...headers, 'content-type': type }
			});
			expect(response.status(), JSON.stringify(headers)).toBe(403);
		}
	expect(await everythingKept(request)).toBe(before);
});

test('every answer carries the protective headers: pages, files, errors, pages made beforehand', async ({
	request,
	server
}) => {
	const page = await (await request.get('/')).text();
	const file = /"(\/_app\/[^"]+\.(?:js|css))"/.exec(page)?.[1];
	expect(file).toBeDefined();
	for (const path of [
		'/',
		'/sign-in',
		'/times-tables',
		'/help',
		'/shell',
		'/manifest.webmanifest',
		'/service-worker.js',
		'/nowhere',
		'/api/session',
		'/api/health',
		'/invitation/none'
	]) {
		const response = await request.get(path);
		const headers = response.headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['permissions-policy'], path).toContain('geolocation=()');
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
		expect(headers['x-powered-by'], path).toBeUndefined();
		if (headers['content-type']?.includes('text/html')) {
			const policy = `${headers['content-security-policy']} ${await response.text()}`;
			expect(policy, path).toMatch(/script-src 'self'/);
			expect(policy, path).not.toContain('unsafe-inline');
		}
	}
	const hashed = (await request.get(file ?? '')).headers();
	expect(hashed['x-content-type-options']).toBe('nosniff');
	expect(hashed['cross-origin-resource-policy']).toBe('same-origin');
	await asAsh(request);
	for (const path of ['/api/session', '/api/sync?since={}', '/coordinator', '/'])
		expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
	const cut = await rawStatus(server.url, 'GET', '/%');
	expect([400, 404]).toContain(cut);
});

/** A request that no browser would send. */
function rawStatus(url: string, method: string, path: string): Promise<number> {
	const { hostname, port } = new URL(url);
	return new Promise((resolve, reject) => {
		http({ hostname, port, method, path }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		})
			.on('error', reject)
			.end();
	});
}
