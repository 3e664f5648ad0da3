import { addDays, dayOf, MINUTE, type Day, type Instant } from '../clock/zones';
import type { Side } from '../pairings/pairing';
import { meetingId, type CallerOff, type MeetingRecord, type MissedBy, type Move } from './meeting';
import { daysFrom, hasDay } from './rhythm';
import { meetingOn, type Meeting, type Series } from './series';

/** All that is written about meetings, of one pairing or of several. */
export interface MeetingRows {
	series: readonly Series[];
	records: readonly MeetingRecord[];
	moves: readonly Move[];
}

/** How one meeting stands. What has passed and was not told of is `planned` or `yes` still. */
export type MeetingStanding =
	| { is: 'planned' }
	/** Both have said that they will be there. */
	| { is: 'yes' }
	/** By whoever asked last. */
	| { is: 'asked_to_move'; by: Side }
	/** From when it was in its series. */
	| { is: 'moved'; from: Instant }
	/** `before`: how long before it would have begun, in milliseconds; below 0 afterwards. */
	| { is: 'called_off'; by: CallerOff; at: Instant; why: string; before: number }
	| { is: 'happened'; minutes: number | null }
	| { is: 'missed'; by: MissedBy };

/** One meeting as it is now: with what became of it, wherever it was moved. */
export interface Occurrence extends Meeting {
	/** Stays the same when it is moved. */
	id: string;
	pairingId: string;
	zone: string;
	travel: string;
	/** How long it is, in minutes. */
	minutes: number;
	/** When it would be in its series, if it was moved from there. */
	movedFrom: Instant | null;
	/** Who has said "I'll be there" for this time. */
	yes: { young: boolean; mentor: boolean };
	record: MeetingRecord | undefined;
	/** What either side has asked and the other not answered, oldest first. */
	moves: Move[];
	standing: MeetingStanding;
}

/**
 * Every meeting that is under way at some time from `from` up to and not at `until`, at the time it has now,
 * soonest first. Those called off are among them.
 */
export function occurrencesOf(
	series: readonly Series[],
	records: readonly MeetingRecord[],
	moves: readonly Move[],
	from: Instant,
	until: Instant
): Occurrence[] {
	const within = ({ starts, ends }: Occurrence) => ends > from && starts < until;
	return gathered({ series, records, moves }, (one) => daysBetween(one, from, until)).filter(within);
}

/** The next `count` that have not ended by `now` and are not called off. */
export function nextOccurrences(
	{ series, records, moves }: MeetingRows,
	now: Instant,
	count: number
): Occurrence[] {
	const days = (one: Series): Day[] => {
		const from = dayBefore(now, one);
		// Whatever became of a meeting, it is at most one that does not count.
		const most = count + 1 + records.filter(({ seriesId, day }) => seriesId === one.id && day >= from).length;
		return taking(daysFrom(one, from), most);
	};
	return gathered({ series, records, moves }, days)
		.filter(({ ends, standing }) => ends > now && standing.is !== 'called_off')
		.slice(0, count);
}

/** The meeting under way or, failing that, the next one; one that is called off is neither. */
export function nextOccurrence(rows: MeetingRows, now: Instant): Occurrence | undefined {
	return nextOccurrences(rows, now, 1)[0];
}

/** One meeting by its series and day, or undefined where there is none, or none any more. */
export function occurrenceOn(
	{ series, records, moves }: MeetingRows,
	which: { seriesId: string; day: Day }
): Occurrence | undefined {
	const one = series.find(({ id }) => id === which.seriesId);
	const id = meetingId(which);
	const record = records.find((row) => row.id === id);
	if (!one || !(hasDay(one, which.day) || outlasts(record))) return undefined;
	return occurrence(
		one,
		which.day,
		record,
		moves.filter((move) => meetingId(move) === id)
	);
}

/** Series that end with their pairing: no meeting begins after its last day. */
export function endingWith(series: readonly Series[], endsOn: Day | null): Series[] {
	return series.map((one) =>
		endsOn !== null && (one.until === null || one.until > endsOn) ? { ...one, until: endsOn } : one
	);
}

/** Whether it is called off now: taking another time for it brings it back. */
export function isCalledOff(record: Pick<MeetingRecord, 'calledOffAt' | 'movedAt'> | undefined): boolean {
	if (!record || record.calledOffAt === null) return false;
	return record.movedAt === null || record.movedAt <= record.calledOffAt;
}

/**
 * Whether somebody calls off at `at` later than was agreed.
 * @param starts when it would have begun
 * @param noticeHours how long before was agreed; exactly as long before is in time
 */
export function isShortNotice(starts: Instant, at: Instant, noticeHours: number): boolean {
	return starts - at < noticeHours * 60 * MINUTE;
}

/** Whether it is over and nobody has said if it took place; one that is off needs no word. */
export function isUntold(one: Pick<Occurrence, 'ends' | 'standing'>, now: Instant): boolean {
	return one.ends <= now && !isSettled(one);
}

/** Whether it is off, or it was said what became of it. */
export function isSettled({ standing }: Pick<Occurrence, 'standing'>): boolean {
	return ['called_off', 'happened', 'missed'].includes(standing.is);
}

/** What was moved or called off by hand is shown even where its series does not reach any more. */
const outlasts = (record: MeetingRecord | undefined) =>
	record !== undefined && (record.movedTo !== null || isCalledOff(record));

function gathered({ series, records, moves }: MeetingRows, days: (one: Series) => Day[]): Occurrence[] {
	const recordsOf = grouped(records, ({ seriesId }) => seriesId);
	const asked = grouped(moves, meetingId);
	return series
		.flatMap((one) => {
			const known = new Map(recordsOf.get(one.id)?.map((record) => [record.day, record]));
			const byHand = [...known.values()].filter(outlasts).map(({ day }) => day);
			return [...new Set([...days(one), ...byHand])].map((day) =>
				occurrence(one, day, known.get(day), asked.get(meetingId({ seriesId: one.id, day })) ?? [])
			);
		})
		.sort((a, b) => a.starts - b.starts || (a.id < b.id ? -1 : 1));
}

/** Phones that are a few years old have no `Map.groupBy`. */
function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(by(row));
		if (group) group.push(row);
		else groups.set(by(row), [row]);
	}
	return groups;
}

function occurrence(
	series: Series,
	day: Day,
	record: MeetingRecord | undefined,
	moves: readonly Move[]
): Occurrence {
	const inSeries = meetingOn(series, day);
	const { starts, minutes, place } = record?.movedTo ?? {
		...inSeries,
		minutes: series.minutes
	};
	const open = moves.filter(({ state }) => state === 'open').sort((a, b) => a.at - b.at);
	return {
		...{ id: meetingId(inSeries), seriesId: series.id, pairingId: series.pairingId, day },
		...{ starts, ends: starts + minutes * MINUTE, minutes, place },
		...{ zone: series.zone, travel: place === series.place ? series.travel : '' },
		movedFrom: starts === inSeries.starts ? null : inSeries.starts,
		yes: { young: Boolean(record?.youngYesAt), mentor: Boolean(record?.mentorYesAt) },
		...{ record, moves: open },
		standing: standingOf(record, open, inSeries, starts)
	};
}

function standingOf(
	record: MeetingRecord | undefined,
	open: readonly Move[],
	inSeries: Meeting,
	starts: Instant
): MeetingStanding {
	const last = open.at(-1);
	const asked: MeetingStanding | undefined = last && { is: 'asked_to_move', by: last.by };
	if (!record) return asked ?? { is: 'planned' };
	if (isCalledOff(record)) {
		const { calledOffBy, calledOffAt, calledOffWhy: why } = record;
		const at = calledOffAt ?? 0;
		return { is: 'called_off', by: calledOffBy ?? 'programme', at, why, before: starts - at };
	}
	if (record.happened === true) return { is: 'happened', minutes: record.minutesTogether };
	if (record.happened === false) return { is: 'missed', by: record.missedBy ?? 'both' };
	if (asked) return asked;
	if (record.movedTo && (starts !== inSeries.starts || record.movedTo.place !== inSeries.place))
		return { is: 'moved', from: inSeries.starts };
	return record.youngYesAt && record.mentorYesAt ? { is: 'yes' } : { is: 'planned' };
}

/** A meeting late in the evening may still be under way the day after. */
const dayBefore = (at: Instant, { zone }: Series) => addDays(dayOf(at, zone), -1);

function daysBetween(series: Series, from: Instant, until: Instant): Day[] {
	const last = dayOf(until, series.zone);
	const days: Day[] = [];
	for (const day of daysFrom(series, dayBefore(from, series))) {
		if (day > last) break;
		days.push(day);
	}
	return days;
}

function taking(days: Iterable<Day>, most: number): Day[] {
	const taken: Day[] = [];
	for (const day of days) if (taken.push(day) >= most) break;
	return taken;
}
