import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantAt, type Day } from '../domain/clock/zones';
import type { LookBackSaid } from '../domain/look-backs/said';
import type { PairingState } from '../domain/pairings/pairing';
import { modelOf } from '../domain/programmes/models';
import { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { pathOn } from './path-screen';

const PAIRING = 'pairing-1';
const about = { pairingId: PAIRING, which: 'half_year_2' };

let rows: PersonDatabase;
beforeEach(async () => {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	rows = new PersonDatabase('ash');
	await paired('active');
	const plan = modelOf('independent_visiting')?.plan;
	if (!plan) throw new Error('No such model.');
	await rows.plans.put({
		...{ id: 'plan-1', spaceId: 'programme:one', programmeId: 'one', version: 1, plan, madeAt: 0 }
	});
	await rows.series.put({
		...{ id: 'series-1', spaceId: 'space', pairingId: PAIRING, zone: 'UTC', startsOn: '2026-01-15' },
		...{ time: '16:30', minutes: 60, repeats: 'weekly', place: 'Library', travel: '' },
		...{ skipsHolidays: null, until: null }
	});
});
afterEach(() => rows.close());

const paired = (state: PairingState) =>
	rows.pairings.put({
		...{ id: PAIRING, spaceId: 'space', programmeId: 'one', youngId: 'ash', youngName: 'Ash', state },
		...{ mentorId: 'sam', mentorName: 'Sam', startedAt: Date.UTC(2026, 0, 12), endsOn: null },
		...{ planId: 'plan-1', coverOfferId: null, coverOfferName: null }
	});
const waits = (said: LookBackSaid) =>
	({ ...said, id: 'entry-1', state: 'waiting', writtenAt: 1, leavesAt: 1, outcome: undefined }) as Pending;
const shown = (day: Day, ...waiting: Pending[]) =>
	pathOn(rows, PAIRING, Promise.resolve(waiting), instantAt(day, '12:00', 'UTC'));
const wrote = (which: string, personId: string) =>
	rows.lookBacks.put({
		...{ id: `${PAIRING}:${which}:${personId}`, spaceId: 'space', pairingId: PAIRING, which, personId },
		...{ answers: { good: 'chips' }, outcomes: {}, counted: false, sharedAt: 1, at: 1 }
	});

describe('the path on a phone without signal', () => {
	test('is where the two are, how often they meet and when they are next asked to look back', async () => {
		const now = await shown('2026-04-20');
		expect(now?.here?.stage.id).toBe('settled');
		expect(now?.meets).toMatchObject({ series: { repeats: 'weekly' }, waits: false });
		expect(now?.past).toEqual([]);
		expect(now?.next).toMatchObject({ which: 'half_year_1', on: '2026-07-12' });
	});

	test('shows the newest time to look back, and earlier ones of which something is written', async () => {
		const which = async () => (await shown('2027-02-01'))?.past.map(({ time }) => time.which);
		expect(await which()).toEqual(['half_year_2']);
		await wrote('half_year_1', 'sam');
		expect((await shown('2027-02-01'))?.past).toMatchObject([
			{ mine: false, theirs: false },
			{ time: { which: 'half_year_1' }, mine: false, theirs: true }
		]);
	});

	test('knows of what was written and waits to leave', async () => {
		const said = { kind: 'look-back', body: { ...about, question: 'good', words: 'chips' } } as const;
		expect((await shown('2027-02-01', waits(said)))?.past).toMatchObject([{ mine: true }]);
		const emptied = { ...said, body: { ...said.body, words: '' } };
		expect((await shown('2027-02-01', waits(emptied)))?.past).toMatchObject([{ mine: false }]);
	});

	test('after the end is nowhere, asks nothing, and keeps what was written', async () => {
		await wrote('half_year_1', 'ash');
		await paired('ended');
		const now = await shown('2027-02-01');
		expect([now?.here, now?.next, now?.meets]).toEqual([undefined, undefined, undefined]);
		expect(now?.past).toMatchObject([{ time: { which: 'half_year_1' }, mine: true }]);
	});

	test('of another pairing is not there', async () => {
		expect(await pathOn(rows, 'nobodys', Promise.resolve([]), 0)).toBeUndefined();
	});
});
