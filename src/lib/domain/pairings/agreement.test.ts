import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	HoursBody,
	inForce,
	USUAL_ANSWER_MINUTES,
	USUAL_HOURS,
	wantsALook,
	type AgreedHours,
	type Agreement
} from './agreement';
import { sideOf } from './pairing';
import { USUAL_TERMS } from './terms';

describe('the agreement in force', () => {
	const version = (version: number, from: number) => ({ id: `v${version}`, version, from }) as AgreedHours;
	const both = [version(2, 200), version(1, 100)];

	it('is none before the first begins', () => {
		expect(inForce(both, 99)).toBeUndefined();
		expect(inForce([], 100)).toBeUndefined();
	});

	it('is the newest that has begun, from its very first moment', () => {
		expect(inForce(both, 100)?.version).toBe(1);
		expect(inForce(both, 199)?.version).toBe(1);
		expect(inForce(both, 200)?.version).toBe(2);
	});

	it('is the higher of two versions that begin together', () => {
		expect(inForce([version(3, 100), version(2, 100)], 100)?.version).toBe(3);
	});
});

describe('what wants a look', () => {
	const at = Date.UTC(2026, 10, 24, 12);
	const version = (change: object): Agreement => ({
		...{ id: 'v1', pairingId: 'p', version: 1, zone: 'Europe/London', hours: [], answerWithinMinutes: 60 },
		...{ terms: { ...USUAL_TERMS, reviewOn: '2026-11-25' }, from: 0, proposedBy: null, proposedAt: 0 },
		...{ youngYesAt: null, mentorYesAt: null, closedAt: null, closedWhy: null },
		...change
	});

	it('is a proposal that is open, and none that was settled', () => {
		expect(wantsALook([version({}), version({ id: 'v2', from: null })], at)).toBe(true);
		expect(wantsALook([version({}), version({ id: 'v2', from: null, closedAt: 1 })], at)).toBe(false);
		expect(wantsALook([], at)).toBe(false);
	});

	it('is an agreement from the day of its review on, in its own zone', () => {
		const midnight = Date.UTC(2026, 10, 25);
		expect(wantsALook([version({})], midnight - 1)).toBe(false);
		expect(wantsALook([version({})], midnight)).toBe(true);
		expect(wantsALook([version({ zone: 'America/New_York' })], midnight)).toBe(false);
	});
});

describe('the hours a desk may write', () => {
	const good = { zone: 'Europe/London', hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES };
	const window = { weekday: 1, from: '16:00', to: '20:00' };
	const windows = (count: number) => Array.from({ length: count }, () => window);
	const allowed = (change: object) => v.is(HoursBody, { ...good, ...change });

	it('include the usual ones', () => {
		expect(v.parse(HoursBody, good)).toEqual(good);
	});

	it('may come as the text a form sends', () => {
		const posted = { ...good, hours: [{ ...window, weekday: '7' }], answerWithinMinutes: '30' };
		expect(v.parse(HoursBody, posted)).toEqual({
			...good,
			hours: [{ ...window, weekday: 7 }],
			answerWithinMinutes: 30
		});
	});

	it('have 1 to 28 windows, not 0 or 29', () => {
		expect([0, 1, 28, 29].map((count) => allowed({ hours: windows(count) }))).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('promise 30 to 2,880 minutes, not 29 or 2,881', () => {
		expect([29, 30, 2880, 2881].map((answerWithinMinutes) => allowed({ answerWithinMinutes }))).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('have weekdays 1 to 7, not 0 or 8', () => {
		expect([0, 1, 7, 8].map((weekday) => allowed({ hours: [{ ...window, weekday }] }))).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('have windows that end after they begin, at midnight at the latest', () => {
		const times = [
			['16:00', '16:01'],
			['16:00', '24:00'],
			['16:00', '16:00'],
			['16:00', '15:59'],
			['24:00', '24:00'],
			['16:00', '24:01']
		];
		expect(times.map(([from, to]) => allowed({ hours: [{ weekday: 1, from, to }] }))).toEqual([
			true,
			true,
			false,
			false,
			false,
			false
		]);
	});

	it('are in a zone that exists', () => {
		expect(allowed({ zone: 'Europe/Narnia' })).toBe(false);
	});
});

it('a person is on their own side of a pairing, and nobody else is on any', () => {
	const pairing = { youngId: 'jaz', mentorId: 'sam' };
	expect(['jaz', 'sam', 'kit', ''].map((id) => sideOf(pairing, id))).toEqual([
		'young',
		'mentor',
		undefined,
		undefined
	]);
});
