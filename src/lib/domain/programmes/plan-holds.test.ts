import { describe, expect, test } from 'vitest';
import { MODELS, modelOf } from './models';
import type { Plan } from './plan';
import { planProblems } from './plan-holds';
import { USUAL_PLAN } from './usual-plan';

const year = modelOf('chance_uk')?.plan ?? USUAL_PLAN;
const open = modelOf('independent_visiting')?.plan ?? USUAL_PLAN;
const stage = (plan: Plan, place: number, changes: Partial<Plan['stages'][number]>): Plan => ({
	...plan,
	stages: plan.stages.map((one, at) => (at === place ? { ...one, ...changes } : one))
});
const lookBack = (changes: Partial<Plan['lookBacks'][number]>): Plan => ({
	...year,
	lookBacks: year.lookBacks.map((one, at) => (at === 0 ? { ...one, ...changes } : one))
});
const problems = (plan: Plan) => planProblems(plan).map(({ at, why }) => `${at} ${why}`);
const months = (many: number) => ({ in: 'months' as const, many });

describe('a plan holds together', () => {
	test.each(MODELS.map(({ id, plan }) => [id, plan] as const))('as the model “%s” does', (_, plan) => {
		expect(planProblems(plan)).toEqual([]);
	});

	test('as the usual one does, without a stage for winding down', () => {
		expect(planProblems(USUAL_PLAN)).toEqual([]);
	});
});

describe('stages', () => {
	test('wind down once, and last', () => {
		expect(problems(stage(year, 1, { kind: 'winding_down' }))).toEqual(['stages.2.kind one_winding_down']);
		const early = { ...year, stages: [year.stages[2]!, ...year.stages.slice(0, 2)] };
		expect(problems(early)).toEqual(['stages.0.kind winding_down_last']);
	});

	test('have something before they wind down', () => {
		const alone = { ...year, stages: year.stages.slice(2), lookBacks: [], goals: USUAL_PLAN.goals };
		expect(problems(alone)).toEqual(['stages.0.kind something_before_it']);
	});

	test('of a planned ending all have a length, to count the last day from', () => {
		expect(problems(stage(year, 1, { lasts: null }))).toEqual(['stages.1.lasts planned_needs_lengths']);
	});

	test('without an end date end in one that can go on, winding down aside', () => {
		const ends = { ...open.ending, is: 'open' as const };
		expect(problems(stage(open, 2, { lasts: months(3) }))).toEqual(['stages.2.lasts open_needs_no_length']);
		expect(problems({ ...year, ending: ends })).toEqual(['stages.1.lasts open_needs_no_length']);
		expect(problems({ ...stage(year, 1, { lasts: null }), ending: ends })).toEqual([]);
	});

	test('with an end that is only about when may have a length to the last or not', () => {
		const flexible = { ...year, ending: { ...year.ending, is: 'flexible' as const } };
		expect(problems(flexible)).toEqual([]);
		expect(problems(stage(flexible, 1, { lasts: null }))).toEqual([]);
	});

	test('do not share a name, nor take the one that the app keeps for winding down', () => {
		expect(problems(stage(open, 1, { id: 'getting_to_know' }))).toEqual(['stages.1 own_name_needed']);
		expect(problems(stage(open, 1, { id: 'winding_down' }))).toEqual(['stages.1 own_name_needed']);
	});

	test('do not ask for less than the least', () => {
		expect(problems(stage(year, 0, { minutes: { least: 120, most: 120 } }))).toEqual([]);
		expect(problems(stage(year, 0, { minutes: { least: 121, most: 120 } }))).toEqual([
			'stages.0.minutes least_above_most'
		]);
		expect(problems(stage(year, 0, { minutes: { least: 15, most: 480 } }))).toEqual([]);
		for (const minutes of [
			{ least: 14, most: 60 },
			{ least: 15, most: 481 }
		])
			expect(problems(stage(year, 0, { minutes }))).toEqual(['stages.0.minutes minutes_unlikely']);
	});

	test('have nothing after one that goes on without an end', () => {
		expect(problems(stage(open, 1, { lasts: null }))).toEqual(['stages.1.lasts nothing_after_no_end']);
	});
});

describe('goals', () => {
	test('begin with a stage that is there', () => {
		expect(problems({ ...year, goals: { ...year.goals, from: 'later' } })).toEqual([
			'goals.from stage_not_there'
		]);
	});

	test('are of some kind, unless there are none', () => {
		expect(problems({ ...year, goals: { ...year.goals, kinds: [] } })).toEqual(['goals.kinds kinds_needed']);
		expect(problems({ ...year, goals: { ...year.goals, is: 'none', kinds: [], from: 'later' } })).toEqual([]);
	});

	test('of resilience domains have domains, each its own', () => {
		const goals = { ...year.goals, is: 'resilience' as const };
		expect(problems({ ...year, goals })).toEqual(['goals.domains domains_needed']);
		const domain = { id: 'home', name: 'Home', kind: 'fun' as const };
		expect(problems({ ...year, goals: { ...goals, domains: [domain] } })).toEqual([]);
		expect(problems({ ...year, goals: { ...goals, domains: [domain, domain] } })).toEqual([
			'goals.domains.1 own_name_needed'
		]);
		const kinds = ['learning' as const];
		expect(problems({ ...year, goals: { ...goals, kinds, domains: [domain] } })).toEqual([
			'goals.domains.0.kind kind_not_chosen'
		]);
		expect(problems({ ...year, goals: { ...year.goals, domains: [domain] } })).toEqual([
			'goals.domains domains_not_asked_for'
		]);
	});
});

describe('looking back', () => {
	test('comes with a stage that is there', () => {
		const when = { at: 'stage' as const, stage: 'later' };
		expect(problems(lookBack({ when }))).toEqual(['lookBacks.0.when stage_not_there']);
	});

	test('comes before the last day of a planned ending, and at any time where there is none', () => {
		const when = (many: number) => ({ at: 'after' as const, lasts: months(many) });
		expect(problems(lookBack({ when: when(11) }))).toEqual([]);
		expect(problems(lookBack({ when: when(12) }))).toEqual(['lookBacks.0.when comes_too_late']);
		const far = { ...open, lookBacks: [{ ...open.lookBacks[0]!, when: when(60) }] };
		expect(problems(far)).toEqual([]);
	});

	test('does not take the name of another, nor of one of its times, nor that of winding down', () => {
		expect(problems(lookBack({ id: 'how_far' }))).toEqual(['lookBacks.1 own_name_needed']);
		expect(problems(lookBack({ id: 'winding_down' }))).toEqual(['lookBacks.0 own_name_needed']);
		const [half] = open.lookBacks;
		const when = { at: 'after' as const, lasts: months(1) };
		const named = (id: string) => ({ ...open, lookBacks: [half!, { ...half!, id, when }] });
		expect(problems(named('half_year_3'))).toEqual(['lookBacks.1 own_name_needed']);
		expect(problems(named('half_year_on'))).toEqual([]);
	});

	test('asks each question once', () => {
		const [question] = year.lookBacks[0]!.questions;
		expect(problems(lookBack({ questions: [question!, question!] }))).toEqual([
			'lookBacks.0.questions.1 own_name_needed'
		]);
	});
});

test('ages go from the younger to the older', () => {
	expect(problems({ ...year, young: { from: 11, to: 11 } })).toEqual([]);
	expect(problems({ ...year, young: { from: 12, to: 11 } })).toEqual(['young least_above_most']);
	const mentors = { ...year.mentors, from: 25, to: 24 };
	expect(problems({ ...year, mentors })).toEqual(['mentors least_above_most']);
});
