import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ApprovalBody, approvedUntil, runningOut, standing, type Approval } from './approvals';

const check: Approval = { kind: 'check', from: '2026-01-10', until: '2026-03-31' };
const training: Approval = { kind: 'training', from: '2026-01-05', until: null };
const both = ['check', 'training'] as const;
const on = (today: string, approvals: Approval[] = [check, training]) => standing(approvals, both, today);

describe('a mentor’s standing', () => {
	it.each([
		['2026-01-09', false],
		['2026-01-10', true],
		['2026-03-31', true],
		['2026-04-01', false]
	])('with a check from 10 January to 31 March, on %s: approved %s', (today, approved) => {
		expect(on(today).approved).toBe(approved);
	});

	it('says what is missing, what is over since when, and what runs out first', () => {
		expect(on('2026-01-09')).toEqual({ approved: false, missing: ['check'], expired: [], runsOut: null });
		expect(on('2026-02-01')).toEqual({ approved: true, missing: [], expired: [], runsOut: '2026-03-31' });
		expect(on('2026-04-01')).toEqual({
			approved: false,
			missing: [],
			expired: [{ kind: 'check', until: '2026-03-31' }],
			runsOut: null
		});
	});

	it('is good through a renewal without a gap, and not through a gap of a day', () => {
		const renewed = (from: string): Approval[] => [
			{ kind: 'check', from, until: '2027-03-31' },
			check,
			training
		];
		expect(on('2026-03-01', renewed('2026-04-01')).runsOut).toBe('2027-03-31');
		expect(on('2026-03-01', renewed('2026-02-01')).runsOut).toBe('2027-03-31');
		expect(on('2026-03-01', renewed('2026-04-02')).runsOut).toBe('2026-03-31');
		expect(on('2026-04-01', renewed('2026-04-02')).approved).toBe(false);
		expect(on('2026-04-02', renewed('2026-04-02')).approved).toBe(true);
	});

	it('ends never when a renewal has no end', () => {
		expect(on('2026-03-01', [check, { ...check, from: '2026-04-01', until: null }, training]).runsOut).toBe(
			null
		);
	});

	it('is not shortened by an older record inside a longer one', () => {
		expect(on('2026-02-01', [check, { ...check, until: '2026-02-10' }, training]).runsOut).toBe('2026-03-31');
	});

	it('asks only for what the programme needs', () => {
		expect(standing([], [], '2026-01-01').approved).toBe(true);
		expect(standing([check], ['references'], '2026-02-01').missing).toEqual(['references']);
	});
});

describe('up to which day a mentor is approved', () => {
	const until = (day: string, records = [check, training]) => approvedUntil(records, both, day);

	it('is the last on which everything needed is good, seen from any day on which it is', () => {
		expect(['2026-01-09', '2026-01-10', '2026-03-31', '2026-04-01'].map((day) => until(day))).toEqual([
			...[undefined, '2026-03-31', '2026-03-31', undefined]
		]);
	});

	it('is later with a renewal without a gap, and has no end where nothing ends', () => {
		const renewed = { ...check, from: '2026-04-01', until: '2027-03-31' };
		expect(until('2026-03-31', [check, training, renewed])).toBe('2027-03-31');
		expect(until('2026-03-31', [{ ...check, until: null }, training])).toBe(null);
	});
});

describe('what runs out', () => {
	it.each([
		['2026-02-28', []],
		['2026-03-01', [{ kind: 'check', until: '2026-03-31' }]],
		['2026-03-31', [{ kind: 'check', until: '2026-03-31' }]],
		['2026-04-01', []]
	])('within 30 days of %s', (today, runs) => {
		expect(runningOut([check, training], both, today, 30)).toEqual(runs);
	});

	it('comes first to end first', () => {
		const soon: Approval = { ...training, until: '2026-03-20' };
		expect(runningOut([check, soon], both, '2026-03-10', 30).map(({ kind }) => kind)).toEqual([
			'training',
			'check'
		]);
	});
});

describe('a record', () => {
	it.each([
		[{}, true],
		[{ until: null }, true],
		[{ until: '2026-01-10' }, true],
		[{ until: '2026-01-09' }, false],
		[{ from: '2026-02-30' }, false],
		[{ kind: 'luck' }, false]
	])('with %j is readable: %s', (change, readable) => {
		expect(v.is(ApprovalBody, { ...check, ...change })).toBe(readable);
	});
});
