import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { DAY } from '../clock/zones';
import {
	daysOwed,
	GraduationBody,
	goodbyeFrom,
	hasGoneQuiet,
	LedBody,
	lookInDue,
	mayEndOn,
	mayLookInNow,
	SILENT_DAYS
} from './leading';

describe('a mentor who stopped answering', () => {
	const wait = { dueBy: 1_000, late: true };
	const then = 1_000 + SILENT_DAYS * DAY;

	test('is quiet once the answer has been owed for a week, and not a moment before', () => {
		expect(hasGoneQuiet(wait, then - 1)).toBe(false);
		expect(hasGoneQuiet(wait, then)).toBe(true);
	});

	test('is not one whom nobody waits for, or whose answer is not late', () => {
		expect(hasGoneQuiet(null, then)).toBe(false);
		expect(hasGoneQuiet({ ...wait, late: false }, then)).toBe(false);
	});

	test('owes no day before the answer is due', () => {
		expect(daysOwed(wait, 0)).toBe(0);
		expect(daysOwed(wait, 1_000 + DAY - 1)).toBe(0);
		expect(daysOwed(wait, 1_000 + DAY)).toBe(1);
	});
});

describe('the last day of an early end', () => {
	test('is today or later, and never after the planned one', () => {
		expect(mayEndOn('2026-11-23', '2026-11-24', null)).toBe(false);
		expect(mayEndOn('2026-11-24', '2026-11-24', null)).toBe(true);
		expect(mayEndOn('2026-12-31', '2026-11-24', '2026-12-31')).toBe(true);
		expect(mayEndOn('2027-01-01', '2026-11-24', '2026-12-31')).toBe(false);
	});

	test('is at most half a year away', () => {
		expect(mayEndOn('2027-05-26', '2026-11-24', null)).toBe(true);
		expect(mayEndOn('2027-05-27', '2026-11-24', null)).toBe(false);
	});
});

describe('what a form brings', () => {
	const led = { how: 'mentor_gone', words: 'Sam has stopped answering.', endsOn: '2026-12-01' };

	test('is words that can be seen, and one of the ways in which the desk ends something', () => {
		expect(v.is(LedBody, led)).toBe(true);
		expect(v.is(LedBody, { ...led, words: ' \u200b ' })).toBe(false);
		expect(v.is(LedBody, { ...led, words: 'a'.repeat(2000) })).toBe(true);
		expect(v.is(LedBody, { ...led, words: 'a'.repeat(2001) })).toBe(false);
		for (const how of ['planned', 'young_ended', '']) expect(v.is(LedBody, { ...led, how }), how).toBe(false);
	});

	test('for a graduation is a day, a time and a place; what happens there can stay open', () => {
		const graduation = { day: '2027-01-04', time: '16:00', place: 'The town hall', about: '' };
		expect(v.is(GraduationBody, graduation)).toBe(true);
		expect(v.is(GraduationBody, { ...graduation, place: '' })).toBe(false);
		expect(v.is(GraduationBody, { ...graduation, time: '25:00' })).toBe(false);
	});
});

test('a goodbye is from its author, typed in for them, or in their place', () => {
	const mentorId = 'sam';
	expect(goodbyeFrom({ desk: false, authorId: 'sam' }, { mentorId })).toBe('author');
	expect(goodbyeFrom({ desk: true, authorId: 'sam' }, { mentorId })).toBe('typed_in');
	expect(goodbyeFrom({ desk: true, authorId: 'nadia' }, { mentorId })).toBe('in_their_place');
});

describe('looking in', () => {
	const open = { on: '2026-12-24', doneAt: null };

	test('is due on its day and stays so until somebody has', () => {
		expect(lookInDue([open], '2026-12-23')).toBeUndefined();
		expect(lookInDue([open], '2026-12-24')).toBe('2026-12-24');
		expect(lookInDue([open], '2027-02-01')).toBe('2026-12-24');
		expect(lookInDue([{ ...open, doneAt: 1 }], '2027-02-01')).toBeUndefined();
	});

	test('can be done a week early and not a day sooner, and once', () => {
		expect(mayLookInNow(open, '2026-12-16')).toBe(false);
		expect(mayLookInNow(open, '2026-12-17')).toBe(true);
		expect(mayLookInNow({ ...open, doneAt: 1 }, '2026-12-24')).toBe(false);
	});
});
