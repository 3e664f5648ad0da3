import { expect, test } from 'vitest';
import { HOUR } from '../../domain/clock/zones';
import { MOST_TRIES, nextTry } from './again';

const ALMOST_ONE = 1 - Number.EPSILON;
const pause = (attempts: number, chance: number) => nextTry(attempts, 0, chance);

test('the pause may be short every time, and its bound doubles up to an hour', () => {
	expect([1, 2, 3, 12, 13].map((attempts) => pause(attempts, 0))).toEqual(
		[1, 1, 1, 1, 1].map((s) => s * 1000)
	);
	expect(pause(1, 0.5)).toBe(2_000);
	expect(pause(2, 0.5)).toBe(3_000);
	expect(pause(11, 0.5)).toBe(1_000 + 1_024_000);
	expect(pause(12, ALMOST_ONE)).toBeLessThanOrEqual(HOUR + 1_000);
	expect(pause(12, ALMOST_ONE)).toBeGreaterThan(HOUR);
});

test('the last try is the last', () => {
	expect(pause(MOST_TRIES - 1, 0)).not.toBeNull();
	expect(pause(MOST_TRIES, 0)).toBeNull();
});
