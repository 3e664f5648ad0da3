import { describe, expect, test } from 'vitest';
import { modelOf } from '../programmes/models';
import { USUAL_PLAN } from '../programmes/usual-plan';
import type { Question } from '../programmes/plan';
import { lookBacksOf, questionsFor } from './look-back';

const times = (model: string, endsOn: string | null, upTo: string) =>
	lookBacksOf(
		{ plan: modelOf(model)?.plan ?? USUAL_PLAN, startsOn: '2026-01-12', endsOn, starts: [] },
		upTo
	).map(({ which, on }) => [which, on]);

describe('both are asked to look back', () => {
	test('when a stage begins, and not the day before', () => {
		expect(times('chance_uk', '2027-01-11', '2026-04-11')).toEqual([]);
		expect(times('chance_uk', '2027-01-11', '2026-04-12')).toEqual([['getting_on', '2026-04-12']]);
		expect(times('chance_uk', '2027-01-11', '2027-12-31')).toEqual([
			['getting_on', '2026-04-12'],
			['how_far', '2026-10-12']
		]);
	});

	test('every half year for as long as it goes on, each time by its own name', () => {
		expect(times('independent_visiting', null, '2027-07-12')).toEqual([
			['half_year_1', '2026-07-12'],
			['half_year_2', '2027-01-12'],
			['half_year_3', '2027-07-12']
		]);
	});

	test('never on the last day or later', () => {
		expect(times('independent_visiting', '2027-01-12', '2028-01-01')).toEqual([
			['half_year_1', '2026-07-12']
		]);
		expect(times('independent_visiting', '2027-01-13', '2028-01-01').at(-1)).toEqual([
			'half_year_2',
			'2027-01-12'
		]);
	});

	test('not at all where there is no plan', () => {
		expect(times('usual', null, '2030-01-01')).toEqual([]);
	});
});

test('each side is asked what is for it and for both', () => {
	const asked = (asks: Question['asks']): Question => ({ id: asks, asks, words: asks });
	const all = [asked('young'), asked('mentor'), asked('both')];
	expect(questionsFor(all, 'young').map(({ id }) => id)).toEqual(['young', 'both']);
	expect(questionsFor(all, 'mentor').map(({ id }) => id)).toEqual(['mentor', 'both']);
});
