import { addDays, instantAt, type Day, type Instant } from '../clock/zones';
import { NOTHING_CHANGED, recordOf, type ChangedRows } from './facts';
import { meetingId, type MeetingRecord, type Move, type OfferedTime } from './meeting';
import { isCalledOff, occurrenceOn, type MeetingRows } from './occurrences';
import { emptyRecord, NOTHING_SAID } from './record';
import { dayAt, LAST, lastOfMonth, lastStepUpTo, leavesOut, ordinalOf, stepOf } from './rhythm';
import type { Series } from './series';

/**
 * What follows when one of the times of a move is taken: the meeting is there, or the series goes on from there.
 * Whatever else was asked about it is overtaken.
 * @param id of a series that may begin by it
 */
export function afterTaking(
	rows: MeetingRows,
	move: Move,
	time: OfferedTime,
	id: string,
	now: Instant
): ChangedRows {
	const series = rows.series.find((one) => one.id === move.seriesId);
	const asked = series && stepOf(series, move.day);
	if (!series || asked === undefined || asked > lastStepOf(series) || isAlone(series, move))
		return oneMoved(rows, move, time, now);
	return seriesMoved(rows, { series, move, time, asked, id, now });
}

/** Whether nothing follows the meeting that is moved. */
const isAlone = (series: Series, move: Move) => move.scope === 'this' || series.repeats === 'once';

/** Of the last meeting, counted from 0. */
const lastStepOf = (series: Series) =>
	series.until === null ? Infinity : lastStepUpTo(series, series.until);

function oneMoved(rows: MeetingRows, move: Move, time: OfferedTime, now: Instant): ChangedRows {
	const record = recordOf(rows, move);
	const zone = rows.series.find(({ id }) => id === move.seriesId)?.zone ?? 'UTC';
	const { minutes, place } = move;
	const others = rows.moves.filter(
		(one) => one.state === 'open' && one.id !== move.id && meetingId(one) === meetingId(move)
	);
	return {
		...NOTHING_CHANGED,
		records: [
			{
				...record,
				...NOTHING_SAID,
				movedTo: { starts: instantAt(time.day, time.time, zone), minutes, place },
				// Later than it was called off, however fast somebody was: then it is on again.
				movedAt: Math.max(now, (record.calledOffAt ?? 0) + 1),
				// One offered it, the other took it.
				...{ youngYesAt: now, mentorYesAt: now }
			}
		],
		moves: [settled(move, time, now), ...others.map((one) => overtaken(one, now))]
	};
}

interface Moving {
	series: Series;
	move: Move;
	time: OfferedTime;
	/** The place in the row of the meeting that was asked about. */
	asked: number;
	id: string;
	now: Instant;
}

/** The old series ends on the day before its first meeting that goes; a new one of the same rhythm goes on. */
function seriesMoved(rows: MeetingRows, moving: Moving): ChangedRows {
	const { series, move, time, asked, id, now } = moving;
	const { back, startsOn } =
		move.scope === 'all' ? furthestBack(rows, moving) : { back: 0, startsOn: time.day };
	const bridge = bridgeTo(series, startsOn).slice(0, lastStepOf(series) - (asked - back) + 1);
	const first = asked - back + bridge.length;
	const fresh: Series = {
		...series,
		...{ id, startsOn: lastAfter(startsOn, bridge), time: time.time },
		...{ minutes: move.minutes, place: move.place },
		travel: move.place === series.place ? series.travel : ''
	};
	// As many meetings as there were, whichever weekday they are on now.
	const left = lastStepOf(series) - first;
	if (left !== Infinity) fresh.until = left < 0 ? addDays(fresh.startsOn, -1) : dayAt(fresh, left);
	const last = addDays(dayAt(series, first), -1);
	const old = { ...series, until: series.until !== null && series.until < last ? series.until : last };
	const newDay = (day: Day): Day | undefined => {
		const step = stepOf(series, day);
		return step === undefined || step < first ? undefined : dayAt(fresh, step - first);
	};
	const records = rows.records.filter(({ seriesId }) => seriesId === series.id);
	const { changed, carried } = carriedRecords(rows, records, move.day, fresh, newDay, now);
	const moved = bridge.flatMap((day, index) => oneByOne(rows, moving, day, asked - back + index));
	const others = rows.moves.filter(
		(one) => one.state === 'open' && one.id !== move.id && one.seriesId === series.id
	);
	return {
		series: [old, fresh],
		records: [...changed, ...moved],
		carried,
		moves: [settled(move, time, now), ...others.flatMap((one) => movedOn(one, move, id, newDay, now))]
	};
}

/**
 * "The last Monday of the month" may be the fourth, and a series that begins on one would go on as "the fourth
 * Monday". So that it stays the last, the meetings up to the first month with five are moved one by one: their days.
 */
function bridgeTo({ repeats, startsOn: began }: Series, startsOn: Day): Day[] {
	const bridge: Day[] = [];
	if (!staysLast({ repeats, startsOn: began }, startsOn)) return bridge;
	for (let day = startsOn; ordinalOf(day) !== LAST; day = lastAfter(startsOn, bridge)) bridge.push(day);
	return bridge;
}

/** Whether "the last Monday" goes on as the last. */
const staysLast = ({ repeats, startsOn }: Pick<Series, 'repeats' | 'startsOn'>, day: Day) =>
	repeats === 'monthly' && ordinalOf(startsOn) === LAST && day === lastOfMonth(day, 0);

const lastAfter = (startsOn: Day, bridge: readonly Day[]): Day =>
	bridge.length === 0 ? startsOn : lastOfMonth(startsOn, bridge.length);

function oneByOne(
	rows: MeetingRows,
	{ series, move, time, now }: Moving,
	day: Day,
	step: number
): MeetingRecord[] {
	const record = recordOf(rows, { seriesId: series.id, day: dayAt(series, step) });
	const byHand = record.movedTo !== null || isCalledOff(record);
	const leftOut = leavesOut(series, record.day) || leavesOut(series, day);
	if (record.day !== move.day && (byHand || leftOut)) return [];
	const starts = instantAt(day, time.time, series.zone);
	const movedAt = Math.max(now, (record.calledOffAt ?? 0) + 1);
	const { minutes, place } = move;
	return [{ ...record, ...NOTHING_SAID, movedTo: { starts, minutes, place }, movedAt }];
}

/** "All" begins with the first meeting that is still to come, where its new day is still to come as well. */
function furthestBack(
	rows: MeetingRows,
	{ series, time, asked, now }: Moving
): { back: number; startsOn: Day } {
	let found = { back: 0, startsOn: time.day };
	for (let back = 1; back <= asked; back++) {
		const startsOn = stepsBefore(series, time.day, back);
		const day = dayAt(series, asked - back);
		const starts = occurrenceOn(rows, { seriesId: series.id, day })?.starts;
		const toCome = (starts ?? instantAt(day, series.time, series.zone)) > now;
		if (!toCome || instantAt(startsOn, time.time, series.zone) <= now) break;
		const alike = series.repeats !== 'monthly' || ordinalOf(startsOn) === ordinalOf(time.day);
		if (alike || staysLast(series, time.day)) found = { back, startsOn };
	}
	return found;
}

function stepsBefore(series: Series, day: Day, steps: number): Day {
	if (staysLast(series, day)) return lastOfMonth(day, -steps);
	return dayAt({ startsOn: day, repeats: series.repeats }, -steps);
}

/**
 * What was moved or called off by hand stays so for the meeting that takes its place in the row. A meeting that has
 * begun or was told of stays where it is; words about a time that is none any more go.
 */
function carriedRecords(
	rows: MeetingRows,
	records: readonly MeetingRecord[],
	askedDay: Day,
	fresh: Series,
	newDay: (day: Day) => Day | undefined,
	now: Instant
): { changed: MeetingRecord[]; carried: [string, string][] } {
	const changed: MeetingRecord[] = [];
	const carried: [string, string][] = [];
	for (const record of records) {
		const day = newDay(record.day);
		const off = isCalledOff(record);
		if (day === undefined || record.toldAt !== null || !(record.movedTo || off)) continue;
		if ((occurrenceOn(rows, record)?.starts ?? 0) <= now) continue;
		// The meeting that was asked about is at the time that was taken; that it had been called off stays to be read.
		if (record.day === askedDay && off) continue;
		changed.push(emptyRecord(record));
		if (record.day === askedDay) continue;
		const id = meetingId({ seriesId: fresh.id, day });
		changed.push({ ...record, id, seriesId: fresh.id, day });
		carried.push([record.id, id]);
	}
	return { changed, carried };
}

/** What was asked of single later meetings is asked of those in their place; all else is overtaken. */
function movedOn(
	one: Move,
	taken: Move,
	seriesId: string,
	newDay: (day: Day) => Day | undefined,
	now: Instant
): Move[] {
	const day = newDay(one.day);
	if (one.scope !== 'this' || meetingId(one) === meetingId(taken)) return [overtaken(one, now)];
	return day === undefined ? [] : [{ ...one, seriesId, day }];
}

const settled = (move: Move, taken: OfferedTime, settledAt: Instant): Move => ({
	...move,
	...{ state: 'taken', taken, settledAt }
});
const overtaken = (move: Move, settledAt: Instant): Move => ({ ...move, state: 'overtaken', settledAt });
