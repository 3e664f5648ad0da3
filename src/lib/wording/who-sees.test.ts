import { describe, expect, test } from 'vitest';
import { seeing, THINGS } from '../domain/visibility/visibility';
import { sayWhoReads, sayWhoSees } from './who-sees';
import { labelsOf, sayThing } from './who-sees-table';

describe('the line beside a box', () => {
	test('names everybody who sees a message, and says that staff must give a reason', () => {
		expect(sayWhoSees('message', 'Sam')).toBe(
			'**You and Sam** can see this. Staff only with a reason, and you’re told.'
		);
	});

	test('names whoever stands in, and only for what they can see', () => {
		expect(sayWhoSees('message', 'Sam', 'Dee')).toBe(
			'**You and Sam** can see this. On the days Dee stands in for Sam, Dee can too. Staff only with a reason, and you’re told.'
		);
		expect(sayWhoSees('sign_in', 'Sam', 'Dee')).toBe('**You** can see this.');
	});

	test('names nobody who cannot see it', () => {
		expect(sayWhoSees('sign_in', 'Sam')).toBe('**You** can see this.');
	});

	test('says of a wish and of a “no thanks” that mentors never see it', () => {
		const words = '**Only your coordinator** can see this. Mentors never see it.';
		expect(sayWhoReads('wish')).toBe(words);
		expect(sayWhoReads('no_thanks')).toBe(words);
	});

	test('says of what they wrote about themself that a mentor sees what they share', () => {
		expect(sayWhoReads('about')).toBe('**Only you** can see this. A mentor sees only what you share.');
	});
});

describe('the table of who can see what', () => {
	test('never leaves out somebody who can see a thing', () => {
		for (const thing of THINGS) {
			const words = labelsOf(thing, 'Sam').map((label) => label.words);
			if (seeing(thing, 'mentor') !== 'never') expect(words.join(), thing).toMatch(/Sam/);
			const covered = words.some((one) => one.includes('stands in'));
			expect(covered, thing).toBe(seeing(thing, 'cover') !== 'never');
			if (seeing(thing, 'coordinator') !== 'never') expect(words.join(), thing).toMatch(/staff|coordinator/);
			if (seeing(thing, 'safeguarding') !== 'never')
				expect(words.join(), thing).toMatch(/staff|safeguarding/);
		}
	});

	test('never shows as seen by someone what they cannot see', () => {
		const mentor = labelsOf('look', 'Sam').find(({ words }) => words.includes('Sam'));
		expect(mentor).toEqual({ words: 'not Sam', seeing: 'never' });
		expect(labelsOf('held_message', 'Sam')).toContainEqual({ words: 'not you', seeing: 'never' });
	});

	test('says of what is on the phone alone that only the phone has it', () => {
		expect(labelsOf('unsent')).toEqual([{ words: 'only this phone', seeing: 'phone' }]);
		expect(labelsOf('device')).toEqual([{ words: 'only you', seeing: 'can' }]);
	});

	test('says “your mentor” where it is for nobody in particular', () => {
		expect(labelsOf('message').map(({ words }) => words)).toEqual([
			'you',
			'your mentor',
			'whoever stands in while your mentor is away, on those days',
			'staff, with a reason, and you’re told',
			'nobody else'
		]);
	});

	test('has a name of its own for every kind of thing', () => {
		expect(new Set(THINGS.map(sayThing)).size).toBe(THINGS.length);
	});
});
