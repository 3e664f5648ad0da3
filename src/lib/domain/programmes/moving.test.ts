import { describe, expect, test } from 'vitest';
import { pathOf, type PathFacts } from '../pairings/path';
import { modelOf } from './models';
import { moving } from './moving';
import type { Lasts, Plan } from './plan';
import { USUAL_PLAN } from './usual-plan';

const year = modelOf('chance_uk')?.plan ?? USUAL_PLAN;
const open = modelOf('independent_visiting')?.plan ?? USUAL_PLAN;
const facts = (one: Partial<PathFacts> = {}): PathFacts => ({
	...{ plan: year, startsOn: '2026-01-12', endsOn: '2027-01-11', starts: [] },
	...one
});
const months = (many: number): Lasts => ({ in: 'months', many });
/** The year with other lengths. */
const lasting = (...lengths: (Lasts | null)[]): Plan => ({
	...year,
	stages: year.stages.map((stage, place) => ({ ...stage, lasts: lengths[place] ?? null }))
});
const moved = (one: PathFacts, newer: Plan, today: string) => {
	const gone = moving(one, newer, today);
	if (gone.is === 'stays') return gone.why;
	const path = gone.path.map(({ stage, from, until }) => [stage.id, from, until]);
	return { path, endsOn: gone.endsOn };
};
const path = (one: PathFacts, newer: Plan, today: string) => {
	const gone = moved(one, newer, today);
	return typeof gone === 'string' ? gone : gone.path;
};

describe('a pairing that goes over to a newer version', () => {
	test('keeps the days of what has begun, and has the newer lengths of what is to come', () => {
		expect(moved(facts(), lasting(months(4), months(8), months(3)), '2026-05-20')).toEqual({
			path: [
				['getting_to_know', '2026-01-12', '2026-04-11'],
				['goals', '2026-04-12', '2027-01-11'],
				['ending', '2027-01-12', '2027-04-11']
			],
			endsOn: '2027-04-11'
		});
	});

	test('has a stage that is longer now for longer while it is in it', () => {
		expect(path(facts(), lasting(months(4), months(6), months(3)), '2026-04-11')).toEqual([
			['getting_to_know', '2026-01-12', '2026-05-11'],
			['goals', '2026-05-12', '2026-11-11'],
			['ending', '2026-11-12', '2027-02-11']
		]);
	});

	test('is never said to have begun something before today that it did not', () => {
		const shorter = lasting(months(1), months(6), months(3));
		expect(path(facts(), shorter, '2026-02-11')).toEqual([
			['getting_to_know', '2026-01-12', '2026-02-11'],
			['goals', '2026-02-12', '2026-08-11'],
			['ending', '2026-08-12', '2026-11-11']
		]);
		expect(path(facts(), shorter, '2026-03-20')).toMatchObject([
			['getting_to_know', '2026-01-12', '2026-03-20'],
			['goals', '2026-03-21', '2026-08-11'],
			['ending', '2026-08-12', '2026-11-11']
		]);
	});

	test('keeps a stage that somebody at the desk moved, gone or to come', () => {
		const starts = [
			{ stageId: 'goals', from: '2026-05-01', at: 1 },
			{ stageId: 'ending', from: '2026-12-01', at: 1 }
		];
		const newer = { ...year, features: [] };
		const then = pathOf(facts({ starts }));
		for (const today of ['2026-04-30', '2026-05-01']) {
			const gone = moving(facts({ starts }), newer, today);
			expect(gone.is === 'moves' && gone.path).toEqual(then);
		}
	});

	test('keeps a last day that somebody set, and none where none was promised', () => {
		const longer = lasting(months(3), months(9), months(3));
		expect(moved(facts({ endsOn: '2027-03-01' }), longer, '2026-05-20')).toMatchObject({
			endsOn: '2027-03-01'
		});
		const endless = facts({ plan: open, endsOn: null });
		const newer = { ...open, ending: { ...open.ending, is: 'planned' as const } };
		expect(moved(endless, newer, '2026-05-20')).toMatchObject({ endsOn: null });
	});

	test('keeps its last day where the newer version has none', () => {
		const newer = { ...lasting(months(3), null, months(3)), ending: { ...year.ending, is: 'open' as const } };
		expect(moved(facts(), newer, '2026-05-20')).toMatchObject({ endsOn: '2027-01-11' });
	});
});

describe('a pairing stays with its version', () => {
	test('once it winds down, from the first day of that', () => {
		const newer = lasting(months(3), months(7), months(3));
		expect(path(facts(), newer, '2026-10-11')).toHaveLength(3);
		expect(path(facts(), newer, '2026-10-12')).toBe('winding_down_already');
	});

	test('where a stage that has begun is gone, or another came before it', () => {
		const without = { ...year, stages: year.stages.slice(1) };
		const first = { ...year.stages[0]!, id: 'first_of_all' };
		const before = { ...year, stages: [first, ...year.stages] };
		for (const newer of [without, before]) expect(path(facts(), newer, '2026-02-01')).toBe('stages_changed');
		const between = { ...year, stages: [year.stages[0]!, first, ...year.stages.slice(1)] };
		expect(path(facts(), between, '2026-04-11')).toHaveLength(4);
		expect(path(facts(), between, '2026-04-12')).toBe('stages_changed');
	});

	test('where by the newer one it would wind down since before today', () => {
		const newer = { ...open, ending: { ...open.ending, windDown: months(6) } };
		const ends = facts({ plan: open, endsOn: '2026-08-31' });
		expect(path(ends, newer, '2026-02-28')).toHaveLength(2);
		expect(path(ends, newer, '2026-03-01')).toBe('ends_too_soon');
	});
});

test('a pairing from before there were plans gets its path from its first day', () => {
	const before = facts({ plan: USUAL_PLAN, endsOn: null });
	expect(moved(before, year, '2026-05-20')).toEqual({
		path: [
			['getting_to_know', '2026-01-12', '2026-04-11'],
			['goals', '2026-04-12', '2026-10-11']
		],
		endsOn: null
	});
	expect(path({ ...before, endsOn: '2026-12-31' }, year, '2026-05-20')).toMatchObject([
		['getting_to_know', '2026-01-12', '2026-04-11'],
		['goals', '2026-04-12', '2026-09-30'],
		['ending', '2026-10-01', '2026-12-31']
	]);
});
