import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { USUAL_NIGHT, USUAL_PUSH_WORDS } from '../telling/night';
import { MOST_PUSH_WORDS, WakingBody, wordsThatTell, wrongWithNight } from './waking';

describe('a night', () => {
	test('as usual is fine', () => {
		expect(wrongWithNight(USUAL_NIGHT.from, USUAL_NIGHT.until)).toBeUndefined();
	});

	test('is at least eight hours, and not a minute less', () => {
		expect(wrongWithNight('22:30', '06:30')).toBeUndefined();
		expect(wrongWithNight('22:30', '06:29')).toBe('night_short');
		expect(wrongWithNight('21:00', '21:00')).toBe('night_short');
	});

	test('is at most fourteen hours, and not a minute more', () => {
		expect(wrongWithNight('18:00', '08:00')).toBeUndefined();
		expect(wrongWithNight('17:59', '08:00')).toBe('night_long');
	});

	test('begins by 11 pm', () => {
		expect(wrongWithNight('23:00', '07:00')).toBeUndefined();
		expect(wrongWithNight('23:01', '07:01')).toBe('night_open');
	});

	test('lasts until 6 am at least', () => {
		expect(wrongWithNight('22:00', '06:00')).toBeUndefined();
		expect(wrongWithNight('21:00', '05:59')).toBe('night_open');
	});

	test('is in the night: one by day is none, nor is one that begins after midnight', () => {
		expect(wrongWithNight('08:00', '18:00')).toBe('night_open');
		expect(wrongWithNight('00:00', '10:00')).toBe('night_open');
	});
});

describe('words on a locked phone', () => {
	const body = (pushWords: string) =>
		v.safeParse(WakingBody, { nightFrom: '21:00', nightUntil: '07:00', pushWords });

	test('are there, and short', () => {
		expect(body('x'.repeat(MOST_PUSH_WORDS)).success).toBe(true);
		expect(body('x'.repeat(MOST_PUSH_WORDS + 1)).success).toBe(false);
		expect(body('x').success).toBe(true);
		expect(body('   ').success).toBe(false);
		expect(body('').success).toBe(false);
	});

	test('are one line', () => {
		expect(body('Some\u0007thing').success).toBe(false);
	});

	test('as usual tell nobody anything', () => {
		expect(wordsThatTell(USUAL_PUSH_WORDS, 'Riverside')).toEqual([]);
	});

	test.each([
		['Your mentor wrote', ['mentor']],
		['New in Mentoring', ['Mentoring']],
		['From your carer', ['carer']],
		['Care: a meeting. Care', ['Care', 'meeting']],
		['Social support', ['Social', 'support']],
		['News from Riverside', ['Riverside']]
	])('“%s” tells', (words, found) => {
		expect(wordsThatTell(words, 'Riverside')).toEqual(found);
	});

	test.each(['Be careful', 'Something new, scarecrow', 'One new thing'])('“%s” does not', (words) => {
		expect(wordsThatTell(words, 'Riverside')).toEqual([]);
	});
});
