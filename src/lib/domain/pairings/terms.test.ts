import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { USUAL_HOURS, type ReadingWindow } from './agreement';
import {
	firstTerms,
	limitsOf,
	MOST_TERM_CHARACTERS,
	TermsBody,
	termsWithin,
	USUAL_LIMITS,
	WORDS_OF_TERMS,
	type AgreementLimits,
	type Terms
} from './terms';

const TODAY = '2026-11-24';
const begins = firstTerms(USUAL_LIMITS, TODAY);
const limits: AgreementLimits = { ...USUAL_LIMITS, earliest: '10:00', latest: '18:00', mostMinutes: 120 };
const within = { ...begins, earliest: '10:00', latest: '18:00', mostMinutes: 120 };
const noHours: ReadingWindow[] = [];

const says = (change: Partial<Terms>, hours = noHours, answerWithinMinutes = 240) =>
	termsWithin(limits, { terms: { ...within, ...change }, hours, answerWithinMinutes }, TODAY);

describe('what a new agreement says', () => {
	it('keeps within the limits that it came with', () => {
		const { hours, answerWithinMinutes } = USUAL_LIMITS.begins;
		expect(termsWithin(USUAL_LIMITS, { terms: begins, hours, answerWithinMinutes }, TODAY)).toBeUndefined();
	});

	it('has words on every card, short enough for one', () => {
		const lengths = WORDS_OF_TERMS.map((card) => begins[card].length);
		expect(Math.min(...lengths)).toBeGreaterThan(10);
		expect(Math.max(...lengths)).toBeLessThan(MOST_TERM_CHARACTERS / 3);
	});

	it('is the programme’s own where it has written one', () => {
		expect(limitsOf({ agreementLimits: limits })).toBe(limits);
		expect(limitsOf({ agreementLimits: null })).toBe(USUAL_LIMITS);
		expect(firstTerms(limits, TODAY)).toMatchObject({ earliest: '10:00', mostMinutes: 120, coverId: null });
	});
});

describe('a programme’s limits', () => {
	it('hold at the edge and refuse one step past it', () => {
		expect(says({})).toBeUndefined();
		expect(says({ earliest: '09:59' })).toBe('outside_limits');
		expect(says({ latest: '18:01' })).toBe('outside_limits');
		expect(says({ mostMinutes: 121 })).toBe('outside_limits');
		expect(says({}, noHours, limits.mostAnswerMinutes)).toBeUndefined();
		expect(says({}, noHours, limits.mostAnswerMinutes + 1)).toBe('outside_limits');
	});

	it('want a day on which to meet, and an end after the beginning', () => {
		expect(says({ days: [7] })).toBeUndefined();
		expect(says({ days: [] })).toBe('outside_limits');
		expect(says({ earliest: '12:00', latest: '12:01' })).toBeUndefined();
		expect(says({ earliest: '12:00', latest: '12:00' })).toBe('outside_limits');
	});

	it('hold for hours of messages too, but leave those that stood there', () => {
		expect(says({}, [{ weekday: 1, from: '16:00', to: '18:00' }])).toBeUndefined();
		const late: ReadingWindow[] = [{ weekday: 1, from: '16:00', to: '18:01' }];
		expect(says({}, late)).toBe('outside_limits');
		const before = { hours: USUAL_HOURS };
		const both = { terms: within, hours: late, answerWithinMinutes: 240 };
		expect(termsWithin(limits, both, TODAY, before)).toBeUndefined();
		const longer = { ...both, hours: [{ weekday: 1 as const, from: '16:00', to: '20:01' }] };
		expect(termsWithin(limits, longer, TODAY, before)).toBe('outside_limits');
	});

	it('want it looked at again in time', () => {
		expect(says({ reviewOn: '2027-05-25' })).toBeUndefined();
		expect(says({ reviewOn: '2027-05-26' })).toBe('review_too_late');
		expect(says({ reviewOn: null })).toBe('review_too_late');
	});

	it('let words fill a card and no more', () => {
		expect(says({ never: 'x'.repeat(MOST_TERM_CHARACTERS) })).toBeUndefined();
		expect(says({ never: 'x'.repeat(MOST_TERM_CHARACTERS + 1) })).toBe('too_long');
	});
});

describe('the cards as a phone writes them', () => {
	it('have clean words and each weekday once, in order', () => {
		const read = v.parse(TermsBody, { ...begins, purpose: ' to\0 talk\r\n', days: [7, 1, 7] });
		expect(read.purpose).toBe('to talk');
		expect(read.days).toEqual([1, 7]);
	});

	it('cannot have a day or a time that is not there', () => {
		const may = (change: object) => v.is(TermsBody, { ...begins, ...change });
		expect(may({})).toBe(true);
		expect(may({ days: [0] })).toBe(false);
		expect(may({ latest: '24:00' })).toBe(true);
		expect(may({ earliest: '24:00' })).toBe(false);
		expect(may({ mostMinutes: 14 })).toBe(false);
		expect(may({ mostMinutes: 15 })).toBe(true);
		expect(may({ reviewOn: '2026-02-30' })).toBe(false);
		expect(may({ noticeHours: 672 })).toBe(true);
		expect(may({ noticeHours: 673 })).toBe(false);
	});
});
