import type { Night } from '../domain/telling/night';
import { sayWallTime } from './dates';
import { m } from './messages';

/** "No phone is woken from 9 pm to 7 am. What comes then waits for the morning, in one go." */
export function sayNight({ from, until }: Night): string {
	return m.night_words({ from: sayWallTime(from), until: sayWallTime(until) });
}
