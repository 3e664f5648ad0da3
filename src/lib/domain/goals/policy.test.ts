import { describe, expect, test } from 'vitest';
import { modelOf } from '../programmes/models';
import type { Plan } from '../programmes/plan';
import { USUAL_PLAN } from '../programmes/usual-plan';
import { plannedEnd } from '../pairings/path';
import type { Side } from '../pairings/pairing';
import { mayAnswerGoal } from './answer';
import { afterGoalChange, mayChangeGoal, type GoalChangeBody } from './change';
import type { GoalFacts, GoalMaker } from './facts';
import type { Goal, GoalChange } from './goal';
import { groupsOf } from './groups';
import { goalPolicyOf, goalsBegin } from './policy';
import { afterGoal, mayGoal, type GoalBody } from './writing';

const planOf = (id: string): Plan => modelOf(id)!.plan;
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
	...{ id, spaceId: 'space', pairingId: 'pairing', kind: 'fun', state: 'going', stateAt: 0, words: 'swim' },
	...{ lowWords: '', highWords: '', suggestedById: null, term: null, domain: null, createdAt: 0, ...more }
});
const facts = (
	plan: Plan,
	goals: Goal[] = [],
	side: Side = 'young',
	more: Partial<GoalFacts> = {}
): GoalFacts => ({
	...{
		pairing: { id: 'pairing', spaceId: 'space', state: 'active', youngId: 'young' },
		side,
		personId: side
	},
	...{
		policy: goalPolicyOf(plan),
		goals,
		steps: [],
		marks: [],
		promises: [],
		notes: [],
		changes: [],
		...more
	}
});
const body = (more: Partial<GoalBody> = {}): GoalBody => ({
	...{ pairingId: 'pairing', kind: 'fun', words: 'swim', lowWords: '', highWords: '', ...more }
});
const said = (verdict: ReturnType<typeof mayGoal>) => (verdict.is === 'refuse' ? verdict.why : verdict.is);
const writes = (with_: GoalFacts, more?: Partial<GoalBody>) => said(mayGoal(with_, body(more)));
const change = (more: Partial<GoalChangeBody>): GoalChangeBody => ({
	...{ pairingId: 'pairing', goalId: 'one', part: 'kind', to: 'fun', ...more }
});
const maker = (id: string, writtenAt = 0): GoalMaker => ({
	id,
	personId: 'young',
	side: 'young',
	writtenAt,
	at: 99
});

test('goals are for whoever wants them where nobody chose', () => {
	expect(goalPolicyOf()).toEqual(goalPolicyOf(USUAL_PLAN));
	expect(goalPolicyOf()).toMatchObject({
		is: 'optional',
		kinds: ['handling', 'learning', 'fun'],
		from: null
	});
	const many = ['a', 'b', 'c'].map((id) => goal(id));
	expect(writes(facts(USUAL_PLAN, many))).toBe('send');
});

test('where a programme has none, nobody writes or suggests one', () => {
	const none = planOf('family_network');
	expect(writes(facts(none))).toBe('outside_limits');
	expect(writes(facts(none, [], 'mentor'))).toBe('outside_limits');
});

describe('where goals begin with a stage', () => {
	const plan = planOf('chance_uk');
	const startsOn = '2026-11-24';
	const path = { plan, startsOn, endsOn: plannedEnd(plan, startsOn)!, starts: [] };
	const policy = goalPolicyOf(plan);

	test('they begin on its first day, not the day before', () => {
		expect(goalsBegin(policy, path, '2027-02-23')).toBe('2027-02-24');
		expect(goalsBegin(policy, path, '2027-02-24')).toBeUndefined();
	});

	test('they begin on another day where somebody decided so', () => {
		const starts = [{ stageId: 'goals', from: '2027-01-10', at: 1 }];
		expect(goalsBegin(policy, { ...path, starts }, '2027-01-09')).toBe('2027-01-10');
		expect(goalsBegin(policy, { ...path, starts }, '2027-01-10')).toBeUndefined();
	});

	test('nobody waits for a stage that does not come any more', () => {
		expect(goalsBegin(policy, { ...path, endsOn: '2027-01-31' }, '2027-01-10')).toBeUndefined();
	});

	test('before, neither of the two writes one, and what is there goes on', () => {
		for (const side of ['young', 'mentor'] as const)
			expect(writes(facts(plan, [], side, { notUntil: '2027-02-24' }))).toBe('goals_not_yet');
		const there = facts(plan, [goal('one')], 'young', { notUntil: '2027-02-24' });
		expect(said(mayChangeGoal(there, change({ part: 'state', to: 'done' }), maker('x')))).toBe('send');
	});
});

describe('one of each kind', () => {
	const plan = planOf('chance_uk');
	const three = [goal('a', { kind: 'handling' }), goal('b', { kind: 'learning' }), goal('c')];

	test('makes three, and no fourth while all are going', () => {
		expect(writes(facts(plan, three.slice(0, 2)))).toBe('send');
		for (const kind of ['handling', 'learning', 'fun'] as const)
			expect(writes(facts(plan, three), { kind })).toBe('goal_of_kind');
		expect(writes(facts(plan, three, 'mentor'))).toBe('goal_of_kind');
	});

	test.each(['parked', 'done', 'suggested', 'no_thanks'] as const)('one that is %s makes room', (state) => {
		expect(writes(facts(plan, [goal('a', { state })]))).toBe('send');
	});

	test('nothing else becomes a second one: no yes, no other kind, no taking up again', () => {
		const suggested = goal('one', { state: 'suggested', suggestedById: 'mentor' });
		const yes = { pairingId: 'pairing', goalId: 'one', says: 'yes' as const, words: 'swim' };
		expect(said(mayAnswerGoal(facts(plan, [suggested]), yes))).toBe('send');
		expect(said(mayAnswerGoal(facts(plan, [suggested, goal('two')]), yes))).toBe('goal_of_kind');
		expect(said(mayAnswerGoal(facts(plan, [suggested, goal('two')]), { ...yes, says: 'no_thanks' }))).toBe(
			'send'
		);

		const other = goal('one', { kind: 'learning' });
		expect(said(mayChangeGoal(facts(plan, [other]), change({}), maker('x')))).toBe('send');
		expect(said(mayChangeGoal(facts(plan, [other, goal('two')]), change({}), maker('x')))).toBe(
			'goal_of_kind'
		);

		const parked = goal('one', { state: 'parked' });
		const again = change({ part: 'state', to: 'going' });
		expect(said(mayChangeGoal(facts(plan, [parked]), again, maker('x')))).toBe('send');
		expect(said(mayChangeGoal(facts(plan, [parked, goal('two')]), again, maker('x')))).toBe('goal_of_kind');
		// What is going already goes on, also where two came to be of one kind.
		const both = facts(plan, [goal('one'), goal('two')]);
		expect(said(mayChangeGoal(both, change({ part: 'words', to: 'swim far' }), maker('x')))).toBe('send');
	});
});

describe('a plan for action', () => {
	const plan = planOf('grandmentors');

	test('has goals for soon and for later, in the programme’s own words', () => {
		expect(goalPolicyOf(plan)).toMatchObject({
			terms: ['short', 'long'],
			words: { learning: 'Work and learning' }
		});
		expect(writes(facts(plan), { term: 'long' })).toBe('send');
		expect(afterGoal(facts(plan), maker('new'), body({ term: 'long' })).goals?.[0]).toMatchObject({
			term: 'long'
		});
	});

	test('takes a goal of a phone that did not ask when', () => {
		expect(writes(facts(plan))).toBe('send');
		expect(afterGoal(facts(plan), maker('new'), body()).goals?.[0]).toMatchObject({
			term: null,
			domain: null
		});
	});

	test('another programme has no soon and later', () => {
		expect(writes(facts(USUAL_PLAN), { term: 'short' })).toBe('outside_limits');
	});

	test('moves a goal from soon to later with its kind; what was written first does not win by coming last', () => {
		const first: GoalChange = {
			...{ id: 'one_kind', spaceId: 'space', pairingId: 'pairing', goalId: 'one', byId: 'young' },
			...{ part: 'kind', to: 'fun', writtenAt: 0, at: 1 }
		};
		const now = facts(plan, [goal('one', { term: 'short' })], 'young', { changes: [first] });
		const later = afterGoalChange(now, maker('x', 20), change({ term: 'long' }));
		expect(later.goals?.[0]).toMatchObject({ kind: 'fun', term: 'long' });
		const kept = { ...now, goals: later.goals!, changes: [first, ...later.changes!] };
		const earlier = afterGoalChange(kept, maker('y', 10), change({ to: 'learning', term: 'short' }));
		expect(earlier.goals?.[0]).toMatchObject({ kind: 'fun', term: 'long' });
		// A phone that does not know of soon and later leaves it.
		expect(afterGoalChange(kept, maker('z', 30), change({ to: 'learning' })).goals?.[0]).toMatchObject({
			...{ kind: 'learning', term: 'long' }
		});
	});
});

describe('resilience domains', () => {
	const plan = planOf('headstart_volunteer');

	test('take a goal in one of them, and in no other', () => {
		expect(writes(facts(plan), { domain: 'talents' })).toBe('send');
		expect(writes(facts(plan), { domain: 'money' })).toBe('outside_limits');
		expect(writes(facts(USUAL_PLAN), { domain: 'talents' })).toBe('outside_limits');
		const one = facts(plan, [goal('one', { domain: 'talents' })]);
		expect(said(mayChangeGoal(one, change({ domain: 'friends' }), maker('x')))).toBe('send');
		expect(said(mayChangeGoal(one, change({ domain: 'money' }), maker('x')))).toBe('outside_limits');
	});
});

describe('on a list, goals stand', () => {
	const names = (goals: Goal[], plan: Plan) =>
		groupsOf(goals, goalPolicyOf(plan)).map((group) => [
			group.by === 'kind' ? group.kind : group.by === 'term' ? group.term : group.id,
			group.goals.map(({ id }) => id)
		]);

	test('under their kinds, in the programme’s order, where there are some', () => {
		expect(names([goal('a'), goal('b', { kind: 'handling' })], USUAL_PLAN)).toEqual([
			['handling', ['b']],
			['fun', ['a']]
		]);
		expect(names([goal('a')], planOf('independent_visiting'))).toEqual([['fun', ['a']]]);
	});

	test('in a place for each where there is one of each', () => {
		expect(names([goal('a')], planOf('chance_uk'))).toEqual([
			['handling', []],
			['learning', []],
			['fun', ['a']]
		]);
	});

	test('under soon and later, and beside them where nobody said', () => {
		const goals = [goal('a'), goal('b', { term: 'long' }), goal('c', { term: 'short' })];
		expect(names(goals, planOf('grandmentors'))).toEqual([
			['short', ['c']],
			['long', ['b']],
			[null, ['a']]
		]);
	});

	test('in their domains, and under their kind where they are in none', () => {
		const goals = [goal('a'), goal('b', { domain: 'friends' }), goal('c', { domain: 'gone' })];
		expect(names(goals, planOf('headstart_intensive'))).toEqual([
			['friends', ['b']],
			['fun', ['a', 'c']]
		]);
	});

	test('somewhere, though their programme has none any more', () => {
		expect(names([goal('a')], planOf('family_network'))).toEqual([['fun', ['a']]]);
	});
});
