import { DAY, type Instant } from '$lib/domain/clock/zones';
import { awaysAhead } from '$lib/domain/pairings/away';
import type { Pairing } from '$lib/domain/pairings/pairing';
import type { AwayNow } from '$lib/device/aways';
import { nobodyTonight } from '$lib/wording/promise';
import type { Corner } from './corner';
import type { NextTime } from './next-time';

/** What Home fetches only when one of these days has come. */
export type SomeDays = typeof import('./some-days');

/** Early enough to think about it, and not a year before. */
const BEFOREHAND = 28 * DAY;

/** The days away that Home tells of. */
export function awaysSoon({ aways }: Pick<Corner, 'aways'>, pairing: Pairing, now: Instant): AwayNow[] {
	if (pairing.state === 'ended') return [];
	return awaysAhead(aways, now).filter(({ starts }) => starts < now + BEFOREHAND);
}

/** Whether the next meeting was called off, and not by the young person. */
export const isOffByOther = ({ off }: NextTime): boolean => off !== undefined && off.standing.by !== 'young';

/** Whether Home has something to show that it has not on most days. */
export function isUncommon(corner: Corner, time: NextTime | undefined, now: Instant): boolean {
	const { pairing } = corner;
	if (!pairing || !time) return corner.known;
	return (
		corner.meets ||
		isOffByOther(time) ||
		awaysSoon(corner, pairing, now).length > 0 ||
		nobodyTonight(corner.agreements, now, corner.aways)
	);
}
