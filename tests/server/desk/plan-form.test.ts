import { describe, expect, test } from 'vitest';
import { MODELS, modelOf } from '../../../src/lib/domain/programmes/models';
import type { Plan } from '../../../src/lib/domain/programmes/plan';
import { USUAL_PLAN } from '../../../src/lib/domain/programmes/usual-plan';
import { arranged, rowsIn } from '../../../src/routes/coordinator/programmes/rows';
import { planTyped } from '../../../src/routes/coordinator/programmes/typed';
import { planWritten } from '../../../src/routes/coordinator/programmes/written';

const year = modelOf('chance_uk')!.plan;
const resilience = modelOf('headstart_volunteer')!.plan;
const typedWith = (typed: Record<string, string>, plan: Plan = year) => ({ ...planTyped(plan), ...typed });
const written = (typed: Record<string, string>, plan: Plan = year) =>
	planWritten(typedWith(typed, plan), plan).plan;
const wrong = (typed: Record<string, string>, plan: Plan = year) =>
	planWritten(typedWith(typed, plan), plan).wrong;

describe('the form of a plan', () => {
	test.each([...MODELS.map(({ id, plan }) => [id, plan] as const), ['usual', USUAL_PLAN] as const])(
		'of “%s”, sent as it is, changes nothing',
		(_, plan) => {
			expect(planWritten(planTyped(plan), plan)).toEqual({ plan });
		}
	);

	test('writes a stage as its boxes have it', () => {
		const stage = { name: ' Start ', purpose: 'Hello.', meets: 'fortnightly', 'lasts.in': 'weeks' };
		const boxes = { ...stage, 'lasts.many': '5', 'minutes.least': '', 'minutes.most': '' };
		const typed = Object.entries(boxes).map(([box, value]) => [`stages.0.${box}`, value]);
		expect(written(Object.fromEntries(typed))?.stages[0]).toEqual({
			...{ id: 'getting_to_know', kind: 'getting_to_know', name: 'Start', purpose: 'Hello.' },
			...{ lasts: { in: 'weeks', many: 5 }, meets: 'fortnightly', minutes: null }
		});
	});

	test('keeps the name of a question when its words change, and gives a new one that nobody ever had', () => {
		const typed = { 'windingDown.0.words': 'How was it?', 'windingDown.5.words': 'And now?' };
		const asked = written({ ...typed, 'windingDown.5.asks': 'young' })?.windingDown ?? [];
		expect(asked[0]).toEqual({ id: 'good', asks: 'both', words: 'How was it?' });
		expect(asked.at(-1)).toMatchObject({ asks: 'young', words: 'And now?' });
		expect(asked.at(-1)?.id).toMatch(/^n[0-9a-f]{32}$/);
	});

	test('takes a question away that was emptied, and says by its own row which one is not right', () => {
		expect(written({ 'windingDown.0.words': ' ' })?.windingDown.map(({ id }) => id)).toEqual([
			...['hopes', 'fears', 'next']
		]);
		const long = { 'windingDown.0.words': '', 'windingDown.2.words': 'a'.repeat(201) };
		expect(wrong(long)).toEqual(['windingDown.2.words']);
	});

	test('ticked off and on again is the same, and what is on is so in the order it had', () => {
		const { 'features.messages': _, ...typed } = planTyped(year);
		expect(planWritten(typed, year).plan?.features).toEqual(['check_ins']);
		expect(written({ 'features.safety_plan': 'on' })?.features).toEqual([
			...['messages', 'check_ins', 'safety_plan']
		]);
	});

	test('has the programme’s own words only where some are written', () => {
		expect(written({})?.goals.words).toBeNull();
		expect(written({ 'goals.words.fun': 'My thing' })?.goals.words).toEqual({ fun: 'My thing' });
	});

	test('asks for no kinds where there are no goals', () => {
		expect(written({ 'goals.is': 'none' })?.goals).toMatchObject({ is: 'none', kinds: [], from: null });
	});

	test.each<[string, Record<string, string>, string[]]>([
		['no name', { 'stages.1.name': ' ' }, ['stages.1.name']],
		['too long a purpose', { 'stages.1.purpose': 'a'.repeat(301) }, ['stages.1.purpose']],
		['a length in words', { 'stages.1.lasts.many': 'some' }, ['stages.1.lasts.many']],
		['a length of nothing', { 'stages.1.lasts.many': '0' }, ['stages.1.lasts.many']],
		['years', { 'stages.1.lasts.in': 'years' }, ['stages.1.lasts.in']],
		['half a length of a meeting', { 'stages.0.minutes.most': '' }, ['stages.0.minutes.most']],
		[
			'a planned ending without a length',
			{ 'stages.1.lasts.many': '' },
			['stages.1.lasts planned_needs_lengths']
		],
		['an open one that ends', { 'ending.is': 'open' }, ['stages.1.lasts open_needs_no_length']],
		['two windings down', { 'stages.1.kind': 'winding_down' }, ['stages.2.kind one_winding_down']],
		['goals from nowhere', { 'goals.from': 'later' }, ['goals.from stage_not_there']],
		[
			'looking back too late',
			{ 'lookBacks.0.when.at': 'after', 'lookBacks.0.when.many': '12', 'lookBacks.0.when.in': 'months' },
			['lookBacks.0.when comes_too_late']
		],
		['looking back at no time', { 'lookBacks.0.when.at': 'now' }, ['lookBacks.0.when.at']],
		['nobody’s age', { 'young.from': '' }, ['young.from']],
		['ages the wrong way', { 'young.from': '12' }, ['young least_above_most']],
		['months in words', { 'ending.lookInMonths': '1 and 3' }, ['ending.lookInMonths.1']],
		['five times of looking in', { 'ending.lookInMonths': '1 2 3 4 5' }, ['ending.lookInMonths']],
		['ways that do not exist', { 'goals.is': 'many', 'ending.is': 'never' }, ['goals.is', 'ending.is']]
	])('with %s says where', (_, typed, boxes) => {
		expect(wrong(typed)).toEqual(boxes);
	});

	test('says which domain is of a kind that is not chosen, although one before it was emptied', () => {
		const { 'goals.kinds.fun': _, ...typed } = typedWith({ 'goals.domains.0.name': '' }, resilience);
		expect(planWritten(typed, resilience).wrong).toEqual([
			'goals.domains.2.kind kind_not_chosen',
			'goals.domains.3.kind kind_not_chosen'
		]);
		expect(wrong({ 'goals.is': 'optional' }, resilience)).toEqual(['goals.domains domains_not_asked_for']);
	});
});

describe('stages and times of looking back', () => {
	const does = (what: string, typed: Record<string, string> = {}) =>
		arranged(typedWith({ ...typed, do: what }));
	const names = (typed: Record<string, string> | undefined, list = 'stages') =>
		rowsIn(typed ?? {}, list).map(({ id }) => id);

	test('are added, a stage before winding down, and what was typed stays', () => {
		const typed = does('add stages', { 'stages.0.name': ' ' });
		expect(names(typed)).toEqual(['getting_to_know', 'goals', expect.stringMatching(/^n/), 'ending']);
		expect(typed?.['stages.0.name']).toBe(' ');
		expect(names(does('add lookBacks'), 'lookBacks')).toHaveLength(3);
	});

	test('are taken away with all that belongs to them', () => {
		const typed = does('gone lookBacks 0');
		expect(names(typed, 'lookBacks')).toEqual(['how_far']);
		expect(rowsIn(rowsIn(typed!, 'lookBacks')[0]!, 'questions')[0]).toMatchObject({ id: 'proud' });
	});

	test('are moved, and stay where a move leads nowhere', () => {
		expect(names(does('later stages 0'))).toEqual(['goals', 'getting_to_know', 'ending']);
		expect(names(does('earlier stages 2'))).toEqual(['getting_to_know', 'ending', 'goals']);
		for (const nowhere of ['earlier stages 0', 'later stages 2', 'gone stages 9', 'later stages'])
			expect(names(does(nowhere))).toEqual(['getting_to_know', 'goals', 'ending']);
	});

	test('are at most so many', () => {
		let typed = typedWith({});
		for (let n = 0; n < 9; n++) typed = arranged({ ...typed, do: 'add stages' }) ?? {};
		expect(names(typed)).toHaveLength(8);
	});

	test('are not touched by anything else that a form may say', () => {
		for (const what of ['', 'save', 'add questions', 'gone stages 1; drop'])
			expect(does(what)).toBeUndefined();
	});
});
