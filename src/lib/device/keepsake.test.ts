import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeepsakeThing } from '../domain/endings/ending';
import type { EntryBodies } from '../domain/entries/kinds';
import type { GoalState } from '../domain/goals/goal';
import { chosenOf } from '../domain/keepsakes/things';
import type { Message } from '../domain/messages/message';
import { PersonDatabase } from './database';
import { keepsakeOn, keepsakesOn } from './keepsake';
import type { Pending } from './outbox/pending';

const NOW = Date.UTC(2026, 10, 24, 18);
const PAIRING = 'pairing-1';
const SPACE = 'pairing:1';
const row = { pairingId: PAIRING, spaceId: SPACE };

let rows: PersonDatabase;
let entries = 0;
beforeEach(async () => {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	rows = new PersonDatabase('ash');
	await rows.pairings.put({
		...{ id: PAIRING, spaceId: SPACE, programmeId: 'programme', youngId: 'ash', youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'ended', startedAt: 0, endsOn: null },
		...{ coverOfferId: 'kit', coverOfferName: 'Kit' }
	});
});
afterEach(() => rows.close());

const message = (id: string, some: Partial<Message> = {}): Message => ({
	...{ id, ...row, authorId: 'sam', body: 'Not walking out is huge.', tap: null, checkInId: null },
	...{ writtenAt: NOW, receivedAt: NOW, sentAt: NOW, heldUntil: null, notMeantAt: null, clockAhead: false },
	...some
});
const goal = (id: string, state: GoalState) => ({
	...{ id, ...row, kind: 'fun' as const, state, stateAt: NOW, words: id, lowWords: '', highWords: '' },
	...{ suggestedById: null, createdAt: NOW }
});
const goodbye = (authorId: string, some: object = {}) => ({
	...{ id: `${PAIRING}:${authorId}`, ...row, authorId, authorName: authorId, desk: false },
	...{ words: `bye from ${authorId}`, at: NOW, shownAt: NOW, ...some }
});
const lookBack = (personId: string, some: object = {}) => ({
	...{
		id: `${PAIRING}:half:${personId}`,
		...row,
		which: 'half',
		personId,
		answers: { good: 'that he came' }
	},
	...{ outcomes: {}, counted: false, sharedAt: null, at: NOW, ...some }
});
const taps = (thing: KeepsakeThing, subjectId: string, picked = true, more: Partial<Pending> = {}) => {
	const body: EntryBodies['keepsake-pick'] = { pairingId: PAIRING, thing, subjectId, picked };
	return {
		...{ kind: 'keepsake-pick', body, id: `entry-${++entries}`, state: 'waiting' },
		...{ writtenAt: NOW + entries, leavesAt: NOW, outcome: undefined, ...more }
	} as Pending;
};
const shown = async (...waiting: Pending[]) => {
	const kept = await keepsakeOn(rows, PAIRING, Promise.resolve(waiting), NOW);
	if (!kept) throw new Error('No keepsake.');
	return kept;
};
const ids = (all: { id: string }[]) => all.map(({ id }) => id);

describe('what can go in', () => {
	test('goals that are done, and no others', async () => {
		await rows.goals.bulkPut(
			(['going', 'parked', 'done', 'suggested', 'no_thanks'] as const).map((state) => goal(state, state))
		);
		expect(ids((await shown()).offered.goals)).toEqual(['done']);
	});

	test('messages of both and one-tap answers, but none that is held, not sent, not meant or empty', async () => {
		await rows.messages.bulkPut([
			message('sams', { sentAt: NOW + 2 }),
			message('ashs', { authorId: 'ash', sentAt: NOW + 1 }),
			message('a-tap', { body: '', tap: 'well_done', sentAt: NOW + 3 }),
			message('held', { heldUntil: NOW + 5 }),
			message('not-sent', { notSentWhy: 'pairing_paused' }),
			message('not-meant', { notMeantAt: NOW }),
			message('empty', { body: '' }),
			message('of-another', { pairingId: 'pairing-2' })
		]);
		expect(ids((await shown()).offered.messages)).toEqual(['ashs', 'sams', 'a-tap']);
	});

	test('goodbyes of the two once they are shown, their own before; never the desk’s', async () => {
		await rows.goodbyes.bulkPut([goodbye('ash', { shownAt: null }), goodbye('sam', { shownAt: null })]);
		expect(ids((await shown()).offered.goodbyes)).toEqual([`${PAIRING}:ash`]);
		await rows.goodbyes.bulkPut([goodbye('sam'), goodbye('nadia', { desk: true })]);
		expect(ids((await shown()).offered.goodbyes)).toEqual([`${PAIRING}:ash`, `${PAIRING}:sam`]);
	});

	test('looking back: their own, and what the other shared; nothing without words', async () => {
		await rows.lookBacks.bulkPut([lookBack('ash'), lookBack('sam')]);
		expect(ids((await shown()).offered.lookBacks)).toEqual([`${PAIRING}:half:ash`]);
		await rows.lookBacks.bulkPut([
			lookBack('ash', { answers: { good: '' }, outcomes: { trust: 'more' } }),
			lookBack('sam', { sharedAt: NOW })
		]);
		expect(ids((await shown()).offered.lookBacks)).toEqual([`${PAIRING}:half:sam`]);
	});

	test('notes after meetings', async () => {
		await rows.meetingNotes.bulkPut([
			{ id: 'note', ...row, meetingId: 'm', authorId: 'sam', words: 'You beat me at chess.', at: NOW },
			{ id: 'empty', ...row, meetingId: 'm', authorId: 'sam', words: '', at: NOW }
		]);
		expect(ids((await shown()).offered.notes)).toEqual(['note']);
	});
});

describe('what is picked', () => {
	test('is in it at once without signal, after the end too, and out again', async () => {
		await rows.messages.put(message('message-one'));
		const [on, off] = [taps('message', 'message-one'), taps('message', 'message-one', false)];
		expect((await shown(on)).isPicked('message', 'message-one')).toBe(true);
		expect((await shown(on, off)).isPicked('message', 'message-one')).toBe(false);
	});

	test('twice is once', async () => {
		const kept = await shown(taps('message', 'message-one'), taps('message', 'message-one'));
		expect(kept.picks).toHaveLength(1);
	});

	test('is only what has the same kind and id', async () => {
		const { isPicked } = await shown(taps('goal', 'one'));
		expect([isPicked('goal', 'one'), isPicked('message', 'one'), isPicked('goal', 'two')]).toEqual([
			...[true, false, false]
		]);
	});

	test('and refused by the server is not in it, and is told with its reason', async () => {
		const outcome = { id: 'no', is: 'refused', at: NOW, why: 'not_found' } as const;
		const kept = await shown(taps('message', 'message-one', true, { id: 'no', outcome }));
		expect(kept.isPicked('message', 'message-one')).toBe(false);
		expect(kept.refused).toEqual([{ id: 'no', why: 'not_found' }]);
	});

	test('of a goal goes in with its line and steps, and with each note that is picked', async () => {
		await rows.goals.put(goal('goal-one', 'done'));
		const about = { ...row, goalId: 'goal-one', at: NOW };
		await rows.goalMarks.put({ id: 'mark', ...about, line: 7, words: 'ok' });
		await rows.goalNotes.bulkPut(
			['a', 'b'].map((id) => ({ id, ...about, authorId: 'sam', words: `note ${id}` }))
		);
		const none = await shown(taps('goal', 'a'));
		expect(chosenOf(none.offered, none.isPicked).goals).toEqual([]);
		const { offered, isPicked } = await shown(taps('goal', 'goal-one'), taps('goal', 'b'));
		expect(chosenOf(offered, isPicked).goals).toMatchObject([
			{ id: 'goal-one', marks: [{ line: 7 }], notes: [{ id: 'b' }] }
		]);
	});

	test('and goes away afterwards, such as a goal that is not done after all, is not in it', async () => {
		await rows.goals.put(goal('goal-one', 'done'));
		await rows.goals.update('goal-one', { state: 'going' });
		const { offered, isPicked } = await shown(taps('goal', 'goal-one'));
		expect(chosenOf(offered, isPicked).goals).toEqual([]);
	});
});

test('whoever wrote something goes by their first name, whoever stood in as well', async () => {
	const { nameOf } = await shown();
	expect(['ash', 'sam', 'kit', 'nobody'].map(nameOf)).toEqual(['Ash', 'Sam', 'Kit', undefined]);
});

test('nobody but the young person has one, and they have one a pairing', async () => {
	await rows.pairings.update(PAIRING, { youngId: 'remi' });
	expect(await keepsakeOn(rows, PAIRING, Promise.resolve([]), NOW)).toBeUndefined();
	expect(await keepsakesOn(rows)).toEqual([]);
	await rows.pairings.update(PAIRING, { youngId: 'ash' });
	expect(ids(await keepsakesOn(rows))).toEqual([PAIRING]);
});
