import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt } from '../domain/clock/zones';
import type { MeetingSaid } from '../domain/meetings/said';
import { PersonDatabase } from './database';
import { meetingsKept, meetingsNext, meetingsOf, straying } from './meetings';
import type { Pending } from './outbox/pending';

const at = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const THURSDAY = '2026-11-26';
const STARTS = at(THURSDAY, '16:30');
const NOW = at('2026-11-24', '12:00');
const about = { pairingId: 'pairing-1', seriesId: 'thursdays', day: THURSDAY, starts: STARTS };
const friday = { day: '2026-11-27', time: '17:00' };

let rows: PersonDatabase;
beforeEach(async () => {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	rows = new PersonDatabase('sam');
	await rows.pairings.put({
		...{ id: 'pairing-1', spaceId: 'space', programmeId: 'programme', youngId: 'ash', youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'active', startedAt: 0, endsOn: null },
		...{ coverOfferId: null, coverOfferName: null }
	});
	await rows.series.put({
		...{ id: 'thursdays', spaceId: 'space', pairingId: 'pairing-1', zone: 'Europe/London' },
		...{ startsOn: '2026-11-05', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' },
		...{ travel: '', skipsHolidays: null, until: null }
	});
});
afterEach(() => rows.close());

const pending = (said: MeetingSaid, more: Partial<Pending> = {}) =>
	[
		{ ...said, id: 'entry-1', state: 'waiting', writtenAt: NOW, leavesAt: NOW, outcome: undefined, ...more }
	] as Pending[];
const shown = async (waiting: Pending[]) =>
	(await meetingsOf(rows, Promise.resolve(waiting), NOW, NOW + 7 * DAY))[0];
const callOff: MeetingSaid = {
	kind: 'meeting-call-off',
	body: { ...about, why: 'My train is off', times: [friday] }
};

describe('what waits to leave', () => {
	test('is laid over the meeting at once, and marked as not sent', async () => {
		const meeting = await shown(pending(callOff));
		expect(meeting?.standing).toMatchObject({ is: 'called_off', by: 'mentor', why: 'My train is off' });
		expect(meeting?.moves.map(({ times }) => times)).toEqual([[friday]]);
		expect(meeting?.unsent).toMatchObject([{ standing: { is: 'waiting' }, expects: undefined }]);
		const kept = await meetingsKept(rows, Promise.resolve(pending(callOff)));
		expect(meetingsNext(kept, NOW, 1)[0]?.day).toBe('2026-12-03');
	});

	test('is not shown as done once it was refused, but with its reason', async () => {
		const refused = pending(callOff, {
			...{ state: 'refused', outcome: { id: 'entry-1', is: 'refused', at: NOW, why: 'meeting_changed' } }
		});
		const meeting = await shown(refused);
		expect(meeting?.standing).toEqual({ is: 'planned' });
		expect(meeting?.unsent).toMatchObject([{ standing: { is: 'refused', why: 'meeting_changed' } }]);
	});

	test('says that the other side has changed the meeting meanwhile', async () => {
		const late: MeetingSaid = { kind: 'meeting-yes', body: { ...about, starts: STARTS - 1 } };
		const meeting = await shown(pending(late));
		expect(meeting?.yes).toEqual({ young: false, mentor: false });
		expect(meeting?.unsent).toMatchObject([{ expects: 'meeting_changed' }]);
	});

	test('is told by itself when its meeting is on no list any more', async () => {
		const gone = pending(
			{ kind: 'meeting-yes', body: { ...about, day: '2026-11-25' } },
			{ outcome: { id: 'entry-1', is: 'refused', at: NOW, why: 'meeting_changed' } }
		);
		const kept = await meetingsKept(rows, Promise.resolve(gone));
		expect(straying(kept, meetingsNext(kept, NOW, 5)).map(({ id }) => id)).toEqual(['entry-1']);
	});

	test('of a note stands under its meeting, and an idea among the ideas until it is taken back', async () => {
		const told = pending(
			{
				kind: 'meeting-happened',
				body: { ...about, happened: true, minutes: 90, missedBy: null, note: 'Well done.' }
			},
			{ writtenAt: STARTS }
		);
		const meeting = await shown(told);
		expect(meeting?.standing).toEqual({ is: 'happened', minutes: 90 });
		expect(meeting?.notes.map(({ words }) => words)).toEqual(['Well done.']);
		const idea = { kind: 'meeting-idea', body: { pairingId: 'pairing-1', words: 'climbing' } };
		const gone = { kind: 'meeting-idea-gone', body: { pairingId: 'pairing-1', ideaId: 'entry-1' } };
		const entry = { id: 'entry-1', state: 'waiting', writtenAt: NOW, leavesAt: NOW, outcome: undefined };
		const ideas = async (all: object[]) =>
			(await meetingsKept(rows, Promise.resolve(all as Pending[]))).ideas.map(({ words }) => words);
		expect(await ideas([{ ...entry, ...idea }])).toEqual(['climbing']);
		expect(
			await ideas([
				{ ...entry, ...idea },
				{ ...entry, ...gone, id: 'entry-2' }
			])
		).toEqual([]);
	});
});

test('no meeting is shown after the last day of its pairing', async () => {
	await rows.pairings.update('pairing-1', { endsOn: '2026-12-02' });
	const kept = await meetingsKept(rows, Promise.resolve([]));
	expect(meetingsNext(kept, NOW, 5).map(({ day }) => day)).toEqual([THURSDAY]);
});
