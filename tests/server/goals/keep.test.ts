import { afterEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { HOUR, MINUTE } from '../../../src/lib/domain/clock/zones';
import { besidesOf } from '../../../src/lib/domain/goals/changes';
import { audit, goalChanges, goals, pairings } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { ASH, RIVERSIDE, SAM } from '../pairing';
import { london, PAIRING, two, type Two } from '../meetings/two';

const TUESDAY = london('2026-11-24', '18:00');
const REX = 'person-of-rex';

let they: Two;
const open = async () => (they = await two(TUESDAY));
afterEach(() => they.house.store.close());

const sent = (outcome: { is: string }) => expect(outcome).toMatchObject({ is: 'sent' });
const about = (goalId: string) => ({ pairingId: PAIRING, goalId });
const walkAway = { pairingId: PAIRING, kind: 'handling' as const, words: 'walk away when it kicks off' };
const ends = { lowWords: 'i lose it', highWords: 'i walk' };
const has = async (who: string, words = walkAway.words) =>
	sent(await they.says(who, 'goal', { ...walkAway, lowWords: '', highWords: '', words }, 'goal-one'));
const changes = async (who: string, part: 'words' | 'state' | 'low', to: string, id?: string) =>
	they.says(who, 'goal-change', { ...about('goal-one'), part, to }, id);
/** As a phone that had no signal at `writtenAt` and has some now. */
const late = async (who: string, writtenAt: number, kind: string, body: object, id: string) =>
	(await accept(they.house, who, [{ id, kind, body, writtenAt }]))[0];
const goalOf = async (who: string) => (await they.rowsOf(who)).goals?.[0];

describe('a goal', () => {
	test('by the young person is one at once, for both, in their words', async () => {
		await open();
		sent(await they.says(ASH, 'goal', { ...walkAway, ...ends }, 'goal-one'));
		const kept = { ...walkAway, ...ends, state: 'going', suggestedById: null, createdAt: TUESDAY };
		for (const who of [ASH, SAM]) expect(await goalOf(who)).toMatchObject(kept);
	});

	test('a mentor suggests is none until the young person says yes, in their own words if they like', async () => {
		await open();
		await has(SAM);
		expect(await goalOf(ASH)).toMatchObject({ state: 'suggested', suggestedById: SAM });
		const yes = { ...about('goal-one'), says: 'yes' as const };
		expect(await they.says(SAM, 'goal-answer', { ...yes, words: 'x' })).toMatchObject({ is: 'refused' });
		they.clock.now += HOUR;
		sent(await they.says(ASH, 'goal-answer', { ...yes, words: 'leave before i shout' }));
		expect(await goalOf(SAM)).toMatchObject({ state: 'going', words: 'leave before i shout' });
		expect((await they.rowsOf(SAM)).goalChanges).toHaveLength(5);
	});

	test('that got a no thanks stays none, and a yes afterwards still counts', async () => {
		await open();
		await has(SAM);
		they.clock.now += HOUR;
		sent(await they.says(ASH, 'goal-answer', { ...about('goal-one'), says: 'no_thanks', words: '' }));
		expect(await goalOf(SAM)).toMatchObject({ state: 'no_thanks', words: walkAway.words });
		they.clock.now += HOUR;
		sent(await they.says(ASH, 'goal-answer', { ...about('goal-one'), says: 'yes', words: 'ok' }));
		expect(await goalOf(SAM)).toMatchObject({ state: 'going', words: 'ok', stateAt: they.clock.now });
	});

	test('is parked, goes on and is done, and every word of it stays', async () => {
		await open();
		await has(ASH);
		for (const to of ['parked', 'going', 'done']) {
			they.clock.now += MINUTE;
			sent(await changes(ASH, 'state', to));
			expect(await goalOf(SAM)).toMatchObject({ state: to, stateAt: they.clock.now });
		}
		const said = (await they.rowsOf(SAM)).goalChanges?.filter(({ part }) => part === 'state');
		expect(said?.map(({ to }) => to).sort()).toEqual(['done', 'going', 'going', 'parked']);
	});

	test('is kept sealed, and the audit has none of its words', async () => {
		await open();
		sent(await they.says(ASH, 'goal', { ...walkAway, ...ends }, 'goal-one'));
		const { read } = they.house.store;
		const all = JSON.stringify([
			await read.select().from(goals),
			await read.select().from(goalChanges),
			await read.select().from(audit)
		]);
		for (const words of ['walk', 'lose', 'kicks']) expect(all).not.toContain(words);
		const lines = await read.select().from(audit).where(eq(audit.subjectId, 'goal-one'));
		expect(lines.map(({ action }) => action)).toEqual(['goal.written']);
	});

	test('with the id of another is refused, and leaves that one alone', async () => {
		await open();
		await has(ASH);
		const taken = { ...walkAway, lowWords: '', highWords: '', words: 'something else' };
		expect(await they.says(SAM, 'goal', taken, 'goal-one')).toMatchObject({ is: 'refused' });
		expect(await goalOf(ASH)).toMatchObject({ words: walkAway.words, suggestedById: null });
	});

	test('of two is out of everybody else’s reach', async () => {
		await open();
		await has(ASH);
		await change(they.house, null, async (making) => {
			await createPerson(making, { id: REX, firstName: 'Rex' });
			await addMembership(making, { programmeId: RIVERSIDE, personId: REX, role: 'mentor' });
		});
		expect((await sync(they.house, REX, {})).rows.goals ?? []).toEqual([]);
		for (const outcome of [
			await changes(REX, 'words', 'mine'),
			await they.says(REX, 'goal-note', { ...about('goal-one'), words: 'hello' })
		])
			expect(outcome).toMatchObject({ is: 'refused', why: 'not_found' });
	});

	test('of a pairing that is over is read and not changed', async () => {
		await open();
		await has(ASH);
		await change(they.house, null, async ({ tx }) => {
			await tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, PAIRING));
		});
		expect(await changes(ASH, 'state', 'done')).toMatchObject({ is: 'refused', why: 'pairing_ended' });
		expect(await goalOf(ASH)).toMatchObject({ state: 'going' });
	});
});

describe('two phones without signal', () => {
	test('that change one goal lose neither: the later counts, the other stands beside it', async () => {
		await open();
		await has(SAM);
		const [sams, ashs] = [TUESDAY + 10 * MINUTE, TUESDAY + 20 * MINUTE];
		they.clock.now += HOUR;
		// Ash says yes to what she saw; Sam had written it anew ten minutes before, and has signal later.
		const yes = { ...about('goal-one'), says: 'yes', words: walkAway.words };
		sent((await late(ASH, ashs, 'goal-answer', yes, 'entry-ash')) ?? { is: 'none' });
		they.clock.now += HOUR;
		const anew = { ...about('goal-one'), part: 'words', to: 'Count to ten, then walk' };
		sent((await late(SAM, sams, 'goal-change', anew, 'entry-sam')) ?? { is: 'none' });
		for (const who of [ASH, SAM]) {
			const rows = await they.rowsOf(who);
			expect(rows.goals).toMatchObject([{ words: walkAway.words, state: 'going' }]);
			expect(besidesOf(rows.goalChanges ?? [], ASH)).toEqual([
				{ part: 'words', to: anew.to, byId: SAM, writtenAt: sams }
			]);
		}
		sent(await changes(ASH, 'words', anew.to));
		const after = await they.rowsOf(SAM);
		expect(after.goals).toMatchObject([{ words: anew.to }]);
		expect(besidesOf(after.goalChanges ?? [], ASH)).toEqual([]);
	});

	test('agree whichever of them had signal first', async () => {
		const outcomes: unknown[] = [];
		for (const order of [0, 1]) {
			await open();
			await has(ASH);
			const said: [number, string, string][] = [
				[TUESDAY + 10 * MINUTE, 'parked', 'entry-one'],
				[TUESDAY + 20 * MINUTE, 'done', 'entry-two']
			];
			for (const [at, to, id] of order === 0 ? said : said.reverse()) {
				they.clock.now += HOUR;
				sent(
					(await late(ASH, at, 'goal-change', { ...about('goal-one'), part: 'state', to }, id)) ?? { is: '' }
				);
			}
			const rows = await they.rowsOf(SAM);
			outcomes.push({ goals: rows.goals, besides: besidesOf(rows.goalChanges ?? [], ASH) });
			if (order === 0) await they.house.store.close();
		}
		expect(outcomes[0]).toEqual(outcomes[1]);
		expect(outcomes[0]).toMatchObject({ goals: [{ state: 'done' }], besides: [{ to: 'parked' }] });
	});

	test('cannot have the last word by a clock that is ahead', async () => {
		await open();
		await has(ASH);
		they.clock.now += MINUTE;
		sent(
			(await late(
				ASH,
				TUESDAY + 900 * HOUR,
				'goal-change',
				{ ...about('goal-one'), part: 'words', to: 'a' },
				'entry-one'
			)) ?? { is: '' }
		);
		they.clock.now += HOUR;
		sent(await changes(ASH, 'words', 'b'));
		expect(await goalOf(ASH)).toMatchObject({ words: 'b' });
	});
});

describe('a step', () => {
	test('is ticked once, however often, and a tick taken back on another phone later is gone', async () => {
		await open();
		await has(ASH);
		sent(await they.says(ASH, 'goal-step', { ...about('goal-one'), words: 'tell sam' }, 'step-one'));
		const tick = { ...about('goal-one'), stepId: 'step-one', done: true };
		sent(await they.says(ASH, 'goal-step-tick', tick));
		const { spaces } = await sync(they.house, ASH, {});
		they.clock.now += HOUR;
		sent(await they.says(ASH, 'goal-step-tick', tick));
		expect((await sync(they.house, ASH, {})).spaces).toEqual(spaces);
		expect((await they.rowsOf(SAM)).goalSteps).toMatchObject([{ doneAt: TUESDAY }]);
		// Taken back before it was made: the tick is the later word.
		sent(
			(await late(ASH, TUESDAY - 1, 'goal-step-tick', { ...tick, done: false }, 'entry-early')) ?? { is: '' }
		);
		expect((await they.rowsOf(SAM)).goalSteps).toMatchObject([{ doneAt: TUESDAY }]);
		sent(await they.says(ASH, 'goal-step-tick', { ...tick, done: false }));
		expect((await they.rowsOf(SAM)).goalSteps).toMatchObject([{ doneAt: null }]);
	});

	test('that was put away is kept, and is shown no more', async () => {
		await open();
		await has(ASH);
		sent(await they.says(ASH, 'goal-step', { ...about('goal-one'), words: 'tell sam' }, 'step-one'));
		sent(await they.says(ASH, 'goal-step-gone', { ...about('goal-one'), stepId: 'step-one' }));
		expect((await they.rowsOf(SAM)).goalSteps).toMatchObject([{ words: 'tell sam', goneAt: TUESDAY }]);
	});
});

describe('a mentor’s promise', () => {
	test('ticked late is kept, and when it was kept is there for the young person', async () => {
		await open();
		await has(ASH);
		const promise = { ...about('goal-one'), words: 'Practise it with you', dueOn: '2026-11-24' };
		sent(await they.says(SAM, 'goal-promise', promise, 'promise-one'));
		expect((await they.rowsOf(ASH)).goalPromises).toMatchObject([{ dueOn: '2026-11-24', keptAt: null }]);
		they.clock.now += 26 * HOUR;
		const which = { ...about('goal-one'), promiseId: 'promise-one' };
		expect(await they.says(ASH, 'goal-promise-kept', which)).toMatchObject({ why: 'not_yours_to_do' });
		sent(await they.says(SAM, 'goal-promise-kept', which));
		expect((await they.rowsOf(ASH)).goalPromises).toMatchObject([{ keptAt: they.clock.now }]);
		they.clock.now += HOUR;
		sent(await they.says(SAM, 'goal-promise-gone', which));
		expect((await they.rowsOf(ASH)).goalPromises).toMatchObject([{ goneAt: null }]);
	});

	test('taken back stays to be seen', async () => {
		await open();
		await has(ASH);
		sent(
			await they.says(
				SAM,
				'goal-promise',
				{ ...about('goal-one'), words: 'Come', dueOn: null },
				'promise-one'
			)
		);
		sent(await they.says(SAM, 'goal-promise-gone', { ...about('goal-one'), promiseId: 'promise-one' }));
		expect((await they.rowsOf(ASH)).goalPromises).toMatchObject([{ words: 'Come', goneAt: TUESDAY }]);
	});
});

test('a line that two phones moved has both marks, and notes of both stand side by side', async () => {
	await open();
	await has(ASH);
	for (const [line, id] of [
		[3, 'mark-one'],
		[6, 'mark-two']
	] as const)
		sent(await they.says(ASH, 'goal-mark', { ...about('goal-one'), line, words: `at ${line}` }, id));
	sent(await they.says(SAM, 'goal-note', { ...about('goal-one'), words: 'Well held.' }));
	sent(await they.says(ASH, 'goal-note', { ...about('goal-one'), words: 'thx' }));
	const rows = await they.rowsOf(SAM);
	expect(rows.goalMarks?.map(({ line, words }) => [line, words])).toEqual([
		[3, 'at 3'],
		[6, 'at 6']
	]);
	expect(rows.goalNotes?.map(({ authorId, words }) => [authorId, words])).toEqual([
		[SAM, 'Well held.'],
		[ASH, 'thx']
	]);
});
