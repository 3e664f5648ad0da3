import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../clock/zones';
import { bankHolidays, isBankHoliday, NATIONS, type Nation } from './bank-holidays';
import { easterSunday } from './easter';

/** As published on gov.uk/bank-holidays. Month and day; the year stands before them. */
const PUBLISHED: Record<Nation, Record<number, string>> = {
	england_and_wales: {
		2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
		2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
		2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
		2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
		2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
		2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
		2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
		2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
		2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'
	},
	scotland: {
		2020: '01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28',
		2021: '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28',
		2022: '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27',
		2023: '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26',
		2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
		2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
		2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
		2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
		2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'
	},
	northern_ireland: {
		2020: '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28',
		2021: '01-01 03-17 04-02 04-05 05-03 05-31 07-12 08-30 12-27 12-28',
		2022: '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27',
		2023: '01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26',
		2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
		2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
		2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
		2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
		2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26'
	}
};

describe.each(NATIONS)('the bank holidays of %s', (nation) => {
	it.each(Object.entries(PUBLISHED[nation]))('in %s are those that were published', (year, days) => {
		expect(bankHolidays(Number(year), nation)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
	});

	it('are one bank holiday each, on working days, and nothing beside them is one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2024, max: 2100 }), (year) => {
				const days = bankHolidays(year, nation);
				expect(new Set(days).size).toBe(days.length);
				expect(days.filter((day) => weekdayOf(day) > 5)).toEqual([]);
				const usual = { england_and_wales: 8, scotland: 9, northern_ireland: 10 }[nation];
				expect(days.length).toBe(year === 2026 && nation === 'scotland' ? usual + 1 : usual);
				const length = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
				const all = Array.from({ length }, (_, place) => addDays(`${year}-01-01`, place));
				expect(all.filter((day) => isBankHoliday(day, nation))).toEqual(days);
			}),
			{ numRuns: 20 }
		);
	});
});

it('a list that somebody changes changes no other', () => {
	bankHolidays(2031, 'scotland').pop();
	expect(bankHolidays(2031, 'scotland')).toHaveLength(9);
});

describe('Easter', () => {
	it.each(['2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2038-04-25', '2049-04-18', '2285-03-22'])(
		'is on %s',
		(day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day)
	);

	it('is a Sunday between 22 March and 25 April', () => {
		for (let year = 1900; year < 2300; year++) {
			const day = easterSunday(year);
			expect(weekdayOf(day)).toBe(7);
			expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
		}
	});
});
