import * as v from 'valibot';
import { WrittenDay } from '../clock/written';
import { addDays, dayOf, daysBetween, instantAt, type Day, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Side } from './pairing';

/** Days on which a mentor is away, and who stands in, as one pairing knows it. */
export interface Away {
	/** See `awayRowId`: one mark of a mentor's is a row in each of their pairings. */
	id: string;
	spaceId: string;
	pairingId: string;
	mentorId: string;
	/** The first and the last day, both whole days in the agreement's zone. */
	from: Day;
	until: Day;
	/** The same as moments: from the first day's beginning to the last day's end. */
	starts: Instant;
	ends: Instant;
	/** Who was agreed to stand in, by the version in force when it was marked; null for nobody. */
	coverId: string | null;
	coverName: string | null;
	at: Instant;
	/** When the young person said no thanks to the cover, if they did. */
	noThanksAt: Instant | null;
	/** When they said that it is fine; not yet known to this phone where it is from before that was kept. */
	fineAt?: Instant | null;
	/** Up to when whoever stands in may, where that is not to the end: their approvals run out. */
	coverUntil?: Instant | null;
	/** When the mentor said that they are not away after all. */
	cancelledAt: Instant | null;
}

/** What of it says who stands in when. */
export type Covering = Pick<
	Away,
	'starts' | 'ends' | 'cancelledAt' | 'coverId' | 'noThanksAt' | 'coverUntil'
>;

/** What of it says when nobody reads. */
export type AwayTimes = Covering & Pick<Away, 'at'>;

/** A stretch of time: from `starts`, up to and not at `ends`. */
export interface Stretch {
	starts: Instant;
	ends: Instant;
}

/** The longest that one mark may last, in days. Longer than this is a matter for the coordinator. */
export const MOST_AWAY_DAYS = 60;
/** The last day may be this many days ahead. */
export const MOST_DAYS_AHEAD = 365;

/** Whether the mentor is away at `now`: from the first moment, up to and not at the last. */
export function isAway(away: Covering, now: Instant): boolean {
	return away.starts <= now && now < endOf(away);
}

/** Whether `personId` stands in at `now`. */
export function isCovering(away: Covering, personId: string, now: Instant): boolean {
	return away.coverId === personId && now < coverEnd(away) && isAway(away, now);
}

/** When the mentor is back: the last day's end or, if they said so before it, then. */
export function endOf({ ends, cancelledAt }: Covering): Instant {
	return Math.min(ends, cancelledAt ?? Infinity);
}

/** Up to when somebody stands in: to the end, to the "no thanks", or for as long as they may. */
export function coverEnd(away: Covering): Instant {
	return Math.min(endOf(away), away.noThanksAt ?? Infinity, away.coverUntil ?? Infinity);
}

/** Whether somebody stands in at `now` or, where those days have not begun, at their beginning. */
export function isCovered(away: Covering, now: Instant): boolean {
	return coverAt([away], Math.max(now, away.starts)) !== undefined;
}

/** From when nobody stands in any more because whoever does may not, though the mentor is still away. */
export function coverStopsAt(away: Covering): Instant | undefined {
	const { coverId, coverUntil } = away;
	return coverId !== null && coverUntil != null && coverUntil < endOf(away) ? coverUntil : undefined;
}

/** The days away on which somebody stands in at `at`, if they do. */
export function coverAt<Row extends Covering>(aways: readonly Row[], at: Instant): Row | undefined {
	return aways.find((away) => away.coverId !== null && isCovering(away, away.coverId, at));
}

/** The days away that `at` is in, if it is. */
export function awayAt<Row extends Covering>(aways: readonly Row[], at: Instant): Row | undefined {
	return aways.find((away) => isAway(away, at));
}

/** Until when `personId` stands in, seen from `now`: days that follow one another are one. Undefined when they don't. */
export function coversUntil(aways: readonly Covering[], personId: string, now: Instant): Instant | undefined {
	let until: Instant | undefined;
	for (let at = now, found; (found = aways.find((away) => isCovering(away, personId, at))); at = until)
		until = coverEnd(found);
	return until;
}

/**
 * When nobody reads: the mentor is away and nobody stands in. Never from before it was marked: what was promised
 * for the time up to then stays promised.
 */
export function unreadStretches(aways: readonly AwayTimes[]): Stretch[] {
	return aways
		.map((away) => {
			const marked = Math.max(away.starts, away.at);
			const starts = away.coverId === null ? marked : Math.max(marked, coverEnd(away));
			return { starts, ends: endOf(away) };
		})
		.filter(({ starts, ends }) => starts < ends);
}

/** The days away that are under way or to come, soonest first. */
export function awaysAhead<Row extends Covering>(aways: readonly Row[], now: Instant): Row[] {
	return aways
		.filter((away) => now < endOf(away) && away.starts < endOf(away))
		.sort((a, b) => a.starts - b.starts);
}

/** The id of the row that one mark has in one pairing. */
export function awayRowId(awayId: string, pairingId: string): string {
	return `${awayId}_${pairingId}`;
}

/** The mark that a row belongs to. */
export function markOf({ id, pairingId }: Pick<Away, 'id' | 'pairingId'>): string {
	return id.slice(0, -pairingId.length - 1);
}

/** Whole days as moments, in `zone`. */
export function daysAsMoments({ from, until }: Pick<Away, 'from' | 'until'>, zone: string): Stretch {
	return { starts: instantAt(from, '00:00', zone), ends: instantAt(addDays(until, 1), '00:00', zone) };
}

export const AwayBody = v.pipe(
	v.object({ from: WrittenDay, until: WrittenDay }),
	v.check(({ from, until }) => from <= until)
);
export type AwayBody = v.InferOutput<typeof AwayBody>;

export const AwayOverBody = v.object({
	/** The mark's, not a row's: it is over everywhere at once. */
	awayId: Id
});
export type AwayOverBody = v.InferOutput<typeof AwayOverBody>;

export const COVER_ANSWERS = ['no_thanks', 'fine'] as const;
export const CoverAnswerBody = v.object({ awayId: Id, pairingId: Id, says: v.picklist(COVER_ANSWERS) });
export type CoverAnswerBody = v.InferOutput<typeof CoverAnswerBody>;

export interface AwayFacts {
	/** The zones of the pairings that they are the mentor of and that have not ended. */
	zones: readonly string[];
	/** Their own days away. */
	aways: readonly Pick<Away, 'from' | 'until' | 'cancelledAt'>[];
}

/** Whether a mentor may mark days away: from today on, not for too long or too far ahead, and no day twice. */
export function mayBeAway({ zones, aways }: AwayFacts, { from, until }: AwayBody, now: Instant): Verdict {
	const [today] = zones.map((zone) => dayOf(now, zone)).sort();
	if (today === undefined) return refuse('not_found');
	if (from < today) return refuse('days_past');
	if (daysBetween(from, until) >= MOST_AWAY_DAYS) return refuse('days_too_many');
	if (until > addDays(today, MOST_DAYS_AHEAD)) return refuse('days_too_far');
	const twice = aways.some((one) => one.cancelledAt === null && one.from <= until && from <= one.until);
	return twice ? refuse('away_already') : send;
}

/** Whether a mentor may say that they are not away after all, or back early: of one's own rows of that mark. */
export function mayEndAway(mine: readonly Covering[], now: Instant): Verdict {
	if (mine.length === 0) return refuse('not_found');
	return mine.some((away) => now < endOf(away)) ? send : refuse('away_over');
}

/** Whether the young person may answer to who stands in: at any time until it is over, and differently again. */
export function mayAnswerCover(
	{ side, away }: { side: Side | undefined; away: Covering | undefined },
	now: Instant
): Verdict {
	if (!side || !away) return refuse('not_found');
	if (side !== 'young') return refuse('not_yours_to_do');
	if (now >= endOf(away)) return refuse('away_over');
	return away.coverId === null ? refuse('not_found') : send;
}

/** Who was agreed to stand in, as long as the programme still offers them; null for nobody. */
export function agreedCover(
	{ coverOfferId }: { coverOfferId: string | null },
	agreement: { terms: { coverId: string | null } } | undefined
): string | null {
	const agreed = agreement?.terms.coverId ?? null;
	return agreed === coverOfferId ? agreed : null;
}
