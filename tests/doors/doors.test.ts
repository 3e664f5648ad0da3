import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST } from '../../src/lib/cast/cast';
import { PAIRINGS } from '../../src/lib/cast/history';
import { builtDoors, type Door } from './built';
import { TABLE, type Row } from './table';
import { Town, VISITORS, type Visitor } from './visitors';

const doors = await builtDoors();
const rowOf = (door: Door) => TABLE[door.name] as Row;
const listed = doors.filter((door) => TABLE[door.name]);

let town: Town;
beforeAll(async () => {
	town = await Town.open();
}, 60_000);
afterAll(() => town.close());

/** Knocks once, with a session of the visitor’s own. Streams are let go of after their headers. */
async function knock(door: Door, visitor: Visitor, headers: Record<string, string> = {}): Promise<Response> {
	const row = rowOf(door);
	const path = row.path ? await row.path(town) : door.route.replace(/\/\([^)]+\)/g, '') || '/';
	const cookie = await town.cookieOf(visitor);
	const letGo = new AbortController();
	const origin = town.server.url;
	const response = await fetch(
		`${origin}${path}${door.action && door.action !== 'default' ? `?/${door.action}` : ''}`,
		{
			method: door.method,
			redirect: 'manual',
			signal: letGo.signal,
			headers: {
				...(cookie ? { cookie } : {}),
				...(door.method === 'GET' ? {} : { origin }),
				...(door.action ? { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' } : {}),
				...(row.body ? { 'content-type': 'application/json' } : {}),
				...headers
			},
			...(row.body ? { body: JSON.stringify(row.body(visitor)) } : {}),
			...(row.form ? { body: new URLSearchParams(row.form).toString() } : {})
		}
	);
	if (response.headers.get('content-type') === 'text/event-stream') letGo.abort();
	return response;
}

/** What a refused visitor must get: a way to sign in for a person, a plain no for a program, nothing there for others. */
function refusal(door: Door, visitor: Visitor): number {
	if (rowOf(door).demo || rowOf(door).secret) return 404;
	if (visitor !== 'nobody') return 404;
	return door.kind === 'api' && door.route.startsWith('/api/') ? 401 : 303;
}

const opened = (status: number) => status < 400 || status === 400 || status === 409 || status === 422;

test('every door that was built is in the table', () => {
	expect(doors.map((door) => door.name).filter((name) => !TABLE[name])).toEqual([]);
});

test('the table names no door that is not there', () => {
	const built = new Set(doors.map((door) => door.name));
	expect(Object.keys(TABLE).filter((name) => !built.has(name))).toEqual([]);
});

test('a sync brings whoever stands in the one pairing that they stand in for, and others nothing of it', async () => {
	const brought = async (visitor: Visitor) => {
		const cookie = (await town.cookieOf(visitor)) ?? '';
		const response = await fetch(`${town.server.url}/api/sync?since={}`, { headers: { cookie } });
		const { rows } = (await response.json()) as {
			rows: Record<string, { pairingId?: string; id: string }[]>;
		};
		const pairings = rows.pairings?.map(({ id }) => id) ?? [];
		return { pairings, of: new Set(rows.messages?.map(({ pairingId }) => pairingId)) };
	};
	expect(await brought('cover-mentor')).toEqual({
		pairings: [PAIRINGS.ashAndSam],
		of: new Set([PAIRINGS.ashAndSam])
	});
	for (const visitor of ['other-mentor', 'young-new', 'coordinator', 'elsewhere-mentor'] as const)
		expect((await brought(visitor)).pairings, visitor).not.toContain(PAIRINGS.ashAndSam);
});

describe.each(listed.map((door) => [door.name, door] as const))('%s', (_, door) => {
	const opensTo: readonly Visitor[] = rowOf(door).opensTo;

	test.each(VISITORS.filter((visitor) => opensTo.includes(visitor)))('opens to %s', async (visitor) => {
		const { status } = await knock(door, visitor);
		expect(opened(status), `answered ${status}`).toBe(true);
	});

	test.each(VISITORS.filter((visitor) => !opensTo.includes(visitor)))(
		'stays shut for %s',
		async (visitor) => {
			const response = await knock(door, visitor);
			expect(response.status).toBe(refusal(door, visitor));
			if (response.status === 303) expect(response.headers.get('location')).toBe('/sign-in');
		}
	);

	if (door.method !== 'GET')
		test.each<Record<string, string>>([
			{ origin: 'https://elsewhere.example' },
			{ 'sec-fetch-site': 'cross-site' },
			{ 'sec-fetch-site': 'same-site' },
			{ origin: 'null', 'content-type': 'text/plain' }
		])('does nothing for a page of someone else’s: %o', async (headers) => {
			const response = await knock(door, opensTo.at(-1) ?? 'nobody', headers);
			expect(response.status).toBe(403);
		});

	if (rowOf(door).nothingPersonal)
		test('shows nothing of anybody', async () => {
			const text = await (await knock(door, 'young')).text();
			expect(CAST.filter(({ firstName }) => new RegExp(`\\b${firstName}\\b`).test(text))).toEqual([]);
		});
});
