import { expect, test } from 'vitest';
import { modelOf } from '../programmes/models';
import { pathOf, type PathFacts } from './path';
import { mayMoveStage, movable } from './stage-moves';

const planOf = (id: string) => {
	const model = modelOf(id);
	if (!model) throw new Error(`There is no model ${id}.`);
	return model.plan;
};
const year: PathFacts = {
	...{ plan: planOf('chance_uk'), startsOn: '2026-01-05', endsOn: '2027-01-04', starts: [] }
};
const daysOf = (facts: PathFacts) => movable(facts).map(({ stage, ...days }) => [stage.id, days]);

test('the first stage begins with the pairing; the others between their neighbours', () => {
	expect(daysOf(year)).toEqual([
		['goals', { from: '2026-04-05', least: '2026-01-06', most: '2026-10-04' }],
		['ending', { from: '2026-10-05', least: '2026-04-06', most: '2027-01-04' }]
	]);
});

test('a stage begins on the first and the last of its days, and not a day beside them', () => {
	const may = (from: string) => mayMoveStage(year, { stageId: 'goals', from });
	expect([may('2026-01-05'), may('2026-01-06')]).toEqual([false, true]);
	expect([may('2026-10-04'), may('2026-10-05')]).toEqual([true, false]);
});

test('winding down begins after the stage before it, and on the last day at the latest', () => {
	const may = (from: string) => mayMoveStage(year, { stageId: 'ending', from });
	expect([may('2026-04-05'), may('2026-04-06')]).toEqual([false, true]);
	expect([may('2027-01-04'), may('2027-01-05')]).toEqual([true, false]);
});

test('wherever it is moved to, the stages stay in order and none is lost', () => {
	for (const { stage, least, most } of movable(year))
		for (const from of [least, most ?? least]) {
			const path = pathOf({ ...year, starts: [{ stageId: stage.id, from, at: 1 }] });
			expect(path.map((place) => place.stage.id)).toEqual(['getting_to_know', 'goals', 'ending']);
			expect(path.map((place) => place.from)).toEqual(path.map((place) => place.from).sort());
			expect(path.find((place) => place.stage.id === stage.id)?.from).toBe(from);
		}
});

test('the first stage and one that is not in the plan never move', () => {
	for (const stageId of ['getting_to_know', 'elsewhere', 'winding_down'])
		expect(mayMoveStage(year, { stageId, from: '2026-06-01' })).toBe(false);
});

test('without a last day a later stage can begin on any day, and winding down is not there to move', () => {
	const visiting: PathFacts = {
		...{ plan: planOf('independent_visiting'), startsOn: '2026-01-05', endsOn: null, starts: [] }
	};
	expect(movable(visiting).every(({ stage }) => stage.kind !== 'winding_down')).toBe(true);
	const last = movable(visiting).at(-1);
	expect(last?.most).toBeNull();
	expect(mayMoveStage(visiting, { stageId: last?.stage.id ?? '', from: '2040-01-01' })).toBe(true);
});

test('a stage whose day was decided stays where it is, and those before it end by then', () => {
	const stages = planOf('chance_uk').stages.map((stage) => ({ ...stage, kind: 'going_on' as const }));
	const facts: PathFacts = {
		...{ plan: { ...planOf('chance_uk'), stages }, startsOn: '2026-01-05', endsOn: null },
		starts: [{ stageId: 'ending', from: '2026-08-01', at: 1 }]
	};
	const may = (from: string) => mayMoveStage(facts, { stageId: 'goals', from });
	expect([may('2026-07-31'), may('2026-08-01')]).toEqual([true, false]);
});

test('after a stage that has no end only the very next can be given a day', () => {
	const [first, ...rest] = planOf('chance_uk').stages;
	if (!first) throw new Error('There is no stage.');
	const open = { ...first, id: 'open', kind: 'going_on' as const, lasts: null };
	const plan = {
		...planOf('chance_uk'),
		stages: [first, open, { ...open, id: 'later' }, { ...open, id: 'last' }]
	};
	expect(rest.length).toBeGreaterThan(0);
	const facts = { plan, startsOn: '2026-01-05', endsOn: null, starts: [] };
	expect(movable(facts).map(({ stage, from }) => [stage.id, from])).toEqual([
		['open', '2026-04-05'],
		['later', null]
	]);
});
