import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../domain/clock/zones';
import type { GoalSaid } from '../domain/goals/said';
import { PersonDatabase } from './database';
import { goalsOn } from './goals';
import type { Pending } from './outbox/pending';

const NOW = Date.UTC(2026, 10, 24, 18);
const PAIRING = 'pairing-1';
const about = { pairingId: PAIRING, goalId: 'goal-one' };
const swim: GoalSaid = {
	...{ kind: 'goal', body: { pairingId: PAIRING, kind: 'fun', words: 'swim', lowWords: '', highWords: '' } }
};

let rows: PersonDatabase;
let entries = 0;
beforeEach(async () => {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	rows = new PersonDatabase('ash');
	await rows.pairings.put({
		...{ id: PAIRING, spaceId: 'space', programmeId: 'programme', youngId: 'ash', youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'active', startedAt: 0, endsOn: null },
		...{ coverOfferId: null, coverOfferName: null }
	});
});
afterEach(() => rows.close());

const waits = (said: GoalSaid, more: Partial<Pending> = {}) =>
	({
		...{ ...said, id: `entry-${++entries}`, state: 'waiting', writtenAt: NOW + entries },
		...{ leavesAt: NOW, outcome: undefined, ...more }
	}) as Pending;
const shown = async (...waiting: Pending[]) => goalsOn(rows, PAIRING, Promise.resolve(waiting), NOW);
/** A goal that came by sync. */
const synced = async (suggestedById: string | null = null) => {
	const state = suggestedById ? 'suggested' : 'going';
	const byId = suggestedById ?? 'ash';
	await rows.goals.put({
		...{ id: 'goal-one', spaceId: 'space', pairingId: PAIRING, kind: 'fun', state, stateAt: NOW - 10 },
		...{ words: 'swim', lowWords: '', highWords: '', suggestedById, createdAt: NOW - 10 }
	});
	for (const [part, to] of [
		['state', state],
		['words', 'swim']
	] as const)
		await rows.goalChanges.put({
			...{ ...about, spaceId: 'space', id: `goal-one_${part}`, byId, part, to },
			...{ writtenAt: NOW - 10, at: NOW - 10 }
		});
};

describe('without signal', () => {
	test('a goal, its steps, their ticks, the line and a note are there at once, marked as not sent', async () => {
		const kept = await shown(
			waits(swim, { id: 'goal-one' }),
			waits({ kind: 'goal-step', body: { ...about, words: 'buy goggles' } }, { id: 'step-one' }),
			waits({ kind: 'goal-step-tick', body: { ...about, stepId: 'step-one', done: true } }),
			waits({ kind: 'goal-mark', body: { ...about, line: 7, words: 'ok' } }),
			waits({ kind: 'goal-note', body: { ...about, words: 'hi' } }),
			waits({ kind: 'goal-change', body: { ...about, part: 'state', to: 'parked' } })
		);
		const [goal] = kept?.goals ?? [];
		expect(goal).toMatchObject({ words: 'swim', state: 'parked', standing: { is: 'waiting' }, besides: [] });
		expect(goal?.steps).toMatchObject([
			{ words: 'buy goggles', doneAt: NOW + 3, standing: { is: 'waiting' } }
		]);
		expect(goal?.marks).toMatchObject([{ line: 7, standing: { is: 'waiting' } }]);
		expect(goal?.notes).toMatchObject([{ authorId: 'ash', standing: { is: 'waiting' } }]);
	});

	test('a step that was put away is shown no more', async () => {
		await synced();
		const kept = await shown(
			waits({ kind: 'goal-step', body: { ...about, words: 'x' } }, { id: 'step-one' }),
			waits({ kind: 'goal-step-gone', body: { ...about, stepId: 'step-one' } })
		);
		expect(kept?.goals[0]?.steps).toEqual([]);
	});

	test('a yes is one at once, and what the mentor wrote meanwhile stands beside it', async () => {
		await synced('sam');
		const yes = waits({ kind: 'goal-answer', body: { ...about, says: 'yes', words: 'swim' } });
		expect((await shown(yes))?.goals).toMatchObject([{ state: 'going', words: 'swim', besides: [] }]);
		await rows.goalChanges.put({
			...{
				...about,
				spaceId: 'space',
				id: 'change-of-sam',
				byId: 'sam',
				part: 'words',
				to: 'swim ten lengths'
			},
			...{ writtenAt: yes.writtenAt - 5, at: NOW + HOUR }
		});
		const [goal] = (await shown(yes))?.goals ?? [];
		expect(goal).toMatchObject({ words: 'swim', besides: [{ to: 'swim ten lengths', byId: 'sam' }] });
	});
});

test('what came by sync is not laid over once more', async () => {
	await synced();
	const note = { kind: 'goal-note' as const, body: { ...about, words: 'hi' } };
	const [id, at] = ['note-one', NOW - 5];
	await rows.goalNotes.put({ ...about, spaceId: 'space', id, authorId: 'ash', words: 'hi', at });
	const kept = await shown(waits(swim, { id: 'goal-one' }), waits(note, { id, state: 'acknowledged' }));
	expect(kept?.goals).toHaveLength(1);
	expect(kept?.goals[0]?.notes).toMatchObject([{ standing: { is: 'sent' } }]);
});

test('what could not be kept is told with its reason, and is not shown as done', async () => {
	await synced();
	const change: GoalSaid = { kind: 'goal-change', body: { ...about, part: 'state', to: 'done' } };
	const outcome = { id: 'entry-no', is: 'refused', at: NOW, why: 'pairing_ended' } as const;
	const kept = await shown(waits(change, { id: 'entry-no', state: 'refused', outcome }));
	expect(kept?.goals).toMatchObject([{ state: 'going' }]);
	expect(kept?.refused).toMatchObject([{ id: 'entry-no', goalId: 'goal-one', why: 'pairing_ended' }]);
});

test('what the other side did is new until this side does something', async () => {
	await synced();
	const note = { ...about, spaceId: 'space', words: 'hi' };
	await rows.goalNotes.put({ ...note, id: 'note-sam', authorId: 'sam', at: NOW - 5 });
	expect((await shown())?.goals[0]?.newsAt).toBe(NOW - 5);
	await rows.goalNotes.put({ ...note, id: 'note-ash', authorId: 'ash', at: NOW - 4 });
	expect((await shown())?.goals[0]?.newsAt).toBeUndefined();
	const promise = {
		...about,
		spaceId: 'space',
		id: 'promise',
		byId: 'sam',
		words: 'x',
		dueOn: null,
		at: NOW - 9
	};
	await rows.goalPromises.put({ ...promise, keptAt: NOW - 3, goneAt: null });
	expect((await shown())?.goals[0]?.newsAt).toBe(NOW - 3);
});

test('nobody outside the pairing has any', async () => {
	await rows.pairings.update(PAIRING, { youngId: 'remi' });
	expect(await shown()).toBeUndefined();
});
