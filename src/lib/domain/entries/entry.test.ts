import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LAST_INSTANT } from '../clock/zones';
import { CLOCK_TOLERANCE, Entry, fromTheFuture, Id, MOST_ENTRIES, Posting } from './entry';

const entry = { id: 'entry-001', kind: 'message', body: {}, writtenAt: 1 };

describe('an id', () => {
	it.each([['a'.repeat(8)], ['a'.repeat(64)], ['0198-aZ_9']])('may be %s', (id) => {
		expect(v.is(Id, id)).toBe(true);
	});

	it.each([
		['a'.repeat(7)],
		['a'.repeat(65)],
		['has space'],
		['has\0null'],
		["o'brien--"],
		['ééééééééé'],
		[12345678],
		[null]
	])('may not be %j', (id) => {
		expect(v.is(Id, id)).toBe(false);
	});
});

describe('an entry', () => {
	it('is readable whatever its body: that is for its kind to say', () => {
		for (const body of [{}, null, 'x', [1]]) expect(v.is(Entry, { ...entry, body })).toBe(true);
	});

	it.each([[-1], [NaN], [Infinity], ['1'], [undefined]])('is unreadable when written at %s', (writtenAt) => {
		expect(v.is(Entry, { ...entry, writtenAt })).toBe(false);
	});

	it('keeps whole milliseconds, up to the last moment that can be kept', () => {
		const kept = (writtenAt: number) => v.parse(Entry, { ...entry, writtenAt }).writtenAt;
		expect([1.9, LAST_INSTANT, LAST_INSTANT + 1, 1e300].map(kept)).toEqual([
			1,
			LAST_INSTANT,
			LAST_INSTANT,
			LAST_INSTANT
		]);
	});

	it('is unreadable without an id or with an endless kind', () => {
		expect(v.is(Entry, { ...entry, id: undefined })).toBe(false);
		expect(v.is(Entry, { ...entry, kind: 'a'.repeat(41) })).toBe(false);
	});
});

it('a posting has 1 to 200 entries', () => {
	const posting = (count: number) => ({ person: 'person-1', entries: Array(count).fill(entry) });
	expect([0, 1, MOST_ENTRIES, MOST_ENTRIES + 1].map((count) => v.is(Posting, posting(count)))).toEqual([
		false,
		true,
		true,
		false
	]);
});

it('a phone clock may be five minutes ahead before it is marked', () => {
	expect(fromTheFuture(1000 + CLOCK_TOLERANCE, 1000)).toBe(false);
	expect(fromTheFuture(1001 + CLOCK_TOLERANCE, 1000)).toBe(true);
	expect(fromTheFuture(0, 1000)).toBe(false);
});
