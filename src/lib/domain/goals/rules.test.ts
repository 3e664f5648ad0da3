import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addDays, DAY } from '../clock/zones';
import type { PairingState, Side } from '../pairings/pairing';
import { MOST_NOTE_CHARACTERS } from './note';
import { GoalMarkBody, MOST_MARK_CHARACTERS } from './mark';
import type { GoalFacts } from './facts';
import type { Goal, GoalPromise, GoalState, GoalStep } from './goal';
import { nextGoal } from './next';
import { promiseStanding } from './promised';
import { goalPolicyOf } from './policy';
import { afterKept, FURTHEST_PROMISE, MOST_PROMISE_CHARACTERS, MOST_PROMISES } from './promises';
import { mayGoalSay, type GoalSaid } from './said';
import { MOST_STEP_CHARACTERS, MOST_STEPS } from './steps';
import { afterGoal, MOST_END_CHARACTERS, MOST_GOAL_CHARACTERS, MOST_GOALS, MOST_SUGGESTED } from './writing';

const NOW = Date.UTC(2026, 10, 24, 18);
const TODAY = '2026-11-24';
const LONDON = 'Europe/London';
const about = { pairingId: 'pairing', goalId: 'goal' };
const PHONE = 'ring me on 07700 900123';

const goal = (state: GoalState = 'going', suggestedById: string | null = null, id = 'goal'): Goal => ({
	...{ id, spaceId: 'space', pairingId: 'pairing', kind: 'fun', state, stateAt: 0, words: 'swim' },
	...{ lowWords: '', highWords: '', suggestedById, createdAt: 0 }
});
const step: GoalStep = {
	...about,
	spaceId: 'space',
	id: 'step',
	words: '',
	at: 0,
	doneAt: null,
	goneAt: null
};
const promise = (more: Partial<GoalPromise> = {}): GoalPromise => ({
	...{ ...about, spaceId: 'space', id: 'promise', byId: 'mentor', words: 'come', dueOn: null, at: 0 },
	...{ keptAt: null, goneAt: null, ...more }
});
const facts = (
	side: Side | undefined,
	more: Partial<GoalFacts> = {},
	state: PairingState = 'active'
): GoalFacts => ({
	...{ pairing: { id: 'pairing', spaceId: 'space', state, youngId: 'young' }, side, personId: side ?? 'x' },
	...{ policy: goalPolicyOf(), goals: [goal()], steps: [step], marks: [], promises: [promise()] },
	...{ notes: [], changes: [], ...more }
});
const says = (who: GoalFacts, said: GoalSaid) => {
	const verdict = mayGoalSay(who, said, { writtenAt: NOW });
	return verdict.is === 'refuse' ? verdict.why : verdict.is;
};
const body = { pairingId: 'pairing', kind: 'fun' as const, words: 'swim', lowWords: '', highWords: '' };
const ALL: GoalSaid[] = [
	{ kind: 'goal', body },
	{ kind: 'goal-change', body: { ...about, part: 'state', to: 'done' } },
	{ kind: 'goal-step', body: { ...about, words: 'go' } },
	{ kind: 'goal-step-tick', body: { ...about, stepId: 'step', done: true } },
	{ kind: 'goal-step-gone', body: { ...about, stepId: 'step' } },
	{ kind: 'goal-mark', body: { ...about, line: 3, words: '' } },
	{ kind: 'goal-promise', body: { ...about, words: 'come', dueOn: null } },
	{ kind: 'goal-promise-kept', body: { ...about, promiseId: 'promise' } },
	{ kind: 'goal-promise-gone', body: { ...about, promiseId: 'promise' } },
	{ kind: 'goal-note', body: { ...about, words: 'well' } }
];
const may = (who: GoalFacts) => ALL.filter((said) => says(who, said) === 'send').map(({ kind }) => kind);

describe('who may do what', () => {
	const THEIRS = ['goal', 'goal-change', 'goal-step', 'goal-step-tick', 'goal-step-gone', 'goal-mark'];
	const PROMISES = ['goal-promise', 'goal-promise-kept', 'goal-promise-gone'];

	test('the goal is the young person’s, the promise the mentor’s; whoever stands in writes notes', () => {
		expect(may(facts('young'))).toEqual([...THEIRS, 'goal-note']);
		expect(may(facts('mentor'))).toEqual(['goal', ...PROMISES, 'goal-note']);
		expect(may(facts('cover'))).toEqual(['goal-note']);
		expect(may(facts(undefined))).toEqual([]);
	});

	test('in a pause a mentor writes nothing, and ticks what was promised; the young person does as they like', () => {
		expect(may(facts('young', {}, 'paused'))).toEqual([...THEIRS, 'goal-note']);
		expect(may(facts('mentor', {}, 'paused'))).toEqual(PROMISES.slice(1));
		expect(may(facts('young', {}, 'winding-down'))).toEqual([...THEIRS, 'goal-note']);
	});

	test('after the end nobody changes anything', () => {
		for (const side of ['young', 'mentor', 'cover'] as const) {
			expect(may(facts(side, {}, 'ended'))).toEqual([]);
			expect(says(facts(side, {}, 'ended'), ALL[0] as GoalSaid)).toBe('pairing_ended');
		}
	});

	test('a goal of another pairing is not there', () => {
		const others = [{ ...goal(), pairingId: 'another' }];
		for (const said of ALL.slice(1)) expect(says(facts('young', { goals: others }), said)).toBe('not_found');
	});

	test('another mentor’s promise is not theirs to tick', () => {
		const theirs = { promises: [promise({ byId: 'mentor-before' })] };
		expect(says(facts('mentor', theirs), ALL[7] as GoalSaid)).toBe('not_yours_to_do');
	});
});

describe('a suggestion', () => {
	const suggested = (state: GoalState = 'suggested') => ({ goals: [goal(state, 'mentor')] });
	const answers = (side: Side, answer: 'yes' | 'no_thanks', words = 'swim', more = suggested()) =>
		says(facts(side, more), { kind: 'goal-answer', body: { ...about, says: answer, words } });

	test('becomes a goal, and stops being one, by the young person’s word alone', () => {
		const { goals, changes } = afterGoal(
			facts('mentor'),
			{ id: 'new', personId: 'mentor', side: 'mentor', writtenAt: NOW, at: NOW },
			body
		);
		expect(goals).toMatchObject([{ state: 'suggested', suggestedById: 'mentor' }]);
		expect(changes?.map(({ part }) => part)).toEqual(['state', 'kind', 'words']);
		for (const side of ['mentor', 'cover'] as const) expect(answers(side, 'yes')).toBe('not_yours_to_do');
		expect(answers('young', 'yes')).toBe('send');
		expect(answers('young', 'no_thanks', '')).toBe('send');
		expect(answers('young', 'yes', 'swim', suggested('no_thanks'))).toBe('send');
	});

	test('says what the yes is to', () => {
		expect(answers('young', 'yes', '')).toBe('nothing_written');
		expect(answers('young', 'yes', 'a'.repeat(MOST_GOAL_CHARACTERS))).toBe('send');
		expect(answers('young', 'yes', 'a'.repeat(MOST_GOAL_CHARACTERS + 1))).toBe('too_long');
	});

	test('is answered, not parked or done', () => {
		const parks: GoalSaid = { kind: 'goal-change', body: { ...about, part: 'state', to: 'parked' } };
		expect(says(facts('young', suggested()), parks)).toBe('not_yours_to_do');
		expect(says(facts('young', { goals: [goal()] }), parks)).toBe('send');
	});

	test('is the mentor’s to put in other words until it is answered, by when that was written', () => {
		const anew: GoalSaid = { kind: 'goal-change', body: { ...about, part: 'words', to: 'swim ten' } };
		const state = (to: string, byId: string, writtenAt: number) => ({
			...{ ...about, spaceId: 'space', id: `${to}-${writtenAt}`, byId, part: 'state' as const },
			...{ to, writtenAt, at: NOW }
		});
		const begun = state('suggested', 'mentor', 0);
		const after = (at: number) => ({ ...suggested('going'), changes: [begun, state('going', 'young', at)] });
		expect(says(facts('mentor', { ...suggested(), changes: [begun] }), anew)).toBe('send');
		const ahead = state('suggested', 'mentor', NOW + 1);
		expect(says(facts('mentor', { ...suggested(), changes: [ahead] }), anew)).toBe('send');
		expect(says(facts('mentor', after(NOW + 1)), anew)).toBe('send');
		expect(says(facts('mentor', after(NOW)), anew)).toBe('not_yours_to_do');
		expect(says(facts('cover', { ...suggested(), changes: [begun] }), anew)).toBe('not_yours_to_do');
		const low: GoalSaid = { kind: 'goal-change', body: { ...about, part: 'low', to: 'x' } };
		expect(says(facts('mentor', { ...suggested(), changes: [begun] }), low)).toBe('not_yours_to_do');
	});

	test('waits for an answer with at most two others', () => {
		const waiting = (count: number) => ({
			goals: Array.from({ length: count }, (_, place) => goal('suggested', 'mentor', `goal-${place}`))
		});
		expect(says(facts('mentor', waiting(MOST_SUGGESTED - 1)), { kind: 'goal', body })).toBe('send');
		expect(says(facts('mentor', waiting(MOST_SUGGESTED)), { kind: 'goal', body })).toBe(
			'goals_suggested_enough'
		);
		expect(says(facts('young', waiting(MOST_SUGGESTED)), { kind: 'goal', body })).toBe('send');
	});

	test('has no words for the ends of a line that is not the mentor’s', () => {
		const withEnds = { kind: 'goal' as const, body: { ...body, lowWords: 'x' } };
		expect(says(facts('mentor'), withEnds)).toBe('not_yours_to_do');
		expect(says(facts('young'), withEnds)).toBe('send');
	});
});

describe('words', () => {
	const ofLength: [string, number, (words: string) => GoalSaid, Side][] = [
		['a goal', MOST_GOAL_CHARACTERS, (words) => ({ kind: 'goal', body: { ...body, words } }), 'young'],
		[
			'a change',
			MOST_GOAL_CHARACTERS,
			(to) => ({ kind: 'goal-change', body: { ...about, part: 'words', to } }),
			'young'
		],
		['a step', MOST_STEP_CHARACTERS, (words) => ({ kind: 'goal-step', body: { ...about, words } }), 'young'],
		['a note', MOST_NOTE_CHARACTERS, (words) => ({ kind: 'goal-note', body: { ...about, words } }), 'young'],
		[
			'a promise',
			MOST_PROMISE_CHARACTERS,
			(words) => ({ kind: 'goal-promise', body: { ...about, words, dueOn: null } }),
			'mentor'
		]
	];

	test.each(ofLength)('of %s are one character at least and %i at most', (_, most, said, side) => {
		expect(says(facts(side), said(''))).toBe('nothing_written');
		expect(says(facts(side), said('a'))).toBe('send');
		expect(says(facts(side), said('a'.repeat(most)))).toBe('send');
		expect(says(facts(side), said('a'.repeat(most + 1)))).toBe('too_long');
	});

	test('beside the line and at its ends may be none', () => {
		const mark = (words: string): GoalSaid => ({ kind: 'goal-mark', body: { ...about, line: 3, words } });
		const end = (to: string): GoalSaid => ({ kind: 'goal-change', body: { ...about, part: 'high', to } });
		for (const [said, most] of [[mark, MOST_MARK_CHARACTERS] as const, [end, MOST_END_CHARACTERS] as const]) {
			expect(says(facts('young'), said(''))).toBe('send');
			expect(says(facts('young'), said('a'.repeat(most)))).toBe('send');
			expect(says(facts('young'), said('a'.repeat(most + 1)))).toBe('too_long');
		}
	});

	test('of an adult hold no contact details; a young person’s are kept as they are', () => {
		const all: GoalSaid[] = [
			{ kind: 'goal', body: { ...body, words: PHONE } },
			{ kind: 'goal-promise', body: { ...about, words: PHONE, dueOn: null } },
			{ kind: 'goal-note', body: { ...about, words: PHONE } }
		];
		for (const said of all) expect(says(facts('mentor'), said)).toBe('contact_details');
		expect(says(facts('cover'), all[2] as GoalSaid)).toBe('contact_details');
		for (const said of [all[0], all[2]]) expect(says(facts('young'), said as GoalSaid)).toBe('send');
	});
});

test('a list holds so many and no more', () => {
	const many = <Row>(row: (id: string) => Row, count: number) =>
		Array.from({ length: count }, (_, place) => row(`row-${place}`));
	const goals = (count: number) => ({ goals: many((id) => goal('done', null, id), count) });
	expect(says(facts('young', goals(MOST_GOALS - 1)), { kind: 'goal', body })).toBe('send');
	expect(says(facts('young', goals(MOST_GOALS)), { kind: 'goal', body })).toBe('goals_full');
	const adds: GoalSaid = { kind: 'goal-step', body: { ...about, words: 'x' } };
	const steps = (count: number, goneAt: number | null = null) => ({
		steps: many((id) => ({ ...step, id, goneAt }), count)
	});
	expect(says(facts('young', steps(MOST_STEPS - 1)), adds)).toBe('send');
	expect(says(facts('young', steps(MOST_STEPS)), adds)).toBe('goals_full');
	expect(says(facts('young', steps(MOST_STEPS, 1)), adds)).toBe('send');
	const vows: GoalSaid = { kind: 'goal-promise', body: { ...about, words: 'x', dueOn: null } };
	const promises = (count: number, keptAt: number | null = null) => ({
		promises: many((id) => promise({ id, keptAt }), count)
	});
	expect(says(facts('mentor', promises(MOST_PROMISES - 1)), vows)).toBe('send');
	expect(says(facts('mentor', promises(MOST_PROMISES)), vows)).toBe('goals_full');
	expect(says(facts('mentor', promises(MOST_PROMISES, 1)), vows)).toBe('send');
});

test('a line goes from 0 to 10, in whole steps', () => {
	const reads = (line: unknown) =>
		v.is(GoalMarkBody, { ...about, goalId: 'goal-001', pairingId: 'pairing-1', line });
	expect([-1, 0, 10, 11, 4.5, '4', null].map(reads)).toEqual([false, true, true, false, false, false, false]);
});

test('a goal that is parked or done goes on, and nothing else can be said of it', () => {
	const to = (state: string, word: string) =>
		says(facts('young', { goals: [goal(state as GoalState)] }), {
			...{ kind: 'goal-change', body: { ...about, part: 'state', to: word } }
		});
	for (const state of ['going', 'parked', 'done'])
		for (const word of ['going', 'parked', 'done']) expect(to(state, word)).toBe('send');
	for (const word of ['suggested', 'no_thanks', 'failed', '']) expect(to('going', word)).toBe('unreadable');
	const kind = (word: string): GoalSaid => ({
		kind: 'goal-change',
		body: { ...about, part: 'kind', to: word }
	});
	expect(says(facts('young'), kind('learning'))).toBe('send');
	expect(says(facts('young'), kind('earning'))).toBe('outside_limits');
});

describe('a promise', () => {
	const due = (dueOn: string): GoalSaid => ({ kind: 'goal-promise', body: { ...about, words: 'x', dueOn } });

	test('is for today at the earliest, wherever today is, and for a year ahead at the latest', () => {
		expect(says(facts('mentor'), due(TODAY))).toBe('send');
		expect(says(facts('mentor'), due(addDays(TODAY, -1)))).toBe('days_past');
		expect(says(facts('mentor'), due(addDays(TODAY, FURTHEST_PROMISE)))).toBe('send');
		expect(says(facts('mentor'), due(addDays(TODAY, FURTHEST_PROMISE + 1)))).toBe('days_too_far');
	});

	test('is late from the day after, by the programme’s clocks', () => {
		const of = (more: Partial<GoalPromise>, today = TODAY) => promiseStanding(promise(more), today, LONDON);
		expect(of({ dueOn: TODAY })).toBe('open');
		expect(of({ dueOn: TODAY }, addDays(TODAY, 1))).toBe('late');
		expect(of({}, addDays(TODAY, 900))).toBe('open');
		const midnight = Date.UTC(2026, 6, 15, 23);
		expect(of({ dueOn: '2026-07-15', keptAt: midnight - 1 })).toBe('kept');
		expect(of({ dueOn: '2026-07-15', keptAt: midnight })).toBe('kept_late');
		expect(of({ keptAt: midnight })).toBe('kept');
		expect(of({ dueOn: TODAY, goneAt: 1 }, addDays(TODAY, 9))).toBe('taken_back');
	});

	test('is kept no earlier than it was made, and once', () => {
		const kept = (at: number, more: Partial<GoalPromise> = {}) =>
			afterKept(
				facts('mentor', { promises: [promise({ at: NOW, ...more })] }),
				{ id: 'entry', personId: 'mentor', side: 'mentor', writtenAt: at, at: NOW + DAY },
				{ ...about, promiseId: 'promise' }
			).promises;
		expect(kept(NOW - DAY)).toMatchObject([{ keptAt: NOW }]);
		expect(kept(NOW + 5)).toMatchObject([{ keptAt: NOW + 5 }]);
		expect(kept(NOW + 5, { keptAt: NOW + 1 })).toBeUndefined();
		expect(kept(NOW + 5, { goneAt: NOW + 1 })).toMatchObject([{ keptAt: NOW + 5, goneAt: null }]);
	});
});

test('the goal that Home shows is that of the soonest promise, then one with a step to do, then the newest', () => {
	const one = (
		createdAt: number,
		state: GoalState,
		dueOn?: string | null,
		steps: (number | null)[] = []
	) => ({
		...{ createdAt, state, steps: steps.map((doneAt) => ({ doneAt })) },
		promises: dueOn === undefined ? [] : [{ dueOn, keptAt: null, goneAt: null }]
	});
	const [parked, newest, toDo] = [
		one(9, 'parked', TODAY),
		one(8, 'going'),
		one(2, 'going', undefined, [null])
	];
	const [noDay, soon] = [one(3, 'going', null), one(1, 'going', TODAY)];
	expect(nextGoal([parked, newest, toDo, noDay, soon])).toBe(soon);
	expect(nextGoal([parked, newest, toDo, noDay])).toBe(noDay);
	expect(nextGoal([parked, newest, toDo])).toBe(toDo);
	expect(nextGoal([parked, newest])).toBe(newest);
	expect(nextGoal([parked])).toBeUndefined();
});
