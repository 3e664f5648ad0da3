import { describe, expect, test } from 'vitest';
import { modelOf } from '../programmes/models';
import type { Plan } from '../programmes/plan';
import { USUAL_PLAN } from '../programmes/usual-plan';
import { nextPlace, pathOf, placeOn, plannedEnd, rhythmOn, type PathFacts, WINDING_DOWN } from './path';

const plan = (id: string): Plan => modelOf(id)?.plan ?? USUAL_PLAN;
const facts = (one: Partial<PathFacts> = {}): PathFacts => ({
	plan: plan('chance_uk'),
	startsOn: '2026-01-12',
	endsOn: '2027-01-11',
	starts: [],
	...one
});
const told = (one: PathFacts) => pathOf(one).map(({ stage, from, until }) => [stage.id, from, until]);

describe('the path of a planned year', () => {
	test('is three, six and three months, and ends the day before the year is round', () => {
		expect(plannedEnd(plan('chance_uk'), '2026-01-12')).toBe('2027-01-11');
		expect(told(facts())).toEqual([
			['getting_to_know', '2026-01-12', '2026-04-11'],
			['goals', '2026-04-12', '2026-10-11'],
			['ending', '2026-10-12', '2027-01-11']
		]);
	});

	test('that begins on the last of a long month loses no day to short ones', () => {
		const endsOn = plannedEnd(plan('chance_uk'), '2026-05-31') ?? '';
		expect(told(facts({ startsOn: '2026-05-31', endsOn }))).toEqual([
			['getting_to_know', '2026-05-31', '2026-08-30'],
			['goals', '2026-08-31', '2027-02-27'],
			['ending', '2027-02-28', '2027-05-30']
		]);
	});

	test('whose end comes sooner keeps all its winding down, and gives up what comes before', () => {
		expect(told(facts({ endsOn: '2026-06-30' }))).toEqual([
			['getting_to_know', '2026-01-12', '2026-03-31'],
			['ending', '2026-04-01', '2026-06-30']
		]);
	});

	test('whose end is very near is all winding down', () => {
		expect(told(facts({ endsOn: '2026-02-01' }))).toEqual([['ending', '2026-01-12', '2026-02-01']]);
	});

	test('whose end is taken away goes on in the stage before it', () => {
		expect(told(facts({ endsOn: null })).at(-1)).toEqual(['goals', '2026-04-12', '2026-10-11']);
	});

	test('moves with a stage that begins later than planned, as it was decided last', () => {
		const start = { stageId: 'goals', at: 1 };
		const starts = [
			{ ...start, from: '2026-05-20' },
			{ ...start, from: '2026-05-01', at: 2 }
		];
		expect(told(facts({ starts, endsOn: null }))).toEqual([
			['getting_to_know', '2026-01-12', '2026-04-30'],
			['goals', '2026-05-01', '2026-10-31']
		]);
	});
});

describe('the path without an end date', () => {
	const open = facts({ plan: plan('independent_visiting'), endsOn: null });

	test('begins weekly, then fortnightly, and is monthly after a year for as long as they like', () => {
		expect(pathOf(open).at(-1)?.until).toBeNull();
		expect(rhythmOn(pathOf(open), '2026-01-12')).toBe('weekly');
		expect(rhythmOn(pathOf(open), '2027-01-11')).toBe('fortnightly');
		expect(rhythmOn(pathOf(open), '2027-01-12')).toBe('monthly');
		expect(rhythmOn(pathOf(open), '2037-01-12')).toBe('monthly');
	});

	test('still winds down for its weeks once somebody sets a last day', () => {
		const places = pathOf({ ...open, endsOn: '2029-03-01' });
		expect(places.at(-1)).toMatchObject({
			stage: { kind: 'winding_down' },
			from: '2029-01-05',
			until: '2029-03-01'
		});
		expect(places.at(-2)?.until).toBe('2029-01-04');
	});

	test('has a place to wind down even where its plan has no stage for it', () => {
		const places = pathOf({ ...open, plan: USUAL_PLAN, endsOn: '2026-12-31' });
		expect(places.at(-1)?.stage.id).toBe(WINDING_DOWN);
	});
});

describe('where a pairing is on its path', () => {
	const path = pathOf(facts());

	test.each([
		['2025-12-24', 'getting_to_know'],
		['2026-04-11', 'getting_to_know'],
		['2026-04-12', 'goals'],
		['2026-10-11', 'goals'],
		['2026-10-12', 'ending'],
		['2027-01-12', 'ending']
	])('on %s it is in “%s”', (day, stage) => {
		expect(placeOn(path, day)?.stage.id).toBe(stage);
	});

	test('says what comes next, and nothing after the last', () => {
		expect(nextPlace(path, '2026-04-11')?.from).toBe('2026-04-12');
		expect(nextPlace(path, '2026-10-12')).toBeUndefined();
	});
});
