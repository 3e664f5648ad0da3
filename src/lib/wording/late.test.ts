import { describe, expect, it } from 'vitest';
import { DAY, instantAt, type Instant } from '../domain/clock/zones';
import { USUAL_HOURS } from '../domain/pairings/agreement';
import type { Pairing } from '../domain/pairings/pairing';
import { stepsOf, usualAnswering } from '../domain/telling/late';
import type { AwayLike } from './away';
import { sayLateTruth } from './late';
import { sayLateForReader } from './late-mentor';
import { lateLengths, sayLateRule } from './late-rule';
import type { Talk } from './standing';

const zone = 'Europe/London';
const london = (day: string, time: string) => instantAt(day, time, zone);
// Tuesday 24 November 2026. Sam reads Monday to Thursday, 4 to 8 pm, and answers within four of those hours.
const SINCE = london('2026-11-24', '10:00');
const HEAR_BY = london('2026-11-24', '20:00');
const WEDNESDAY = london('2026-11-25', '09:00');
const LOOKED = london('2026-11-25', '18:00') + 1;

const pairing: Pairing = {
	...{
		id: 'pairing',
		spaceId: 'both',
		programmeId: 'riverside',
		state: 'active',
		startedAt: 0,
		endsOn: null
	},
	...{ youngId: 'jaz', youngName: 'Jaz', mentorId: 'sam', mentorName: 'Sam' },
	...{ coverOfferId: null, coverOfferName: null }
};
const agreement = {
	...{
		id: 'a',
		pairingId: 'pairing',
		version: 1,
		zone,
		hours: USUAL_HOURS,
		answerWithinMinutes: 240,
		from: 0
	}
};
const message = (authorId: string, sentAt: Instant): Talk['messages'][number] => ({
	...{ id: `${authorId} ${sentAt}`, spaceId: 'both', pairingId: 'pairing', authorId, body: 'hi', tap: null },
	...{ checkInId: null, writtenAt: sentAt, receivedAt: sentAt, sentAt, heldUntil: null, notMeantAt: null },
	clockAhead: false
});
const dee: AwayLike = {
	...{ from: '2026-11-25', until: '2026-11-26', starts: london('2026-11-25', '00:00') },
	...{ ends: london('2026-11-27', '00:00'), coverId: 'dee', coverName: 'Dee' },
	...{ at: 0, noThanksAt: null, cancelledAt: null }
};

function truth(change: Partial<Pairing>, now: Instant, rest: Partial<Talk> = {}) {
	const talk: Talk = {
		...{ pairing: { ...pairing, ...change }, side: 'young', agreements: [agreement], checkIns: [] },
		...{ messages: [message('jaz', SINCE)], seenUpTo: undefined, ...rest }
	};
	return sayLateTruth(talk, now);
}
const words = (...said: Parameters<typeof truth>) => truth(...said)?.words.replaceAll('\u00a0', ' ');

describe('the truth about an answer that does not come', () => {
	const nudgedAt = HEAR_BY + 1;

	it('is nothing up to the promised moment, and only the promise just after it', () => {
		expect(truth({}, HEAR_BY)).toBeUndefined();
		expect(truth({}, HEAR_BY + 1)?.title).toBe('Sam hasn’t answered yet');
		expect(words({}, HEAR_BY + 1)).toBe('You were told you’d hear by today, 8 pm.');
	});

	it('says who was reminded only once this phone knows that they were', () => {
		expect(words({}, WEDNESDAY)).not.toContain('reminded');
		expect(words({ nudgedAt }, WEDNESDAY)).toBe('Sam has been reminded.');
	});

	it('says who looks into it', () => {
		const asked = { nudgedAt, lookedIntoAt: LOOKED };
		expect(words({ ...asked, lookedIntoBy: 'coordinator' }, LOOKED)).toBe(
			'The coordinator is looking into it.'
		);
		expect(words({ ...asked, lookedIntoBy: 'cover' }, LOOKED, { aways: [dee] })).toBe(
			'Dee, who stands in, has been asked.'
		);
		const nameless = { ...dee, coverName: null };
		expect(words({ ...asked, lookedIntoBy: 'cover' }, LOOKED, { aways: [nameless] })).toBe(
			'Whoever stands in has been asked.'
		);
	});

	it('says what the coordinator did, in one of three sentences', () => {
		const said = (deskSays: Pairing['deskSays'], deskSaidByName: string | null = 'Nadia') =>
			words(
				{ nudgedAt, lookedIntoAt: LOOKED, lookedIntoBy: 'coordinator', deskSays, deskSaidByName },
				LOOKED
			);
		expect(said('spoken_to_mentor')).toBe('Nadia has spoken to Sam.');
		expect(said('somebody_else_writes')).toBe('Nadia has looked into it. Somebody else will write to you.');
		expect(said('when_you_meet')).toBe('Nadia has looked into it. You and Sam talk about it when you meet.');
		expect(said('spoken_to_mentor', null)).toBe('Your coordinator has spoken to Sam.');
	});

	it('keeps the promise beside a reminder that came before it was over', () => {
		const early = { nudgedAt: london('2026-11-24', '18:00') + 1 };
		expect(words(early, london('2026-11-24', '19:00'))).toBe(
			'Sam has been reminded. You’ll hear by today, 8 pm.'
		);
	});

	it('names whoever read for the mentor when it was late', () => {
		const stands = { ...dee, starts: london('2026-11-24', '00:00') };
		expect(truth({ nudgedAt }, WEDNESDAY, { aways: [stands] })).toEqual({
			title: 'Dee hasn’t answered yet',
			words: 'Dee has been reminded.'
		});
	});

	it('is over with any answer, in a pause and at the end', () => {
		const answered = { messages: [message('jaz', SINCE), message('sam', WEDNESDAY)] };
		expect(truth({ nudgedAt }, WEDNESDAY + 1, answered)).toBeUndefined();
		expect(truth({ nudgedAt, state: 'paused' }, WEDNESDAY)).toBeUndefined();
		expect(truth({ nudgedAt, state: 'ended' }, WEDNESDAY)).toBeUndefined();
	});

	it('stands on a screen that no longer shows what they wait on, until an answer is there', () => {
		const later = LOOKED + 9 * DAY;
		const asked = { nudgedAt, lookedIntoAt: LOOKED, lookedIntoBy: 'coordinator' as const };
		expect(words(asked, later, { messages: [] })).toBe('The coordinator is looking into it.');
		expect(truth(asked, later, { messages: [message('sam', later - 1)] })).toBeUndefined();
	});
});

describe('a mentor reads', () => {
	const facts = {
		agreements: [agreement],
		aways: [dee],
		usual: usualAnswering({ zone, agreementLimits: null })
	};
	const steps = stepsOf({ since: SINCE, talkSince: null }, facts);
	const said = (change: Partial<Pairing>, now: Instant, me = 'sam') =>
		sayLateForReader(
			{ pairing: { ...pairing, ...change }, aways: [dee], steps, hearBy: HEAR_BY },
			{ me, now, zone }
		)?.replaceAll('\u00a0', ' ');
	const asked = { nudgedAt: HEAR_BY + 1, lookedIntoAt: LOOKED };

	it('nothing in time, what comes next when it is late, and no guess once that has passed', () => {
		expect(said({}, HEAR_BY)).toBeUndefined();
		expect(said({}, HEAR_BY + 1)).toBe(
			'Jaz is still waiting. Without an answer, somebody else is asked to look into it tomorrow at 6 pm.'
		);
		expect(said({}, steps.lookAt)).toBe('Jaz is still waiting.');
	});

	it('who was asked, and whoever stands in that it was them', () => {
		expect(said({ ...asked, lookedIntoBy: 'coordinator' }, LOOKED)).toContain('Your coordinator was asked');
		expect(said({ ...asked, lookedIntoBy: 'cover' }, LOOKED)).toContain('Dee, who stands in, was asked');
		expect(said({ ...asked, lookedIntoBy: 'cover' }, LOOKED, 'dee')).toContain('You were asked');
	});
});

describe('the rule in words', () => {
	it('has its lengths from the rule', () => {
		expect(lateLengths({ answerWithinMinutes: 240 })).toEqual({
			...{ long: '4 hours', more: '2 hours', half: '2 hours' }
		});
		expect(lateLengths({ answerWithinMinutes: 30 })).toEqual({
			...{ long: '30 minutes', more: '30 minutes', half: '15 minutes' }
		});
	});

	it('speaks to the mentor of themself, and names them to everybody else', () => {
		const hours = { answerWithinMinutes: 240 };
		expect(sayLateRule(hours, { side: 'mentor', name: 'Jaz' })).toContain(
			'you are reminded. After another 2 hours of those'
		);
		expect(sayLateRule(hours, { side: 'young', name: 'Sam' })).toContain(
			'Sam is reminded. After another 2 hours of those'
		);
		expect(sayLateRule(hours, { side: 'desk', young: 'Jaz', mentor: 'Sam' })).toContain('Sam is reminded');
	});
});
