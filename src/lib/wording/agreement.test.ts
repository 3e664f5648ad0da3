import { describe, expect, it } from 'vitest';
import { USUAL_HOURS } from '../domain/pairings/agreement';
import { AGREEMENT_CARDS } from '../domain/pairings/cards';
import { firstTerms, USUAL_LIMITS, type Says, type Terms } from '../domain/pairings/terms';
import { sayCard, sayCardTitle } from './agreement';
import { sayLength } from './lengths';

const TODAY = '2026-11-24';
const says = (change: Partial<Terms> = {}): Says => ({
	terms: { ...firstTerms(USUAL_LIMITS, TODAY), ...change },
	...{ hours: USUAL_HOURS, answerWithinMinutes: 240 }
});
const around = { today: TODAY, cover: undefined };
/** With plain spaces, to be read here. */
const said = (words: string) => words.replaceAll('\u00a0', ' ');

describe('a card', () => {
	it('says when we can meet and when messages are read', () => {
		const week = says({ days: [1, 2, 3, 6], earliest: '10:00', latest: '18:00', mostMinutes: 90 });
		expect(said(sayCard('when', week, around))).toBe(
			'Monday to Wednesday and Saturday, 10 am to 6 pm. 1 hour 30 minutes at most.'
		);
		expect(said(sayCard('messages', says(), around))).toBe(
			'Monday to Thursday, 4 to 8 pm. An answer within 4 hours of that time.'
		);
	});

	it('says what the two wrote as they wrote it, and when nothing is written', () => {
		expect(sayCard('purpose', says({ purpose: 'football!!' }), around)).toBe('football!!');
		expect(sayCard('never', says({ never: '' }), around)).toBe('Nothing written.');
	});

	it('leaves out a time before which there is none', () => {
		const card = (noticeHours: number) =>
			sayCard('cannot_come', says({ cannotCome: 'Say so.', noticeHours }), around);
		expect([0, 1, 48].map(card)).toEqual([
			'Say so.',
			'Say so. If we can, 1 hour before.',
			'Say so. If we can, 2 days before.'
		]);
	});

	it('says who stands in and when it is looked at again', () => {
		expect(sayCard('cover', says(), around)).toBe('Nobody stands in.');
		expect(sayCard('cover', says(), { ...around, cover: 'Dee' })).toBe('Dee can stand in.');
		expect(sayCard('review', says({ reviewOn: '2026-12-24' }), around)).toBe(
			'On Thursday 24 December, or sooner if one of us asks.'
		);
	});

	it('asks each reader from their own side', () => {
		const titles = (side: 'young' | 'mentor', name: string) =>
			AGREEMENT_CARDS.map((card) => sayCardTitle(card, { side, name }));
		expect(titles('young', 'Sam')).toContain('How Sam reaches you');
		expect(titles('mentor', 'Ash')).toContain('How Ash reaches you');
		for (const all of [titles('young', 'Sam'), titles('mentor', 'Ash')]) expect(new Set(all).size).toBe(12);
	});
});

it('a length is said in the units that people use', () => {
	expect([0, 30, 60, 90, 1440, 2880, 2940].map(sayLength)).toEqual([
		'0 minutes',
		'30 minutes',
		'1 hour',
		'1 hour 30 minutes',
		'24 hours',
		'2 days',
		'49 hours'
	]);
});
