import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CheckInBody, FEELINGS, HOPES, mayCheckIn, MOST_LINE_CHARACTERS } from './check-in';

const body: CheckInBody = { pairingId: 'pairing-1', feeling: 'rough', line: '', hope: 'reply' };
const young = { pairing: { state: 'active' }, side: 'young' } as const;

describe('a check-in', () => {
	it('goes without a line', () => {
		expect(mayCheckIn(young, body)).toEqual({ is: 'send' });
	});

	it('goes with a line of 500 characters, and not of 501', () => {
		expect(mayCheckIn(young, { ...body, line: 'a'.repeat(MOST_LINE_CHARACTERS) })).toEqual({ is: 'send' });
		expect(mayCheckIn(young, { ...body, line: 'a'.repeat(MOST_LINE_CHARACTERS + 1) })).toEqual({
			is: 'refuse',
			why: 'too_long'
		});
	});

	it('goes while the pairing winds down, and not after it has ended', () => {
		expect(mayCheckIn({ ...young, pairing: { state: 'winding-down' } }, body)).toEqual({ is: 'send' });
		expect(mayCheckIn({ ...young, pairing: { state: 'ended' } }, body)).toEqual({
			is: 'refuse',
			why: 'pairing_ended'
		});
	});

	it('is refused from a mentor', () => {
		expect(mayCheckIn({ ...young, side: 'mentor' }, body)).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
	});

	it('is refused from outside, and where there is no pairing, alike', () => {
		for (const facts of [
			{ ...young, side: undefined },
			{ ...young, pairing: undefined }
		])
			expect(mayCheckIn(facts, body)).toEqual({ is: 'refuse', why: 'not_found' });
	});

	it('is readable with every feeling and every hope, and no line', () => {
		for (const feeling of FEELINGS)
			for (const hope of HOPES)
				expect(v.parse(CheckInBody, { pairingId: 'pairing-1', feeling, hope })).toEqual({
					...body,
					feeling,
					hope
				});
	});

	it.each([
		[{ feeling: 'meh' }],
		[{ hope: 'cake' }],
		[{ line: 5 }],
		[{ line: 'a'.repeat(100_001) }],
		[{ pairingId: '' }]
	])('is unreadable with %j', (change) => {
		expect(v.is(CheckInBody, { ...body, ...change })).toBe(false);
	});
});
