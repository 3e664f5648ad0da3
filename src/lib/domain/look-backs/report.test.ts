import { expect, test } from 'vitest';
import type { OutcomeSays } from './look-back';
import { outcomeCounts, SMALL, type Counted } from './report';

const said = (personId: string, says: OutcomeSays, more: Partial<Counted> = {}): Counted => ({
	...{ personId, at: 1, counted: true, outcomes: { stress: says } },
	...more
});
const many = (count: number, says: OutcomeSays, as = says as string) =>
	Array.from({ length: count }, (_, place) => said(`${as}-${place}`, says));
const count = (rows: Counted[]) => outcomeCounts(rows, ['stress'])[0]?.says;

test('a number is shown from five on, and never below', () => {
	expect(count(many(SMALL - 1, 'more'))).toEqual({ more: null, same: null, less: null });
	expect(count(many(SMALL, 'more'))).toEqual({ more: 5, same: null, less: null });
});

test('nobody, one and four look the same, so that none of them can be told', () => {
	const five = many(5, 'more');
	for (const few of [0, 1, 4]) expect(count([...five, ...many(few, 'less')])?.less).toBeNull();
	expect(count([...five, ...many(5, 'less')])?.less).toBe(5);
});

test('what somebody did not let be counted is not', () => {
	const rows = [...many(5, 'more'), said('quiet', 'more', { counted: false })];
	expect(count(rows)?.more).toBe(5);
	expect(count(many(5, 'more').map((one) => ({ ...one, counted: false })))?.more).toBeNull();
});

test('each young person counts once, with what they let be counted last', () => {
	const rows = many(6, 'less', 'young');
	const later = said('young-0', 'more', { at: 2 });
	expect(count([later, ...rows])).toEqual({ more: null, same: null, less: 5 });
	expect(count([{ ...later, counted: false }, ...rows])?.less).toBe(6);
});

test('a later look back that says nothing of it leaves what was said', () => {
	const rows = [...many(5, 'more'), said('more-0', 'more', { at: 2, outcomes: { liked: 'same' } })];
	expect(count(rows)?.more).toBe(5);
});

test('every outcome has its line, in their order, and no sum of all', () => {
	const counts = outcomeCounts(many(5, 'more'), ['liked', 'stress']);
	expect(counts).toEqual([
		{ outcome: 'liked', says: { more: null, same: null, less: null } },
		{ outcome: 'stress', says: { more: 5, same: null, less: null } }
	]);
});
