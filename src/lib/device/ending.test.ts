import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../domain/clock/zones';
import { PersonDatabase } from './database';
import { endingOn } from './ending';
import type { Pending } from './outbox/pending';

const NOW = Date.UTC(2026, 10, 24, 18);
const TODAY = '2026-11-24';
const PAIRING = 'pairing-1';
const pairingId = PAIRING;

let rows: PersonDatabase;
let entries = 0;
beforeEach(() => open('ash'));
afterEach(() => rows.close());

async function open(who: string, endsOn: string | null = null) {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	rows = new PersonDatabase(who);
	await rows.pairings.put({
		...{ id: PAIRING, spaceId: 'space', programmeId: 'programme', youngId: 'ash', youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'active', startedAt: 0, endsOn },
		...{ coverOfferId: null, coverOfferName: null }
	});
}

const waits = (said: { kind: string; body: object }, more: Partial<Pending> = {}) =>
	({
		...{ ...said, id: `entry-${++entries}`, state: 'waiting', writtenAt: NOW + entries },
		...{ leavesAt: NOW, outcome: undefined, ...more }
	}) as unknown as Pending;
const shown = (...waiting: Pending[]) => endingOn(rows, PAIRING, Promise.resolve(waiting), NOW);
const goodbye = (words: string) => ({ kind: 'goodbye', body: { pairingId, words } });
const series = (startsOn: string) =>
	rows.series.put({
		...{ id: 'series', spaceId: 'space', pairingId, zone: 'UTC', startsOn, time: '16:00', minutes: 60 },
		...{ repeats: 'weekly', place: 'Library', travel: '', skipsHolidays: null, until: null }
	});

describe('without signal', () => {
	test('a goodbye is there at once for whoever wrote it, changed and taken back as they like', async () => {
		const first = waits(goodbye('bye'));
		expect((await shown(first))?.mine).toMatchObject({ words: 'bye', standing: { is: 'waiting' } });
		const then = waits(goodbye('thank you'));
		expect((await shown(first, then))?.mine).toMatchObject({ words: 'thank you', shownAt: null });
		expect((await shown(first, then, waits(goodbye(''))))?.mine).toBeUndefined();
	});

	test('what comes next is listed, and put away before it has ever left', async () => {
		const club = waits(
			{ kind: 'afterwards', body: { pairingId, kind: 'place', words: 'club' } },
			{ id: 'club' }
		);
		expect((await shown(club))?.afterwards).toMatchObject([{ words: 'club', standing: { is: 'waiting' } }]);
		const gone = waits({ kind: 'afterwards-gone', body: { pairingId, afterwardsId: 'club' } });
		expect((await shown(club, gone))?.afterwards).toEqual([]);
	});

	test('looking in is wanted at once', async () => {
		const kept = await shown(waits({ kind: 'look-in', body: { pairingId, wanted: true } }));
		expect(kept?.lookIn).toMatchObject({ wanted: true, times: [] });
	});

	test('an end by the young person is one here before the server has heard of it', async () => {
		const end = waits({ kind: 'parting', body: { pairingId, wants: 'end', tells: '', why: '' } });
		expect(await shown(end)).toMatchObject({ phase: 'ended', ending: { how: 'young_ended' } });
		expect((await shown(end, waits(goodbye('bye'))))?.mine).toMatchObject({ words: 'bye' });
	});

	test('what could not be kept is shown with its words and its reason', async () => {
		const outcome = { id: 'x', is: 'refused' as const, at: NOW, why: 'goodbye_shown' as const };
		const kept = await shown(waits(goodbye('too late'), { outcome }));
		expect(kept?.mine).toBeUndefined();
		expect(kept?.refused).toMatchObject([{ why: 'goodbye_shown', said: { body: { words: 'too late' } } }]);
	});
});

describe('what came by sync', () => {
	const kept = (authorId: string, shownAt: number | null, words = 'bye') =>
		rows.goodbyes.put({
			...{ id: `${PAIRING}:${authorId}`, spaceId: 'space', pairingId, authorId, authorName: 'Sam' },
			...{ desk: false, words, at: NOW - 1, shownAt }
		});

	test('of the other’s goodbye is on the screen once it is shown', async () => {
		await kept('ash', NOW);
		await kept('sam', NOW);
		const screen = await shown();
		expect(screen?.theirs).toMatchObject([{ authorId: 'sam' }]);
		expect(screen?.mine).toMatchObject({ shownAt: NOW, standing: { is: 'sent' } });
	});

	test('stays as it was shown, whatever waits on this phone', async () => {
		await kept('ash', NOW, 'first');
		expect((await shown(waits(goodbye('second'))))?.mine).toMatchObject({ words: 'first' });
	});

	test('is nobody else’s', async () => {
		rows.close();
		await open('kim');
		expect(await shown()).toBeUndefined();
	});
});

describe('the last meeting', () => {
	test('is the last one up to the last day, that day included', async () => {
		rows.close();
		await open('ash', addDays(TODAY, 14));
		await series(TODAY);
		expect((await shown())?.last).toMatchObject({ day: addDays(TODAY, 14) });
		rows.close();
		await open('ash', addDays(TODAY, 13));
		await series(TODAY);
		expect((await shown())?.last).toMatchObject({ day: addDays(TODAY, 7) });
	});

	test('is none where no day is known', async () => {
		await series(TODAY);
		expect((await shown())?.last).toBeUndefined();
	});
});
