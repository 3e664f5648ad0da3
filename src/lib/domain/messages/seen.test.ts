import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LAST_INSTANT } from '../clock/zones';
import { mayMarkSeen, SeenBody } from './seen';

describe('a reading mark', () => {
	it('is left by mentors', () => {
		expect(mayMarkSeen('mentor')).toEqual({ is: 'send' });
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
