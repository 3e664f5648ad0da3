import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { USUAL_HOURS } from './agreement';
import { LimitsBody, limitsWith, MOST_CALENDAR_TITLE } from './limits';
import { MOST_TERM_CHARACTERS, USUAL_LIMITS } from './terms';

const { begins, ...usual } = USUAL_LIMITS;
const { hours, answerWithinMinutes, ...words } = begins;
const form = { ...usual, ...words, nation: 'scotland', calendarTitle: 'Meet-up' };
const may = (change: object) => v.is(LimitsBody, { ...form, ...change });
const written = (change: object = {}) => v.parse(LimitsBody, { ...form, ...change });

describe('what a programme lets its agreements hold', () => {
	it('may be what is usual, as the text that a form sends', () => {
		const posted = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, String(value)]));
		expect(limitsWith(v.parse(LimitsBody, posted), begins)).toEqual({ limits: USUAL_LIMITS });
	});

	it('has a day that ends after it begins, at midnight at the latest', () => {
		expect(may({ earliest: '21:00' })).toBe(false);
		expect(may({ earliest: '20:59' })).toBe(true);
		expect(written({ latest: '00:00' }).latest).toBe('24:00');
	});

	it('is bounded itself', () => {
		expect([13, 14, 366, 367].map((reviewWithinDays) => may({ reviewWithinDays }))).toEqual([
			false,
			true,
			true,
			false
		]);
		expect([29, 30, 2880, 2881].map((mostAnswerMinutes) => may({ mostAnswerMinutes }))).toEqual([
			false,
			true,
			true,
			false
		]);
		expect(may({ never: 'x'.repeat(MOST_TERM_CHARACTERS) })).toBe(true);
		expect(may({ never: 'x'.repeat(MOST_TERM_CHARACTERS + 1) })).toBe(false);
	});

	it('has a name for calendars, on one line', () => {
		expect(may({ calendarTitle: ' ' })).toBe(false);
		expect(may({ calendarTitle: 'a\nb' })).toBe(false);
		expect(may({ calendarTitle: 'x'.repeat(MOST_CALENDAR_TITLE) })).toBe(true);
		expect(may({ calendarTitle: 'x'.repeat(MOST_CALENDAR_TITLE + 1) })).toBe(false);
	});

	it('has no place in calendars unless that box is ticked', () => {
		expect(written().placeInCalendar).toBe(false);
		expect(written({ placeInCalendar: '' }).placeInCalendar).toBe(false);
		expect(written({ placeInCalendar: 'on' }).placeInCalendar).toBe(true);
	});

	it('holds for what an agreement begins with', () => {
		expect(limitsWith(written({ latest: '20:00' }), begins)).toHaveProperty('limits');
		expect(limitsWith(written({ latest: '19:59' }), begins)).toEqual({ wrong: ['hours'] });
		const answer = (mostAnswerMinutes: number) =>
			limitsWith(written({ mostAnswerMinutes }), { hours: USUAL_HOURS, answerWithinMinutes });
		expect(answer(answerWithinMinutes)).toHaveProperty('limits');
		expect(answer(answerWithinMinutes - 1)).toEqual({ wrong: ['answerWithinMinutes'] });
		expect(hours).toBe(USUAL_HOURS);
	});
});
