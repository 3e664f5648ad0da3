import { describe, expect, it } from 'vitest';
import { mentor, questions, said, young } from '../../../../tests/matching/people';
import { mustsNobodyMeets, wishedWithNobodyLeft } from './recruit';

const polish = young('ash', { answers: { languages: said(['polish'], 'must'), age: said(['20s']) } });
const polishToo = young('bo', { answers: { languages: said(['polish', 'urdu'], 'must') } });
const di = mentor('di', { facts: { languages: ['polish'], age: ['40s'] } });

describe('what to recruit for', () => {
	it('is nothing when somebody free meets every must', () => {
		expect(mustsNobodyMeets([polish, polishToo], [di], questions)).toEqual([]);
	});

	it('is counted by question and choice, most waited for first', () => {
		expect(mustsNobodyMeets([polish, polishToo], [mentor('em')], questions)).toEqual([
			{ question: 'languages', choice: 'polish', waiting: 2 },
			{ question: 'languages', choice: 'urdu', waiting: 1 }
		]);
	});

	it.each([
		['is full', { places: 1, taken: 1 }],
		['is not approved', { standing: { approved: false } }],
		['has no card', { card: null }]
	])('counts a must met only by one who %s', (_, change) => {
		expect(mustsNobodyMeets([polish], [{ ...di, ...change }], questions)).toEqual([
			{ question: 'languages', choice: 'polish', waiting: 1 }
		]);
	});

	it('counts a must for the one who said no to all who meet it, and for nobody else', () => {
		const declined = { ...polish, notThese: new Set(['di']) };
		expect(mustsNobodyMeets([declined, polishToo], [di], questions)).toEqual([
			{ question: 'languages', choice: 'polish', waiting: 1 }
		]);
	});

	it('leaves would-likes out, but for those with nobody left', () => {
		const wishes = young('kit', { answers: { age: said(['20s']) } });
		const declined = { ...wishes, notThese: new Set(['di']) };
		expect(mustsNobodyMeets([wishes, declined], [di], questions)).toEqual([]);
		expect(wishedWithNobodyLeft([wishes], [di], questions)).toEqual([]);
		expect(wishedWithNobodyLeft([wishes, declined], [di], questions)).toEqual([
			{ question: 'age', choice: '20s', waiting: 1 }
		]);
	});
});
