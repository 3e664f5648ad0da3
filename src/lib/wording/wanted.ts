import type { Wish } from '../domain/wishes/answer';
import { m } from './messages';

/** Whether a young person wants a mentor, said back to them. */
export function sayWanted({ wanted, inMind }: Pick<Wish, 'wanted' | 'inMind'>): string {
	if (wanted === 'yes') return m.wish_said_yes();
	if (wanted === 'not_now') return m.wish_said_not_now();
	if (wanted === 'in_mind') return m.wish_said_in_mind({ who: inMind?.who ?? '' });
	return m.wish_said_nothing();
}
