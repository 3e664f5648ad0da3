import { describe, expect, test } from 'vitest';
import type { Introduction } from '../domain/introductions/introduction';
import { sayOutcome, sayStage } from './introductions';

/** A Tuesday, 6 pm in London. */
const NOW = Date.UTC(2026, 10, 24, 18);
const ZONE = 'Europe/London';
const HOUR = 3_600_000;

const dee = (more: Partial<Introduction>): Introduction => ({
	...{ id: 'dee', spaceId: 's', programmeId: 'p', state: 'asked', expiresAt: NOW + HOUR, answer: 'yes' },
	...{ mentorSaid: null, firstMeetingAt: null, youngAfter: null, mentorAfter: null, whyNot: null },
	...{
		waitsFor: null,
		offeredAt: NOW,
		answeredAt: null,
		firstMeetingPlace: null,
		shown: [],
		pairingId: null
	},
	card: {
		firstName: 'Dee',
		picture: { drawn: 'sun' },
		facts: {},
		words: { likes: '', cantStand: '', how: '', why: '' }
	},
	...more
});

describe('where somebody stands whom a young person said yes to', () => {
	test('nobody is said to have been asked since a day before the answer has left the phone', () => {
		expect(sayStage(dee({}), NOW, ZONE).title).toBe('You said yes to Dee');
		expect(sayStage(dee({}), NOW, ZONE).words).toContain('Your answer leaves this phone');
		expect(sayStage(dee({ answeredAt: NOW }), NOW, ZONE).words).toContain('Since today.');
	});

	test('a place that others asked for too is told with what happens next', () => {
		const { title, words } = sayStage(dee({ state: 'waiting', waitsFor: 'place' }), NOW, ZONE);
		expect(title).toBe('Two people asked for Dee');
		expect(words).toContain('tells you what happens next');
	});

	test('a check that has run out is told without a word of blame', () => {
		expect(sayStage(dee({ state: 'waiting', waitsFor: 'approval' }), NOW, ZONE).title).toBe(
			'Dee has to wait a little'
		);
	});

	test('a first meeting is being found, then has a time and a place, and is asked about from its beginning', () => {
		const meeting = (at: number | null) =>
			dee({ state: 'to_meet', firstMeetingAt: at, firstMeetingPlace: 'Riverside café' });
		expect(sayStage(meeting(null), NOW, ZONE).words).toContain('Your coordinator finds a time');
		expect(sayStage(meeting(NOW + 1), NOW, ZONE).words).toContain('Today at 6\u00a0pm. Riverside café.');
		expect(sayStage(meeting(NOW), NOW, ZONE).title).toContain('How was it?');
	});

	test('after a yes to the meeting nothing more is asked', () => {
		const met = dee({ state: 'to_meet', firstMeetingAt: NOW - HOUR, youngAfter: 'yes' });
		expect(sayStage(met, NOW, ZONE).words).toContain('We wait for Dee’s answer');
	});
});

describe('how it came out', () => {
	test.each([
		['begun', null, 'Dee is your mentor now'],
		['declined', null, 'You said no thanks'],
		['not_possible', 'full', 'Dee has no free place any more'],
		['not_possible', 'mentor_cannot', 'Dee can’t this time'],
		['not_possible', 'not_cleared', 'Dee can’t this time'],
		['not_possible', 'not_after', 'It goes no further with Dee'],
		['withdrawn', 'began_elsewhere', 'You began with someone else'],
		['withdrawn', null, 'Dee isn’t to be met any more'],
		['expired', null, 'This one has run out']
	] as const)('%s, %s: “%s”', (state, whyNot, title) => {
		expect(sayOutcome(dee({ state, whyNot })).title).toBe(title);
	});

	test('two people whom a coordinator paired are not told that both said yes, unless both did', () => {
		const words = (more: object) => sayOutcome(dee({ state: 'begun', ...more })).words;
		expect(words({ answer: null })).toContain('Your coordinator has put you two together.');
		expect(words({ answer: 'yes', mentorSaid: null })).not.toContain('both');
		expect(words({ answer: 'meet_first', mentorSaid: 'yes' })).not.toContain('both');
		expect(words({ answer: 'yes', mentorSaid: 'yes' })).toContain('You both said yes.');
		expect(words({ answer: 'meet_first', mentorSaid: 'yes', youngAfter: 'yes' })).toContain('both');
	});

	test('whatever came of it, what happens next is said', () => {
		for (const whyNot of ['full', 'mentor_cannot', 'not_after', 'not_cleared'] as const)
			expect(sayOutcome(dee({ state: 'not_possible', whyNot })).words).toContain('goes on looking');
	});
});
