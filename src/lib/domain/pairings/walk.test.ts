import { describe, expect, test } from 'vitest';
import { modelOf } from '../programmes/models';
import { USUAL_PLAN } from '../programmes/usual-plan';
import type { Standing } from './parting';
import type { PathFacts } from './path';
import { standingOn, stepsOf } from './walk';

const facts = (one: Partial<PathFacts> = {}): PathFacts => ({
	plan: modelOf('chance_uk')?.plan ?? USUAL_PLAN,
	...{ startsOn: '2026-01-12', endsOn: '2027-01-11', starts: [] },
	...one
});
const ACTIVE: Standing = { state: 'active', pausedFrom: null };

describe('the steps of a path', () => {
	const all = stepsOf(facts(), '2026-01-12', '2030-01-01');

	test('are its stages but the first, its times to look back and the day after its last', () => {
		expect(all.map((step) => [step.on, step.is])).toEqual([
			['2026-04-12', 'stage'],
			['2026-04-12', 'look_back'],
			['2026-10-12', 'stage'],
			['2026-10-12', 'look_back'],
			['2027-01-12', 'over']
		]);
	});

	test('are those from the first day asked for to the last, both included', () => {
		const from = (first: string, last: string) => stepsOf(facts(), first, last).length;
		expect(from('2026-04-12', '2026-10-12')).toBe(4);
		expect(from('2026-04-13', '2026-10-11')).toBe(0);
	});

	test('have no last one where there is no last day', () => {
		expect(stepsOf(facts({ endsOn: null }), '2026-01-12', '2030-01-01').map(({ is }) => is)).toEqual([
			'stage',
			'look_back'
		]);
	});
});

describe('how a pairing stands', () => {
	test.each([
		['2026-10-11', 'active'],
		['2026-10-12', 'winding-down'],
		['2027-01-11', 'winding-down'],
		['2027-01-12', 'ended']
	])('on %s: %s', (day, state) => {
		expect(standingOn(facts(), day, ACTIVE).state).toBe(state);
	});

	test('stays paused, and remembers what it goes back to', () => {
		const paused: Standing = { state: 'paused', pausedFrom: 'active' };
		expect(standingOn(facts(), '2026-10-11', paused)).toEqual(paused);
		expect(standingOn(facts(), '2026-10-12', paused)).toEqual({
			state: 'paused',
			pausedFrom: 'winding-down'
		});
		expect(standingOn(facts(), '2027-01-12', paused)).toEqual({ state: 'ended', pausedFrom: null });
	});

	test('that has ended stays ended, whatever the path says', () => {
		const ended: Standing = { state: 'ended', pausedFrom: null };
		expect(standingOn(facts({ endsOn: null }), '2026-02-01', ended)).toEqual(ended);
	});
});
