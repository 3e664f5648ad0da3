import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { addDays, DAY, dayOf, instantAt, type Instant } from '$lib/domain/clock/zones';
import { isUntold } from '$lib/domain/meetings/occurrences';
import { byMonth, countsFrom, type Counted, type MonthTogether } from '$lib/domain/meetings/together';
import { isExpected } from '$lib/domain/pairings/pairing';
import { meetings, pairings, series } from '../database/schema';
import type { Reading } from '../database/store';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { meetingsBetween } from '../meetings/between';
import { whoseMeetings } from '../meetings/standing-in';
import { namesOf } from '../people/names';
import { couldBeId, runs } from './scope';

export const MONTHS = 12;
/** Nobody is asked about a meeting sooner than this after it ended, nor longer. Days. */
export const ASKED_AFTER_DAYS = 3;
export const ASKED_FOR_DAYS = 30;

/** Meetings of which a mentor, or whoever stood in, has not said whether they took place. */
export interface Unsaid {
	mentorId: string;
	firstName: string;
	starts: Instant[];
}

/** A programme's time together by month, and what nobody has said. Totals only, never of one young person. @throws 404 */
export async function timeTogether(
	house: House,
	who: Who,
	{ id, zone }: { id: string; zone: string }
): Promise<{ months: MonthTogether[]; unsaid: Unsaid[] }> {
	if (!couldBeId(id) || !runs(who).includes(id)) notThere();
	const now = house.now();
	const counted = await countedIn(house.store.read, id, countsFrom(now, MONTHS));
	return { months: byMonth(counted, now, zone, MONTHS), unsaid: await unsaidIn(house, id) };
}

async function countedIn(read: Reading, programmeId: string, since: Instant): Promise<Counted[]> {
	const happened = eq(meetings.happened, true);
	const calledOff = inArray(meetings.calledOffBy, ['mentor', 'cover']);
	const rows = await read
		.select({
			day: meetings.day,
			time: series.time,
			zone: series.zone,
			happened: meetings.happened,
			together: meetings.minutesTogether,
			movedStarts: meetings.movedStarts,
			movedMinutes: meetings.movedMinutes,
			planned: series.minutes
		})
		.from(meetings)
		.innerJoin(pairings, eq(pairings.id, meetings.pairingId))
		.innerJoin(series, eq(series.id, meetings.seriesId))
		.where(
			and(
				eq(pairings.programmeId, programmeId),
				or(happened, calledOff),
				or(gte(meetings.day, addDays(dayOf(since, 'UTC'), -1)), gte(meetings.movedStarts, since))
			)
		);
	return rows.map((row) => ({
		starts: row.movedStarts ?? instantAt(row.day, row.time, row.zone),
		// One that was called off and then took place at another time took place.
		is: row.happened ? 'happened' : 'called_off',
		minutes: row.together ?? row.movedMinutes ?? row.planned
	}));
}

async function unsaidIn(house: House, programmeId: string): Promise<Unsaid[]> {
	const now = house.now();
	const { read } = house.store;
	const rows = await read.select().from(pairings).where(eq(pairings.programmeId, programmeId));
	const running = rows.filter(isExpected);
	const until = now - ASKED_AFTER_DAYS * DAY;
	const recent = await meetingsBetween(house, running, now - ASKED_FOR_DAYS * DAY, now);
	const passed = recent.filter((one) => isUntold(one, until));
	const known = new Map(running.map((pairing) => [pairing.id, pairing]));
	const whose = await whoseMeetings(read, [...known.keys()]);
	const byMentor = new Map<string, Instant[]>();
	for (const { pairingId, starts } of passed) {
		const pairing = known.get(pairingId);
		if (!pairing || starts < pairing.startedAt) continue;
		const mentorId = whose(pairing, starts);
		byMentor.set(mentorId, [...(byMentor.get(mentorId) ?? []), starts]);
	}
	const names = await namesOf(read, [...byMentor.keys()]);
	return [...byMentor]
		.map(([mentorId, starts]) => ({ mentorId, firstName: names.get(mentorId) ?? '', starts }))
		.sort(
			(one, other) => one.firstName.localeCompare(other.firstName) || (one.mentorId < other.mentorId ? -1 : 1)
		);
}
