import { and, eq, gte, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import { addDays, DAY, dayOf, instantAt, type Instant } from '$lib/domain/clock/zones';
import { isShortNotice } from '$lib/domain/meetings/occurrences';
import { LOOKS_BACK_DAYS, type MentorEvent } from '$lib/domain/meetings/reliability';
import { inForce, type Agreement } from '$lib/domain/pairings/agreement';
import { USUAL_TERMS } from '$lib/domain/pairings/terms';
import { agreements, meetings, pairings, series } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { whoseMeetings } from '../meetings/standing-in';

/** One mentor’s doing, in one programme. `why` is sealed. */
export interface Gathered extends MentorEvent {
	programmeId: string;
	mentorId: string;
}

/**
 * Every meeting of these programmes that an adult called off, was late for or missed of late. A meeting counts once,
 * as the gravest of what became of it. What a young person did is no part of any question asked here.
 */
export async function mentorEventsIn(
	{ store: { read }, now }: House,
	programmeIds: readonly string[]
): Promise<Gathered[]> {
	if (programmeIds.length === 0) return [];
	const recently = recentIn(programmeIds, now() - LOOKS_BACK_DAYS * DAY);
	const [missed, calledOff, late] = [
		await rowsOf(read, recently, inArray(meetings.missedBy, ['mentor', 'both'])),
		await rowsOf(read, recently, inArray(meetings.calledOffBy, ['mentor', 'cover'])),
		await rowsOf(read, recently, isNotNull(meetings.mentorLateAt))
	];
	const pairingIds = [...new Set([...missed, ...calledOff, ...late].map(({ pairing }) => pairing.id))];
	const whose = await whoseMeetings(read, pairingIds);
	const agreed = await agreementsOf(
		read,
		calledOff.map(({ pairing }) => pairing.id)
	);
	const gathered = (row: Row, told: Pick<MentorEvent, 'what'> & Partial<Gathered>): Gathered => {
		const starts = told.starts ?? row.movedStarts ?? instantAt(row.day, row.time, row.zone);
		const { id: meetingId, pairing } = row;
		const mentorId = whose(pairing, starts);
		const plain = { meetingId, programmeId: pairing.programmeId, mentorId, at: starts, starts };
		return { ...plain, why: '', lateMinutes: null, ...told };
	};
	return once([
		...missed.map((row) => gathered(row, { what: 'missed' })),
		...calledOff.map((row) => gathered(row, callOff(row, agreed.get(row.pairing.id) ?? []))),
		...late.map((row) => gathered(row, { what: 'late', lateMinutes: row.lateMinutes }))
	]);
}

function callOff(row: Row, agreed: readonly Agreement[]) {
	const { calledOffAt, calledOffStarts, calledOffById, why } = row;
	const at = calledOffAt ?? 0;
	const starts = calledOffStarts ?? instantAt(row.day, row.time, row.zone);
	const notice = inForce(agreed, at)?.terms.noticeHours ?? USUAL_TERMS.noticeHours;
	const what = isShortNotice(starts, at, notice) ? ('short_notice' as const) : ('in_time' as const);
	return { what, at, starts, why, ...(calledOffById && { mentorId: calledOffById }) };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(read: Reading, recently: SQL | undefined, became: SQL) {
	return read
		.select({
			id: meetings.id,
			pairing: { id: pairings.id, programmeId: pairings.programmeId, mentorId: pairings.mentorId },
			day: meetings.day,
			time: series.time,
			zone: series.zone,
			movedStarts: meetings.movedStarts,
			calledOffById: meetings.calledOffById,
			calledOffAt: meetings.calledOffAt,
			calledOffStarts: meetings.calledOffStarts,
			why: meetings.calledOffWhy,
			lateMinutes: meetings.mentorLateMinutes
		})
		.from(meetings)
		.innerJoin(pairings, eq(pairings.id, meetings.pairingId))
		.innerJoin(series, eq(series.id, meetings.seriesId))
		.where(and(recently, became));
}

function recentIn(programmeIds: readonly string[], since: Instant): SQL | undefined {
	// A zone may be a day behind.
	const firstDay = addDays(dayOf(since, 'UTC'), -1);
	return and(
		inArray(pairings.programmeId, [...programmeIds]),
		or(gte(meetings.day, firstDay), gte(meetings.movedStarts, since), gte(meetings.calledOffAt, since))
	);
}

/** Each mentor’s each meeting once: the first stands. */
function once(events: readonly Gathered[]): Gathered[] {
	const known = new Set<string>();
	return events.filter(({ mentorId, meetingId }) => {
		const key = `${mentorId} ${meetingId}`;
		return !known.has(key) && known.add(key);
	});
}

async function agreementsOf(read: Reading, pairingIds: string[]): Promise<Map<string, Agreement[]>> {
	const found = new Map<string, Agreement[]>();
	if (pairingIds.length === 0) return found;
	const rows = await read.select().from(agreements).where(inArray(agreements.pairingId, pairingIds));
	for (const row of rows) found.set(row.pairingId, [...(found.get(row.pairingId) ?? []), row]);
	return found;
}
