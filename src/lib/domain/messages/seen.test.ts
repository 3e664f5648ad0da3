import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LAST_INSTANT } from '../clock/zones';
import { mayMarkSeen, perhapsSeenBy, SeenBody } from './seen';

describe('a reading mark', () => {
	it('is left by mentors', () => {
		expect(mayMarkSeen('mentor')).toEqual({ is: 'send' });
	});

	it('is left by whoever stands in for one', () => {
		expect(mayMarkSeen('cover')).toEqual({ is: 'send' });
	});

	it('is refused from a young person: nobody sees how far they have read', () => {
		expect(mayMarkSeen('young')).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
	});

	it('is refused from outside', () => {
		expect(mayMarkSeen(undefined)).toEqual({ is: 'refuse', why: 'not_found' });
	});

	it.each([[-1], [NaN], [Infinity], ['1'], [undefined]])('is unreadable up to %s', (upTo) => {
		expect(v.is(SeenBody, { pairingId: 'pairing-1', upTo })).toBe(false);
	});

	it('is readable from the first moment to the last', () => {
		for (const upTo of [0, LAST_INSTANT]) expect(v.is(SeenBody, { pairingId: 'pairing-1', upTo })).toBe(true);
	});
});

describe('a mark that may be another’s', () => {
	const away = { starts: 100, ends: 200, coverId: 'dee', noThanksAt: null, cancelledAt: null };
	const perhaps = (at: number, upTo: number, now: number, change = {}) =>
		perhapsSeenBy([{ ...away, ...change }], { at, upTo }, now) !== undefined;

	it('is the mentor’s until somebody stands in', () => {
		expect(perhaps(50, 60, 99)).toBe(false);
		expect(perhaps(50, 60, 100)).toBe(true);
	});

	it('stays unsure afterwards, until the mentor has read something newer', () => {
		expect(perhaps(199, 199, 500)).toBe(true);
		expect(perhaps(199, 200, 500)).toBe(false);
	});

	it('is the mentor’s for what came after those days, where nobody stood in, or where they never began', () => {
		expect(perhaps(200, 300, 500)).toBe(false);
		expect(perhaps(150, 160, 500, { coverId: null })).toBe(false);
		expect(perhaps(150, 160, 500, { cancelledAt: 90 })).toBe(false);
	});
});
