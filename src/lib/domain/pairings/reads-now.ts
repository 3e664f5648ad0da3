import type { Instant } from '../clock/zones';
import { coverAt, type Covering } from './away';
import type { Pairing } from './pairing';

type Two = Pick<Pairing, 'youngId' | 'mentorId'>;

/** Who reads on the mentor's side at `now`: whoever stands in or, where nobody does, the mentor. */
export function readsNow(
	{ mentorId }: Pick<Two, 'mentorId'>,
	aways: readonly Covering[],
	now: Instant
): string {
	return coverAt(aways, now)?.coverId ?? mentorId;
}

/**
 * Whose a meeting is on the mentor's side, of those who may know of it at `now`. Whoever stands in knows nothing of
 * the pairing on any other day.
 */
export function meetsThen(
	{ mentorId }: Pick<Two, 'mentorId'>,
	aways: readonly Covering[],
	now: Instant,
	starts: Instant
): string {
	const [then, today] = [coverAt(aways, starts), coverAt(aways, now)];
	return (then?.coverId && then.coverId === today?.coverId && then.coverId) || mentorId;
}

/** Everybody who may have been told of something in a pairing. */
export function everybodyIn({ youngId, mentorId }: Two, aways: readonly Covering[]): string[] {
	return [...new Set([youngId, mentorId, ...aways.flatMap(({ coverId }) => coverId ?? [])])];
}
