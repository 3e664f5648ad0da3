import { addDays, dayOf, type Instant } from '../domain/clock/zones';
import { promiseFor } from '../domain/messages/waiting';
import { inForce, type AgreedHours } from '../domain/pairings/agreement';
import { awayAt, coverAt, coverStopsAt, type Away, type Covering } from '../domain/pairings/away';
import { sayCalendarDay, sayDate, sayDay, sayDayAndMonth } from './dates';
import { sayHours } from './hours';
import { m } from './messages';

/** What is said of days away. */
export type AwayLike = Omit<Away, 'id' | 'spaceId' | 'pairingId' | 'mentorId'>;

/** "21–28 December", "28 December – 3 January", "Thursday 26 November" for a single one. */
export function sayAwayDays({ from, until }: Pick<Away, 'from' | 'until'>, today: string): string {
	if (from === until) return sayDate(from, today);
	const [first, last] = [sayDayAndMonth(from), sayDayAndMonth(until)];
	if (from.slice(0, 7) === until.slice(0, 7))
		return m.away_days_in_a_month({ from: String(Number(from.slice(8))), until: last });
	return m.away_days({ from: first, until: last });
}

/** "Sam is away until Sunday": under way. `zone` is where they live. */
export function sayAwayUntil(
	{ until }: Pick<Away, 'until'>,
	name: string,
	now: Instant,
	zone: string
): string {
	const today = dayOf(now, zone);
	return until === today ? m.away_today({ name }) : m.away_until({ name, day: sayCalendarDay(until, today) });
}

/** Who reads what is read at `at`: whoever stands in then, else the mentor. First names. */
export function readerAt(aways: readonly AwayLike[], at: Instant, mentor: string): string {
	return coverAt(aways, at)?.coverName ?? mentor;
}

/** The days away that what is written now runs into, before it is read; undefined when it runs into none. */
export function inTheWay<Row extends AwayLike>(
	agreements: readonly AgreedHours[],
	now: Instant,
	aways: readonly Row[]
): Row | undefined {
	const reads = promiseFor(now, agreements, aways)?.readFrom ?? now;
	const plain = promiseFor(now, agreements)?.readFrom ?? now;
	return awayAt(aways, now) ?? awayAt(aways, reads) ?? awayAt(aways, plain);
}

/** Who reads in the mentor's place while they are away, and when; or that nobody does, and when the mentor is back. */
export function sayInTheirPlace(
	agreements: readonly AgreedHours[],
	away: AwayLike,
	mentor: string,
	now: Instant
): string {
	const agreement = inForce(agreements, now);
	const cover = coverAt([away], Math.max(now, away.starts));
	if (!cover?.coverName) {
		const today = dayOf(now, agreement?.zone ?? 'UTC');
		return m.away_nobody_reads({ name: mentor, day: sayCalendarDay(addDays(away.until, 1), today) });
	}
	const names = { cover: cover.coverName, name: mentor };
	const reads =
		agreement && agreement.hours.length > 0
			? m.away_reads_for({ ...names, hours: sayHours(agreement.hours) })
			: m.away_stands_in({ ...names });
	const day = sayCoverStops(away, now, agreement?.zone ?? 'UTC');
	return day === undefined ? reads : `${reads} ${m.away_reads_until({ cover: cover.coverName, day })}`;
}

/** The last day on which somebody stands in, where the mentor is away for longer. */
export function sayCoverStops(away: Covering, now: Instant, zone: string): string | undefined {
	const stops = coverStopsAt(away);
	return stops === undefined ? undefined : sayDay(stops - 1, now, zone);
}

/** That the mentor is away, from when or until when, beside what it means for whatever is written now. */
export function sayAway(away: AwayLike, name: string, now: Instant, zone: string): string {
	if (away.starts <= now) return sayAwayUntil(away, name, now, zone);
	return m.away_days_line({ name, days: sayAwayDays(away, dayOf(now, zone)) });
}
