import { describe, expect, it } from 'vitest';
import { USUAL_PLAN } from '../programmes/usual-plan';
import type { SafetyLine } from './safety-plan';
import {
	afterSafetyLine,
	maySafetyLine,
	mayShareSafety,
	MOST_SAFETY_CHARACTERS,
	MOST_SAFETY_LINES
} from './writing';

const young = { roles: ['young' as const], on: true, lines: undefined };
const line = { lineId: 'line-one', section: 'places' as const, words: 'The park', was: '' };
const refused = (why: string) => ({ is: 'refuse', why });

describe('writing a plan for staying safe', () => {
	it('is for young people, where something that they are in works with one', () => {
		expect(maySafetyLine(young, line)).toEqual({ is: 'send' });
		expect(maySafetyLine({ ...young, roles: ['mentor'] }, line)).toEqual(refused('not_yours_to_do'));
		expect(maySafetyLine({ ...young, on: false }, line)).toEqual(refused('outside_limits'));
	});

	it('is open to a peer mentor who is a young person elsewhere', () => {
		expect(maySafetyLine({ ...young, roles: ['mentor', 'young'] }, line)).toEqual({ is: 'send' });
	});

	it('what was begun stays theirs when nothing works with one any more', () => {
		expect(maySafetyLine({ ...young, on: false, lines: [] }, line)).toEqual({ is: 'send' });
	});

	it('takes 300 letters and sixty lines, and not one more', () => {
		const words = 'w'.repeat(MOST_SAFETY_CHARACTERS);
		expect(maySafetyLine(young, { ...line, words })).toEqual({ is: 'send' });
		expect(maySafetyLine(young, { ...line, words: `${words}w` })).toEqual(refused('too_long'));
		const lines = Array.from({ length: MOST_SAFETY_LINES }, (_, place): SafetyLine => {
			return { id: `line-${place}`, section: 'signs', words: 'x' };
		});
		expect(maySafetyLine({ ...young, lines: lines.slice(1) }, line)).toEqual({ is: 'send' });
		expect(maySafetyLine({ ...young, lines }, line)).toEqual(refused('list_full'));
		const change = { ...line, lineId: 'line-0', was: 'x', words: 'y' };
		expect(maySafetyLine({ ...young, lines }, change)).toEqual({ is: 'send' });
	});
});

describe('two phones at once', () => {
	const kept: SafetyLine[] = [{ id: 'line-one', section: 'places', words: 'The park' }];

	it('a line that only one of them changed is changed', () => {
		expect(afterSafetyLine(kept, 'e', { ...line, was: 'The park', words: 'The pier' })).toEqual([
			{ ...kept[0], words: 'The pier' }
		]);
		expect(afterSafetyLine(kept, 'e', { ...line, was: 'The park', words: '' })).toEqual([]);
	});

	it('of a line that both changed, both stay', () => {
		const other = [{ ...kept[0]!, words: 'Nan’s' }];
		expect(afterSafetyLine(other, 'entry-two', { ...line, was: 'The park', words: 'The pier' })).toEqual([
			...other,
			{ id: 'entry-two', section: 'places', words: 'The pier' }
		]);
	});

	it('what one wants gone and the other changed does not go', () => {
		const other = [{ ...kept[0]!, words: 'Nan’s' }];
		expect(afterSafetyLine(other, 'e', { ...line, was: 'The park', words: '' })).toEqual(other);
	});

	it('what one changed and the other took away is there again', () => {
		expect(afterSafetyLine([], 'e', { ...line, was: 'The park', words: 'The pier' })).toEqual([
			{ id: 'line-one', section: 'places', words: 'The pier' }
		]);
	});

	it('the same words twice are one line', () => {
		expect(afterSafetyLine(kept, 'e', line)).toEqual(kept);
	});
});

describe('showing it', () => {
	const facts = {
		pairing: { state: 'active' as const },
		side: 'young' as const,
		plan: { features: ['safety_plan' as const] }
	};
	const show = { pairingId: 'pairing-one', shared: true };
	const hide = { ...show, shared: false };

	it('is for the young person, where the plan of the pairing has it and it lasts', () => {
		expect(mayShareSafety(facts, show)).toEqual({ is: 'send' });
		expect(mayShareSafety({ ...facts, side: 'mentor' }, show)).toEqual(refused('not_yours_to_do'));
		expect(mayShareSafety({ ...facts, plan: USUAL_PLAN }, show)).toEqual(refused('outside_limits'));
		expect(mayShareSafety({ ...facts, pairing: { state: 'ended' } }, show)).toEqual(refused('pairing_ended'));
		expect(mayShareSafety({ ...facts, pairing: undefined }, show)).toEqual(refused('not_found'));
	});

	it('taking it back is open for ever', () => {
		expect(mayShareSafety({ ...facts, plan: USUAL_PLAN }, hide)).toEqual({ is: 'send' });
		expect(mayShareSafety({ ...facts, pairing: { state: 'ended' } }, hide)).toEqual({ is: 'send' });
	});
});
