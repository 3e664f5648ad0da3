import { expect, test } from 'vitest';
import type { Weekday } from '../domain/clock/zones';
import type { ReadingWindow } from '../domain/pairings/agreement';
import { sayHours } from './hours';

const on = (weekdays: number[], from: string, to: string): ReadingWindow[] =>
	weekdays.map((weekday) => ({ weekday: weekday as Weekday, from, to }));
const said = (windows: ReadingWindow[]) => sayHours(windows).replaceAll('\u00a0', ' ');

test.each([
	['three days in a row are a stretch', on([1, 2, 3], '16:00', '20:00'), 'Monday to Wednesday, 4 to 8 pm'],
	['two in a row are named', on([1, 2], '16:00', '20:00'), 'Monday and Tuesday, 4 to 8 pm'],
	['days apart are named', on([5, 1, 3], '16:00', '20:00'), 'Monday, Wednesday and Friday, 4 to 8 pm'],
	[
		'a stretch and a day',
		on([1, 2, 3, 4, 6], '16:00', '20:00'),
		'Monday to Thursday and Saturday, 4 to 8 pm'
	],
	['a whole week', on([1, 2, 3, 4, 5, 6, 7], '16:00', '20:00'), 'every day, 4 to 8 pm'],
	[
		'other hours at the weekend',
		[...on([6], '10:00', '12:00'), ...on([1, 2, 3, 4], '16:00', '20:00')],
		'Monday to Thursday, 4 to 8 pm; Saturday, 10 am to noon'
	],
	[
		'twice a day, in the order of the clock',
		[...on([1], '16:00', '20:00'), ...on([1], '09:00', '10:00')],
		'Monday, 9 to 10 am and 4 to 8 pm'
	]
])('%s', (_, windows, words) => {
	expect(said(windows)).toBe(words);
});

test('no hours are not described as any', () => {
	expect(sayHours([])).toBe('');
});
