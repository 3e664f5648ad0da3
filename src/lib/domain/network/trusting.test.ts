import { describe, expect, it } from 'vitest';
import { USUAL_PLAN } from '../programmes/usual-plan';
import type { TrustedPerson } from './network';
import {
	afterTrust,
	afterUntrust,
	mayTrust,
	mayUntrust,
	MOST_NAME_CHARACTERS,
	MOST_TRUSTED,
	MOST_WHO_CHARACTERS,
	type TrustFacts
} from './trusting';

const PAIRING = 'pairing-one';
const facts: TrustFacts = {
	pairing: { id: PAIRING, spaceId: 'space', state: 'active' },
	side: 'young',
	plan: { ...USUAL_PLAN, features: ['trusted_people'] },
	people: []
};
const aunt = {
	pairingId: PAIRING,
	personKey: 'key-of-aunt',
	name: 'Bea',
	who: 'my aunt',
	ring: 1 as const
};
const row = (id: string): TrustedPerson => ({
	...{ id, spaceId: 'space', pairingId: PAIRING, name: 'x', who: '', ring: 2, at: 1, goneAt: null }
});

describe('sharing somebody of a map', () => {
	it('is the young person’s alone', () => {
		expect(mayTrust(facts, aunt)).toEqual({ is: 'send' });
		for (const side of ['mentor', 'cover'] as const)
			expect(mayTrust({ ...facts, side }, aunt)).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
		expect(mayTrust({ ...facts, side: undefined }, aunt)).toEqual({ is: 'refuse', why: 'not_found' });
	});

	it('goes on in a pause and is over with the pairing, where taking back is open for ever', () => {
		const at = (state: 'paused' | 'ended') => ({ ...facts, pairing: { ...facts.pairing!, state } });
		expect(mayTrust(at('paused'), aunt)).toEqual({ is: 'send' });
		expect(mayTrust(at('ended'), aunt)).toEqual({ is: 'refuse', why: 'pairing_ended' });
		expect(mayUntrust(at('ended'))).toEqual({ is: 'send' });
	});

	it('is there where the plan has it, and what was shared before can be taken back where it has not', () => {
		const off = { ...facts, plan: USUAL_PLAN };
		expect(mayTrust(off, aunt)).toEqual({ is: 'refuse', why: 'outside_limits' });
		expect(mayUntrust(off)).toEqual({ is: 'send' });
	});

	it('takes a name of 60 letters and words of 140, and not one more', () => {
		const [name, who] = ['n'.repeat(MOST_NAME_CHARACTERS), 'w'.repeat(MOST_WHO_CHARACTERS)];
		expect(mayTrust(facts, { ...aunt, name, who })).toEqual({ is: 'send' });
		expect(mayTrust(facts, { ...aunt, name: `${name}n` })).toEqual({ is: 'refuse', why: 'too_long' });
		expect(mayTrust(facts, { ...aunt, who: `${who}w` })).toEqual({ is: 'refuse', why: 'too_long' });
		expect(mayTrust(facts, { ...aunt, name: '' })).toEqual({ is: 'refuse', why: 'nothing_written' });
	});

	it('is full at sixty, where somebody who is there can still get other words', () => {
		const many = Array.from({ length: MOST_TRUSTED }, (_, place) => row(`${PAIRING}:key-${place}`));
		expect(mayTrust({ ...facts, people: many.slice(1) }, aunt)).toEqual({ is: 'send' });
		expect(mayTrust({ ...facts, people: many }, aunt)).toEqual({ is: 'refuse', why: 'list_full' });
		expect(mayTrust({ ...facts, people: many }, { ...aunt, personKey: 'key-0' })).toEqual({ is: 'send' });
	});

	it('makes one row for each person, shared once or again', () => {
		const first = afterTrust(facts, aunt, 10)!;
		const gone = afterUntrust({ ...facts, people: [first] }, aunt, 20)!;
		expect(gone).toEqual({ ...first, name: '', who: '', goneAt: 20 });
		expect(afterUntrust({ ...facts, people: [gone] }, aunt, 30)).toBeUndefined();
		expect(afterTrust({ ...facts, people: [gone] }, aunt, 40)).toEqual({ ...first, at: 40 });
		expect(afterUntrust(facts, aunt, 50)).toBeUndefined();
	});
});
