import { describe, expect, test } from 'vitest';
import type { Instant } from '../domain/clock/zones';
import type { AgreedHours } from '../domain/pairings/agreement';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../domain/pairings/agreement';
import type { Message } from '../domain/messages/message';
import type { Pairing } from '../domain/pairings/pairing';
import { aroundTalk, sayComing, type Around, type Coming } from './standing';

const at = (moment: string): Instant => Date.parse(moment);
const LATE_ON_TUESDAY = at('2026-11-24T23:38:00Z');
const agreed: AgreedHours = {
	id: 'agreement-1',
	pairingId: 'pairing-1',
	version: 1,
	zone: 'Europe/London',
	hours: USUAL_HOURS,
	answerWithinMinutes: USUAL_ANSWER_MINUTES,
	from: at('2026-01-01T00:00:00Z')
};
const around: Around = {
	side: 'young',
	other: 'Sam',
	now: at('2026-11-24T23:40:00Z'),
	zone: 'Europe/London',
	signal: true,
	agreements: [agreed],
	seenUpTo: undefined,
	unanswered: new Set(['one'])
};
const said = (standing: Coming, changed: Partial<Around> = {}) =>
	sayComing({ id: 'one', at: LATE_ON_TUESDAY, standing }, { ...around, ...changed })?.replaceAll(
		'\u00a0',
		' '
	);

describe('something of mine', () => {
	test('without signal is on this phone, and never said to be sent', () => {
		expect(said({ is: 'waiting', leavesAt: 0 }, { signal: false })).toBe(
			'On this phone. It goes when you have signal'
		);
	});

	test('with signal goes in a few seconds', () => {
		expect(said({ is: 'waiting', leavesAt: 0 })).toBe('It goes in a few seconds');
	});

	test('that was refused says why', () => {
		expect(said({ is: 'refused', why: 'pairing_ended' })).toBe(
			'We couldn’t send this: your time together has ended'
		);
	});

	test('that waits says until when', () => {
		expect(said({ is: 'held', until: at('2026-11-30T16:00:00Z') }, { side: 'mentor' })).toBe(
			'Waits until Monday, 4 pm'
		);
	});
});

describe('what a young person sent', () => {
	const sent: Coming = { is: 'sent' };

	test('out of hours says when it is read', () => {
		expect(said(sent)).toBe('Sam reads this tomorrow at 4 pm');
	});

	test('once reading has begun says by when there is an answer', () => {
		expect(said(sent, { now: at('2026-11-25T16:00:00Z') })).toBe('You’ll hear by today, 8 pm');
		expect(said(sent, { now: at('2026-11-25T20:00:00Z') })).toBe('You’ll hear by today, 8 pm');
	});

	test('just past that says honestly that the mentor is late', () => {
		expect(said(sent, { now: at('2026-11-25T20:00:00Z') + 1 })).toContain('Sam hasn’t answered');
	});

	test('and late is not hidden by its having been seen', () => {
		const late = { now: at('2026-11-26T10:00:00Z'), seenUpTo: LATE_ON_TUESDAY };
		expect(said(sent, late)).toContain('Sam hasn’t answered');
	});

	test('is seen only when the mark has reached it', () => {
		expect(said(sent, { seenUpTo: LATE_ON_TUESDAY - 1 })).not.toContain('seen');
		expect(said(sent, { seenUpTo: LATE_ON_TUESDAY })).toBe('Sam has seen this');
	});

	test('and was answered is never late', () => {
		expect(said(sent, { now: at('2026-12-24T10:00:00Z'), unanswered: new Set() })).toBe('Sent');
	});
});

test('what was never answered when the time together ended is no longer promised', () => {
	const message: Message = {
		id: 'one',
		spaceId: 'space-1',
		pairingId: 'pairing-1',
		authorId: 'ash',
		body: 'hello',
		tap: null,
		checkInId: null,
		writtenAt: LATE_ON_TUESDAY,
		receivedAt: LATE_ON_TUESDAY,
		sentAt: LATE_ON_TUESDAY,
		heldUntil: null,
		notMeantAt: null,
		clockAhead: false
	};
	const pairing: Pairing = {
		id: 'pairing-1',
		spaceId: 'space-1',
		programmeId: 'programme-1',
		youngId: 'ash',
		youngName: 'Ash',
		mentorId: 'sam',
		mentorName: 'Sam',
		state: 'ended',
		startedAt: 0,
		endsOn: null,
		coverOfferId: null,
		coverOfferName: null
	};
	const talk = { side: 'young', agreements: [agreed], checkIns: [], messages: [message] } as const;
	const words = (state: Pairing['state']) => {
		const there = { ...talk, pairing: { ...pairing, state }, seenUpTo: undefined };
		return sayComing(
			{ id: 'one', at: LATE_ON_TUESDAY, standing: { is: 'sent' } },
			aroundTalk(there, around.now, true)
		);
	};
	expect(words('winding-down')).toContain('Sam reads this');
	expect(words('paused')).toBe('Sent');
	expect(words('ended')).toBe('Sent');
});

test('what was written into a pause is promised from the moment it is over', () => {
	const nextEvening = { now: at('2026-11-26T21:00:00Z') };
	expect(said({ is: 'sent' }, nextEvening)).toContain('hasn’t answered');
	expect(said({ is: 'sent' }, { ...nextEvening, goneOnAt: at('2026-11-26T20:30:00Z') })).not.toContain(
		'hasn’t answered'
	);
});

test('a mentor is never told what a young person has read', () => {
	expect(said({ is: 'sent' }, { side: 'mentor', seenUpTo: LATE_ON_TUESDAY })).toBeUndefined();
});

describe('while somebody stands in for the mentor', () => {
	const away = {
		from: '2026-11-23',
		until: '2026-11-29',
		starts: at('2026-11-23T00:00:00Z'),
		ends: at('2026-11-30T00:00:00Z'),
		at: at('2026-11-10T00:00:00Z'),
		coverId: 'dee',
		coverName: 'Dee',
		noThanksAt: null,
		cancelledAt: null
	};

	test('it is they who read next, or nobody until the mentor is back', () => {
		expect(said({ is: 'sent' }, { aways: [away] })).toBe('Dee reads this tomorrow at 4 pm');
		const nobody = { ...away, coverId: null, coverName: null };
		expect(said({ is: 'sent' }, { aways: [nobody] })).toBe('Sam reads this Monday at 4 pm');
	});

	test('a mark that may be either’s names both, and one that is later the mentor', () => {
		expect(said({ is: 'sent' }, { aways: [away], seenUpTo: LATE_ON_TUESDAY })).toBe(
			'Sam or Dee has seen this'
		);
		const back = { now: at('2026-12-01T18:00:00Z'), seenUpTo: at('2026-12-01T17:00:00Z') };
		expect(said({ is: 'sent' }, { aways: [away], unanswered: new Set(), ...back })).toBe('Sam has seen this');
	});

	test('whoever is late is named', () => {
		expect(said({ is: 'sent' }, { aways: [away], now: at('2026-11-26T18:00:00Z') })).toBe(
			'Dee hasn’t answered yet'
		);
	});
});
