import { beforeEach, expect, test } from 'vitest';
import type { Notice } from '../domain/telling/notice';
import type { PersonDatabase } from './database';
import { noticesOn } from './notices';
import { screenAsked } from './notice-asked';
import type { Pending } from './outbox/pending';
import { letGo, rowsOf } from './phone';
import { pretendPhone } from './pretend';
import { seenBodies } from './seen-bodies';
import { choicesOn } from './tell-choices';

const ASH = 'ash-0001';
const NOW = Date.UTC(2026, 10, 24, 18);

let rows: PersonDatabase;
let count = 0;

beforeEach(() => {
	pretendPhone(NOW);
	letGo(ASH);
	rows = rowsOf(ASH);
});

const told = (id: string, more: Partial<Notice> = {}): Notice => ({
	...{ id, spaceId: `person:${ASH}`, kind: 'message', pairingId: 'pair', subjectId: 'one', until: null },
	...{ at: NOW - 1000, seenAt: null },
	...more
});
const waits = (written: Pick<Pending, 'kind' | 'body'>, more: Partial<Pending> = {}): Pending =>
	({
		...{ id: `entry-${++count}`, state: 'waiting', writtenAt: NOW, leavesAt: NOW, outcome: undefined },
		...written,
		...more
	}) as Pending;
const refused = { outcome: { id: 'x', is: 'refused', why: 'not_yours_to_do', at: NOW } } as const;
const seen = (...ids: string[]) => ({ kind: 'notices-seen' as const, body: { ids } });
const chosen = (kind: 'message' | 'review', telling: 'push' | 'app' | 'never') => ({
	kind: 'tell-choice' as const,
	body: { kind, telling }
});
const all = (...pending: Pending[]) => Promise.resolve(pending);

test('the newest stands first, with what was looked at here and not sent yet', async () => {
	await rows.notices.bulkPut([told('a', { at: 1 }), told('b', { at: 3 }), told('c', { at: 2, seenAt: 7 })]);
	const shown = await noticesOn(rows, all(waits(seen('a', 'c'))));
	expect(shown.map(({ id, seenAt }) => [id, seenAt])).toEqual([
		['b', null],
		['c', 7],
		['a', NOW]
	]);
});

test('as many entries as it takes', () => {
	const ids = Array.from({ length: 401 }, (_, place) => `n-${place}`);
	expect(seenBodies(ids).map((body) => body.ids.length)).toEqual([200, 200, 1]);
	expect(seenBodies(ids.slice(0, 200))).toHaveLength(1);
	expect(seenBodies([])).toEqual([]);
});

test('the last choice counts, unless the server would not have it', async () => {
	await rows.tellChoices.put({
		id: ASH,
		spaceId: `person:${ASH}`,
		choices: { message: 'app', review: 'never' }
	});
	const waiting = [
		waits(chosen('message', 'push')),
		waits(chosen('message', 'never')),
		waits(chosen('review', 'push'), refused)
	];
	expect(await choicesOn(rows, all(...waiting))).toEqual({ message: 'never', review: 'never' });
});

test('whoever chose nothing has chosen nothing', async () => {
	expect(await choicesOn(rows, all())).toEqual({});
});

test('a tap on a locked phone leads to what it was about, once this phone knows it', async () => {
	expect(await screenAsked(rows, 'a', ['young'])).toBeUndefined();
	await rows.pairings.put({
		...{ id: 'pair', spaceId: 'pairing:pair', programmeId: 'here', youngId: ASH, youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'active', startedAt: 0, endsOn: null },
		...{ coverOfferId: null, coverOfferName: null }
	});
	await rows.notices.bulkPut([
		told('a'),
		told('b', { kind: 'introduction', pairingId: null, subjectId: 'card' })
	]);
	expect(await screenAsked(rows, 'a', ['young'])).toBe('/young/messages');
	expect(await screenAsked(rows, 'b', ['young'])).toBe('/young/meet/card');
	expect(await screenAsked(rows, 'b', ['mentor'])).toBe('/mentor/asked/card');
});
