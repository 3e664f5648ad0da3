import { expect, test } from 'vitest';
import type { Plan } from './plan';
import { planFaults } from './plan-faults';
import { modelOf } from './models';
import { USUAL_PLAN } from './usual-plan';

const chance = modelOf('chance_uk')!.plan;
const [knowing, goals, ending] = chance.stages;
const faultsOf = (differs: Partial<Plan>) => planFaults({ ...chance, ...differs });

test('the usual plan can be gone by', () => {
	expect(planFaults(USUAL_PLAN)).toEqual([]);
});

test('two stages, or two questions, of one name', () => {
	expect(faultsOf({ stages: [knowing!, goals!, { ...goals! }, ending!] })).toEqual(['same_name_twice']);
	const question = chance.windingDown[0]!;
	expect(faultsOf({ windingDown: [question, question] })).toEqual(['same_name_twice']);
});

test('winding down comes last, after something', () => {
	expect(faultsOf({ stages: [knowing!, ending!, goals!] })).toEqual(['winding_down_not_last']);
	const only = { stages: [ending!], goals: { ...chance.goals, from: null }, lookBacks: [] };
	expect(faultsOf(only)).toEqual(['nothing_before_winding_down']);
});

test('nothing can begin after a stage without an end, and a planned end has none', () => {
	const open = { ...chance.ending, is: 'open' as const };
	const endless = { ...knowing!, lasts: null };
	expect(faultsOf({ ending: open, stages: [endless, goals!, ending!] })).toEqual(['stage_after_no_end']);
	expect(faultsOf({ ending: open, stages: [knowing!, { ...goals!, lasts: null }, ending!] })).toEqual([]);
	expect(faultsOf({ stages: [knowing!, { ...goals!, lasts: null }, ending!] })).toEqual([
		'no_length_for_planned_end'
	]);
});

test('goals and times of looking back begin with a stage that is there', () => {
	expect(faultsOf({ stages: [knowing!, ending!] })).toEqual(['no_such_stage']);
});

test('kinds and domains are there exactly where goals have them', () => {
	expect(faultsOf({ goals: { ...chance.goals, kinds: [] } })).toEqual(['kinds_do_not_fit']);
	expect(faultsOf({ goals: { ...chance.goals, is: 'none' } })).toEqual(['kinds_do_not_fit']);
	expect(faultsOf({ goals: { ...chance.goals, is: 'resilience' } })).toEqual(['domains_do_not_fit']);
	const domains = [{ id: 'friends', name: 'Friends', kind: 'fun' as const }];
	expect(faultsOf({ goals: { ...chance.goals, domains } })).toEqual(['domains_do_not_fit']);
	const resilience = { ...chance.goals, is: 'resilience' as const, domains };
	expect(faultsOf({ goals: resilience })).toEqual([]);
	expect(faultsOf({ goals: { ...resilience, kinds: ['learning'] } })).toEqual(['domains_do_not_fit']);
});

test('ages go up', () => {
	expect(faultsOf({ young: { from: 12, to: 11 } })).toEqual(['ages_the_wrong_way']);
	expect(faultsOf({ young: { from: 12, to: 12 } })).toEqual([]);
});
