import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { USUAL_HOURS, type AgreedHours } from '../pairings/agreement';
import { mayMarkNotMeant, mayMessage, MessageBody, NotMeantBody, type MessageFacts } from './message';
import { MOST_CHARACTERS } from './text';

const at = (iso: string) => Date.parse(iso);
const thursdayAt5 = at('2026-11-26T17:00Z');
const thursdayNight = at('2026-11-26T23:00Z');
const mondayAt4 = at('2026-11-30T16:00Z');

const agreement: AgreedHours = {
	id: 'agreement-1',
	pairingId: 'pairing-1',
	version: 1,
	zone: 'Europe/London',
	hours: USUAL_HOURS,
	answerWithinMinutes: 240,
	from: 0
};
const facts = (change: Partial<MessageFacts> = {}): MessageFacts => ({
	pairing: { state: 'active' },
	side: 'mentor',
	agreements: [agreement],
	...change
});
const words = (body: string): MessageBody => ({ pairingId: 'pairing-1', body, tap: null, checkInId: null });
const tap: MessageBody = { ...words(''), tap: 'well_done', checkInId: 'check-in-1' };

describe('a young person’s message', () => {
	const young = facts({ side: 'young' });

	it('goes at any hour', () => {
		for (const now of [thursdayAt5, thursdayNight])
			expect(mayMessage(young, words('hi'), now)).toEqual({ is: 'send' });
	});

	it('goes with no hours agreed', () => {
		expect(mayMessage({ ...young, agreements: [] }, words('hi'), thursdayNight)).toEqual({ is: 'send' });
	});

	it('goes with a phone number in it: they were told, and decided', () => {
		expect(mayMessage(young, words('07700 900123'), thursdayAt5)).toEqual({ is: 'send' });
	});

	it('is not a tap', () => {
		expect(mayMessage(young, tap, thursdayAt5)).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
	});
});

describe('a message by whoever stands in', () => {
	const standing = (until: number) => facts({ side: 'cover', coversUntil: until });

	it('goes and waits as the mentor’s does', () => {
		expect(mayMessage(standing(mondayAt4 + 1), words('hi'), thursdayAt5)).toEqual({ is: 'send' });
		expect(mayMessage(standing(mondayAt4 + 1), tap, thursdayAt5)).toEqual({ is: 'send' });
		expect(mayMessage(standing(mondayAt4 + 1), words('hi'), thursdayNight)).toEqual({
			is: 'hold',
			until: mondayAt4,
			why: 'outside_hours'
		});
		expect(mayMessage(standing(Infinity), words('07700 900123'), thursdayAt5)).toEqual({
			is: 'refuse',
			why: 'contact_details'
		});
	});

	it('does not wait for hours that come after their days', () => {
		expect(mayMessage(standing(mondayAt4), words('hi'), thursdayNight)).toEqual({
			is: 'refuse',
			why: 'cover_over'
		});
	});

	it('does not go into a pause or past the end', () => {
		for (const [state, why] of [
			['paused', 'pairing_paused'],
			['ended', 'pairing_ended']
		] as const)
			expect(mayMessage({ ...standing(Infinity), pairing: { state } }, words('hi'), thursdayAt5)).toEqual({
				is: 'refuse',
				why
			});
	});
});

describe('a mentor’s message', () => {
	it('goes in the agreed hours, from their first moment', () => {
		expect(mayMessage(facts(), words('hi'), thursdayAt5)).toEqual({ is: 'send' });
		expect(mayMessage(facts(), words('hi'), mondayAt4)).toEqual({ is: 'send' });
	});

	it('waits outside them until they begin', () => {
		const held = { is: 'hold', until: mondayAt4, why: 'outside_hours' };
		expect(mayMessage(facts(), words('hi'), thursdayNight)).toEqual(held);
		expect(mayMessage(facts(), words('hi'), at('2026-11-26T20:00Z'))).toEqual(held);
		expect(mayMessage(facts(), words('hi'), mondayAt4 - 1)).toEqual(held);
	});

	it('may be a tap without words, which waits like any other', () => {
		expect(mayMessage(facts(), tap, thursdayAt5)).toEqual({ is: 'send' });
		expect(mayMessage(facts(), tap, thursdayNight)).toMatchObject({ is: 'hold', until: mondayAt4 });
	});

	it('is refused with contact details in it, at any hour', () => {
		for (const now of [thursdayAt5, thursdayNight])
			expect(mayMessage(facts(), words('ring 07700 900123'), now)).toEqual({
				is: 'refuse',
				why: 'contact_details'
			});
	});

	it('may name a help line', () => {
		expect(mayMessage(facts(), words('Childline is on 0800 1111'), thursdayAt5)).toEqual({ is: 'send' });
	});

	it('is refused while no hours are agreed', () => {
		const refused = { is: 'refuse', why: 'no_hours_agreed' };
		expect(mayMessage(facts({ agreements: [] }), words('hi'), thursdayAt5)).toEqual(refused);
		expect(
			mayMessage(facts({ agreements: [{ ...agreement, hours: [] }] }), words('hi'), thursdayAt5)
		).toEqual(refused);
		expect(
			mayMessage(facts({ agreements: [{ ...agreement, from: thursdayAt5 + 1 }] }), words('hi'), thursdayAt5)
		).toEqual(refused);
	});

	it('follows the agreement in force, not one that is to come', () => {
		const later = {
			...agreement,
			version: 2,
			hours: [{ weekday: 4 as const, from: '22:30', to: '23:30' }],
			from: thursdayNight
		};
		const both = facts({ agreements: [agreement, later] });
		expect(mayMessage(both, words('hi'), thursdayNight - 1)).toMatchObject({ is: 'hold', until: mondayAt4 });
		expect(mayMessage(both, words('hi'), thursdayNight)).toEqual({ is: 'send' });
	});
});

describe.each(['young', 'mentor'] as const)('anybody’s message (%s)', (side) => {
	it('is refused with nothing in it', () => {
		expect(mayMessage(facts({ side }), words(''), thursdayAt5)).toEqual({
			is: 'refuse',
			why: 'nothing_written'
		});
	});

	it('may be as long as a page and no longer', () => {
		expect(mayMessage(facts({ side }), words('a'.repeat(MOST_CHARACTERS)), thursdayAt5)).toEqual({
			is: 'send'
		});
		expect(mayMessage(facts({ side }), words('a'.repeat(MOST_CHARACTERS + 1)), thursdayAt5)).toEqual({
			is: 'refuse',
			why: 'too_long'
		});
	});

	it('goes while the pairing winds down, and not after it has ended', () => {
		expect(mayMessage(facts({ side, pairing: { state: 'winding-down' } }), words('hi'), thursdayAt5)).toEqual(
			{ is: 'send' }
		);
		expect(mayMessage(facts({ side, pairing: { state: 'ended' } }), words('hi'), thursdayAt5)).toEqual({
			is: 'refuse',
			why: 'pairing_ended'
		});
	});

	it('is not found where there is no such pairing', () => {
		expect(mayMessage(facts({ side, pairing: undefined }), words('hi'), thursdayAt5)).toEqual({
			is: 'refuse',
			why: 'not_found'
		});
	});
});

it('somebody outside a pairing learns nothing about it, not even that it ended', () => {
	const outside = facts({ side: undefined, pairing: { state: 'ended' } });
	expect(mayMessage(outside, words(''), thursdayAt5)).toEqual({ is: 'refuse', why: 'not_found' });
});

describe('a message’s body', () => {
	const parse = (body: unknown) => v.safeParse(MessageBody, body);

	it('is cleaned, and has no tap or check-in unless one is given', () => {
		expect(parse({ pairingId: 'pairing-1', body: ' hi\0 ' }).output).toEqual(words('hi'));
	});

	it.each([
		[{}],
		[{ pairingId: 'short', body: 'hi' }],
		[{ pairingId: 'pairing-1', body: 7 }],
		[{ pairingId: 'pairing-1', body: 'a'.repeat(100_001) }],
		[{ pairingId: 'pairing-1', body: 'hi', tap: 'thumbs_up' }],
		[{ pairingId: 'pairing-1', body: 'hi', checkInId: '../../etc' }],
		[null]
	])('is unreadable: %#', (body) => {
		expect(parse(body).success).toBe(false);
	});
});

describe('"I didn’t mean that"', () => {
	it('is for one’s own messages only', () => {
		expect(mayMarkNotMeant({ authorId: 'jaz' }, 'jaz')).toEqual({ is: 'send' });
		expect(mayMarkNotMeant({ authorId: 'jaz' }, 'sam')).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
		expect(mayMarkNotMeant(undefined, 'jaz')).toEqual({ is: 'refuse', why: 'not_found' });
	});

	it('names a message', () => {
		expect(v.is(NotMeantBody, { messageId: 'message-1' })).toBe(true);
		expect(v.is(NotMeantBody, { messageId: '' })).toBe(false);
	});
});
