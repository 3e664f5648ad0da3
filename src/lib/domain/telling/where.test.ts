import { expect, test } from 'vitest';
import { meetingId } from '../meetings/meeting';
import { TOLD, type Told } from './kinds';
import { screenOf, type Looker } from './where';

const MEETING = meetingId({ seriesId: '0190-a', day: '2026-11-26' });
const of = (kind: Told, subjectId: string | null, looker: Looker, pairingId: string | null = 'pair') =>
	screenOf({ kind, subjectId, pairingId }, looker);

test('words lead to the thread they stand in', () => {
	expect(of('message', 'm', 'young')).toBe('/young/messages');
	expect(of('late', null, 'young')).toBe('/young/messages');
	expect(of('waiting', 'c', 'mentor')).toBe('/mentor/pair');
	expect(of('waiting', 'c', 'cover')).toBe('/mentor/pair');
	expect(of('late', null, 'mentor')).toBe('/mentor/pair');
});

test.each(['meeting_tomorrow', 'meeting_soon', 'meeting_changed', 'proposal'] as const)(
	'%s of a meeting leads to that meeting',
	(kind) => {
		expect(of(kind, MEETING, 'young')).toBe(`/young/meetings/${MEETING}`);
		expect(of(kind, MEETING, 'mentor')).toBe(`/mentor/meetings/${MEETING}`);
		expect(of(kind, MEETING, 'cover')).toBe(`/mentor/meetings/${MEETING}`);
	}
);

test('a change of all meetings leads to the list of them', () => {
	expect(of('meeting_changed', null, 'young')).toBe('/young/meetings');
	expect(of('meeting_changed', null, 'mentor')).toBe('/mentor/meetings');
});

test('an end that comes near, or has come, leads to all about it', () => {
	expect(of('ending', 'pair', 'young')).toBe('/young/ending');
	expect(of('ending', 'pair:person', 'mentor')).toBe('/mentor/pair/ending');
	expect(of('ending', 'pair', 'mentor', null)).toBe('/mentor');
});

test('what was proposed for the agreement and its review lead to the agreement', () => {
	for (const kind of ['proposal', 'review'] as const) {
		expect(of(kind, '0190-b', 'young')).toBe('/young/you/agreement');
		expect(of(kind, '0190-b', 'mentor')).toBe('/mentor/pair/agreement');
	}
});

test('a promise leads to the goals', () => {
	expect(of('promise_due', 'one', 'mentor')).toBe('/mentor/pair/goals');
	expect(of('promise_due', 'one', 'young')).toBe('/young/goals');
});

test('introductions lead to the card, or to whoever asks', () => {
	expect(of('introduction', 'one', 'young', null)).toBe('/young/meet/one');
	expect(of('introduction', null, 'young', null)).toBe('/young/meet');
	expect(of('introduction', 'one', 'mentor', null)).toBe('/mentor/asked/one');
});

test('standing in leads to the thread, and before it begins to what was told', () => {
	expect(of('cover', 'away', 'young')).toBe('/young/messages');
	expect(of('cover', 'away', 'mentor')).toBe('/mentor/you/told');
	expect(of('cover', 'away', 'cover')).toBe('/mentor/pair');
});

test('a stage leads to the path, and looking back to its questions, or to what the other shared', () => {
	expect(of('stage', 'goals', 'young')).toBe('/young/path');
	expect(of('stage', 'goals', 'mentor')).toBe('/mentor/pair/path');
	expect(of('look_back', 'half_year_1', 'young')).toBe('/young/path/half_year_1');
	expect(of('look_back', 'pair:half_year_1:sam', 'young')).toBe('/young/path/half_year_1');
	expect(of('look_back', 'pair:half_year_1:ash', 'mentor')).toBe('/mentor/pair/path/half_year_1');
	expect(of('look_back', null, 'young')).toBe('/young/path');
	expect(of('look_back', 'half_year_1', 'mentor', null)).toBe('/mentor');
});

test('the desk goes to the pairing', () => {
	expect(of('desk_late', null, 'desk')).toBe('/coordinator/pairings/pair');
	expect(of('desk_late', null, 'mentor')).toBe('/coordinator/pairings/pair');
	expect(of('desk_late', null, 'desk', null)).toBe('/coordinator');
});

test.each(TOLD)('%s leads somewhere even where nothing is known of it', (kind) => {
	for (const looker of ['young', 'mentor', 'cover', 'desk'] as const)
		expect(of(kind, null, looker, null)).toMatch(/^\/(young|mentor|coordinator)(\/[a-z]+)*$/);
});
