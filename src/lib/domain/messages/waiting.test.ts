import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { USUAL_HOURS } from '../pairings/agreement';
import { isLate, promiseFor, unanswered, waitingSince } from './waiting';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const pairing = { id: 'pairing', spaceId: 'both', youngId: 'jaz', mentorId: 'sam' };
const checkIn = (id: string, receivedAt: number, hope: 'just_telling' | 'reply' | 'talk' = 'reply') => ({
	id,
	pairingId: 'pairing',
	hope,
	receivedAt
});
const message = (id: string, authorId: string, sentAt: number, change = {}) => ({
	id,
	authorId,
	spaceId: 'both',
	pairingId: 'pairing',
	receivedAt: sentAt,
	sentAt,
	...change
});
const ids = (...rows: Parameters<typeof unanswered>) => unanswered(...rows).map(({ id }) => id);

describe('what a young person waits on', () => {
	it('is nothing at first', () => {
		expect(unanswered([], [], pairing)).toEqual([]);
		expect(waitingSince([], [], pairing)).toBeNull();
	});

	it('is a check-in that hopes for a reply or a talk, and not one that just tells', () => {
		expect(
			ids([checkIn('a', 1), checkIn('b', 2, 'talk'), checkIn('c', 3, 'just_telling')], [], pairing)
		).toEqual(['a', 'b']);
	});

	it('is a message of theirs', () => {
		expect(unanswered([], [message('a', 'jaz', 5)], pairing)).toEqual([
			{ kind: 'message', id: 'a', receivedAt: 5 }
		]);
	});

	it('comes oldest first, check-ins and messages together', () => {
		expect(
			ids([checkIn('b', 2), checkIn('d', 4)], [message('c', 'jaz', 3), message('a', 'jaz', 1)], pairing)
		).toEqual(['a', 'b', 'c', 'd']);
		expect(waitingSince([checkIn('b', 2)], [message('a', 'jaz', 1)], pairing)).toBe(1);
	});

	it('is answered by anything the mentor sends later, a tap too', () => {
		expect(ids([checkIn('a', 1)], [message('b', 'jaz', 2), message('tap', 'sam', 3)], pairing)).toEqual([]);
	});

	it('is answered by whoever stands in for the mentor', () => {
		expect(ids([checkIn('a', 1)], [message('b', 'jaz', 2), message('c', 'dee', 3)], pairing)).toEqual([]);
	});

	it('is not answered by what the mentor sent before or at the same moment', () => {
		expect(ids([], [message('early', 'sam', 4), message('a', 'jaz', 5)], pairing)).toEqual(['a']);
		expect(ids([], [message('same', 'sam', 5), message('a', 'jaz', 5)], pairing)).toEqual(['a']);
		expect(ids([], [message('after', 'sam', 6), message('a', 'jaz', 5)], pairing)).toEqual([]);
	});

	it('is not answered by a message that is still held in its author’s space', () => {
		expect(
			ids([], [message('a', 'jaz', 1), message('held', 'sam', 9, { spaceId: 'sam’s own' })], pairing)
		).toEqual(['a']);
	});

	it('is answered by a held message from when it went, not from when it was written', () => {
		const held = message('held', 'sam', 9, { receivedAt: 2 });
		expect(ids([], [message('before', 'jaz', 5), held, message('since', 'jaz', 10)], pairing)).toEqual([
			'since'
		]);
	});

	it('has nothing to do with other pairings', () => {
		const other = { pairingId: 'other', spaceId: 'others' };
		expect(
			ids([{ ...checkIn('x', 1), pairingId: 'other' }], [message('y', 'jaz', 2, other)], pairing)
		).toEqual([]);
		expect(ids([checkIn('a', 1)], [message('z', 'sam', 2, other)], pairing)).toEqual(['a']);
	});

	it('is always the same whatever order the rows come in', () => {
		const row = fc.record({ at: fc.integer({ min: 0, max: 20 }), who: fc.constantFrom('jaz', 'sam') });
		fc.assert(
			fc.property(fc.array(row), (rows) => {
				const messages = rows.map(({ at, who }, index) => message(`m${index}`, who, at));
				const there = new Set(ids([], messages, pairing));
				const back = new Set(ids([], [...messages].reverse(), pairing));
				expect(back).toEqual(there);
				for (const one of messages.filter(({ authorId }) => authorId === 'jaz'))
					expect(there.has(one.id)).toBe(
						!messages.some(({ authorId, sentAt }) => authorId === 'sam' && sentAt > one.receivedAt)
					);
			})
		);
	});
});

describe('the promise for what arrived', () => {
	const at = (iso: string) => Date.parse(iso);
	const first = {
		id: 'first',
		pairingId: 'pairing',
		version: 1,
		zone: 'Europe/London',
		hours: USUAL_HOURS,
		answerWithinMinutes: 240,
		from: at('2026-11-01T00:00Z')
	};
	const quicker = {
		...first,
		id: 'quicker',
		version: 2,
		answerWithinMinutes: 60,
		from: at('2026-11-24T00:00Z')
	};

	it('says when it is read and by when they hear', () => {
		expect(promiseFor(at('2026-11-20T18:00Z'), [first, quicker])).toEqual({
			readFrom: at('2026-11-23T16:00Z'),
			hearBy: at('2026-11-23T20:00Z'),
			agreement: first
		});
	});

	it('is that of the agreement in force when it arrived, not of a later one', () => {
		expect(promiseFor(quicker.from - 1, [first, quicker])?.agreement).toBe(first);
		expect(promiseFor(quicker.from, [first, quicker])?.agreement).toBe(quicker);
		expect(promiseFor(quicker.from, [first, quicker])?.hearBy).toBe(at('2026-11-24T17:00Z'));
	});

	it('leaves out days on which the mentor is away and nobody stands in, and no others', () => {
		const away = {
			starts: at('2026-11-23T00:00Z'),
			ends: at('2026-11-25T00:00Z'),
			at: at('2026-11-10T00:00Z'),
			coverId: null,
			noThanksAt: null,
			cancelledAt: null
		};
		const reads = (change: object) =>
			promiseFor(at('2026-11-20T18:00Z'), [first], [{ ...away, ...change }])?.readFrom;
		expect(reads({})).toBe(at('2026-11-25T16:00Z'));
		expect(reads({ coverId: 'dee' })).toBe(at('2026-11-23T16:00Z'));
		expect(reads({ coverId: 'dee', noThanksAt: at('2026-11-20T12:00Z') })).toBe(at('2026-11-25T16:00Z'));
		expect(reads({ cancelledAt: at('2026-11-20T12:00Z') })).toBe(at('2026-11-23T16:00Z'));
	});

	it('is none before anything was agreed, or where no hours are', () => {
		expect(promiseFor(first.from - 1, [first])).toBeUndefined();
		expect(promiseFor(first.from, [{ ...first, hours: [] }])).toBeUndefined();
		expect(promiseFor(first.from, [])).toBeUndefined();
	});

	it('is broken after its moment, not at it', () => {
		expect(isLate(1000, 1000)).toBe(false);
		expect(isLate(1000, 1001)).toBe(true);
	});
});
