import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoalState } from '../domain/goals/goal';
import { MOST_GOALS } from '../domain/goals/writing';
import { PersonDatabase } from './database';
import { goalFacts } from './goal-facts';
import { goalsOn } from './goals';
import { beginAgain, goalsBefore } from './goals-again';
import { drain } from './outbox/drain';
import { pendingOn } from './outbox/pending';
import { write } from './outbox/write';
import { PretendServer, pretendPhone, type PretendPhone } from './pretend';

const [BEFORE, NOW_WITH] = ['pairing-before', 'pairing-now'];
let phone: PretendPhone;
let rows: PersonDatabase;

async function begun(): Promise<void> {
	phone = pretendPhone();
	await phone.signIn('ash');
	rows = new PersonDatabase('ash');
	const both = { programmeId: 'programme', youngId: 'ash', youngName: 'Ash', endsOn: null };
	const nobody = { coverOfferId: null, coverOfferName: null };
	await rows.pairings.bulkPut([
		{
			...{ ...both, ...nobody, id: BEFORE, spaceId: 'space:before', mentorId: 'sam', mentorName: 'Sam' },
			...{ state: 'ended', startedAt: 1 }
		},
		{
			...{ ...both, ...nobody, id: NOW_WITH, spaceId: 'space:now', mentorId: 'dee', mentorName: 'Dee' },
			...{ state: 'active', startedAt: 2 }
		}
	]);
	await has('swim', 'going');
	for (const [id, doneAt, goneAt] of [
		['goggles', null, null],
		['towel', null, null],
		['pool', 5, null],
		['bus', null, 5]
	] as const)
		await rows.goalSteps.put({
			...{ id, spaceId: 'space:before', pairingId: BEFORE, goalId: 'swim', words: `step ${id}` },
			...{ at: 1, doneAt, goneAt }
		});
}
const has = (id: string, state: GoalState, createdAt = 1) =>
	rows.goals.put({
		...{ id, spaceId: 'space:before', pairingId: BEFORE, kind: 'fun', state, stateAt: 1 },
		...{ words: `goal ${id}`, lowWords: 'none', highWords: 'ten', suggestedById: null, createdAt }
	});
beforeEach(begun);
afterEach(() => rows.close());

const facts = () => goalFacts(rows, NOW_WITH, phone.time);
const before = async () => goalsBefore(rows, await facts(), pendingOn(phone));
const bring = async (goalIds: string[], stepIds: string[] = []) => {
	const picked = (await before()).filter(({ goal }) => goalIds.includes(goal.id));
	await beginAgain((...said) => write(phone, ...said), await facts(), picked, new Set(stepIds));
};
const said = async () =>
	(await pendingOn(phone)).map(({ kind, body }) => [kind, 'words' in body ? body.words : '']);

describe('what can begin again with somebody new', () => {
	test('is what was theirs, the newest first, with the steps that were not ticked', async () => {
		await has('later', 'parked', 2);
		await has('never', 'no_thanks');
		await has('asked', 'suggested');
		expect((await before()).map(({ goal, steps }) => [goal.id, steps.map(({ id }) => id)])).toEqual([
			['later', []],
			['swim', ['goggles', 'towel']]
		]);
	});

	test('is nothing of a pairing that still goes on', async () => {
		await rows.pairings.update(BEFORE, { state: 'active' });
		expect(await before()).toEqual([]);
	});

	test('is nothing once the new one is over too, and nothing to a mentor', async () => {
		await rows.pairings.update(NOW_WITH, { state: 'ended' });
		expect(await before()).toEqual([]);
		await rows.pairings.update(NOW_WITH, { state: 'active', youngId: 'remi', mentorId: 'ash' });
		expect(await before()).toEqual([]);
	});
});

describe('what is brought along', () => {
	test('is exactly what was picked, there at once without signal, with nothing of how it went', async () => {
		await has('read', 'parked');
		await bring(['swim'], ['towel']);
		expect(await said()).toEqual([
			['goal', 'goal swim'],
			['goal-step', 'step towel']
		]);
		const kept = await goalsOn(rows, NOW_WITH, pendingOn(phone), phone.time);
		expect(kept?.goals).toMatchObject([
			{
				...{ words: 'goal swim', lowWords: 'none', highWords: 'ten', kind: 'fun', state: 'going' },
				...{ suggestedById: null, marks: [], notes: [], steps: [{ words: 'step towel', doneAt: null }] }
			}
		]);
		expect((await rows.goals.get('swim'))?.state).toBe('going');
	});

	test('is as much as there is room for, and no more', async () => {
		await has('read', 'going', 2);
		const full = Array.from({ length: MOST_GOALS - 1 }, (_, at) => `goal-now-${at}`);
		const old = await rows.goals.get('swim');
		if (old)
			await rows.goals.bulkPut(full.map((id) => ({ ...old, id, pairingId: NOW_WITH, spaceId: 'space:now' })));
		await bring(['swim', 'read']);
		expect(await said()).toEqual([['goal', 'goal read']]);
		if (old) await rows.goals.put({ ...old, id: 'the-last', pairingId: NOW_WITH, spaceId: 'space:now' });
		expect((await before()).map(({ goal, already }) => [goal.id, already])).toEqual([['read', true]]);
	});

	test('twice is there once: tapped again at once, after it was sent, and on another phone', async () => {
		const server = new PretendServer();
		await Promise.all([bring(['swim'], ['towel']), bring(['swim'], ['towel'])]);
		expect(await said()).toHaveLength(2);
		phone.network = async (request) => Response.json({ outcomes: server.take(await request.json()) });
		phone.time += 10_000;
		await drain(phone);
		await phone.kept.outbox.clear();
		await bring(['swim'], ['towel']);
		phone.time += 10_000;
		await drain(phone);
		expect(server.kept.map(({ body }) => (body as { words: string }).words)).toEqual([
			'goal swim',
			'step towel'
		]);
		rows.close();
		await begun();
		await bring(['swim'], ['towel']);
		phone.network = async (request) => Response.json({ outcomes: server.take(await request.json()) });
		phone.time += 10_000;
		await drain(phone);
		expect(server.kept).toHaveLength(2);
	});

	test('is told to be there already, before and after it has come back', async () => {
		await bring(['swim']);
		expect(await before()).toMatchObject([{ already: true, withName: 'Sam' }]);
		const [{ id } = { id: '' }] = await pendingOn(phone);
		await phone.kept.outbox.clear();
		expect(await before()).toMatchObject([{ already: false }]);
		const goal = await rows.goals.get('swim');
		if (goal) await rows.goals.put({ ...goal, id, pairingId: NOW_WITH, spaceId: 'space:now' });
		expect(await before()).toMatchObject([{ already: true }]);
	});
});
