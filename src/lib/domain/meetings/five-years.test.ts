import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addDays, DAY, HOUR, instantAt, MINUTE, weekdayOf, type Day, type Instant } from '../clock/zones';
import { isBankHoliday, NATIONS } from './bank-holidays';
import { afterCallOff } from './call-off';
import { withChanges, type ChangedRows } from './facts';
import { meetingId, type OfferedTime, type Scope } from './meeting';
import { afterMove } from './move';
import { afterMoveAnswer } from './move-answer';
import { isCalledOff, occurrencesOf, type MeetingRows } from './occurrences';
import { ordinalOf } from './rhythm';
import { REPEATS, type Series } from './series';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const ZONES = ['Europe/London', 'America/New_York', 'Pacific/Auckland'];
const FIVE_YEARS = 5 * 365 + 2;
const FIRST = '2024-01-15';

const time = fc
	.integer({ min: 0, max: 24 * 4 - 1 })
	.map(
		(quarter) =>
			`${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
	);

const seriesIn = (zone: string, repeats: readonly Series['repeats'][]) =>
	fc
		.record({
			offset: fc.integer({ min: 0, max: 40 }),
			...{ time, repeats: fc.constantFrom(...repeats), skipsHolidays: fc.constantFrom(null, ...NATIONS) }
		})
		.map(({ offset, ...rest }): Series => ({
			...{ id: 'series-0', spaceId: 'space', pairingId: 'pairing-1', zone, minutes: 60, place: 'Library' },
			...{ travel: '', until: null, startsOn: addDays(FIRST, offset), ...rest }
		}));

const starting = (series: Series) => instantAt(addDays(series.startsOn, -20), '12:00', series.zone);
const fiveYearsOf = ({ series, records, moves }: MeetingRows, first: Series) =>
	occurrencesOf(series, records, moves, starting(first), starting(first) + FIVE_YEARS * DAY);

/** Whether a series has a meeting on a day, told as people tell it, a day at a time. */
function says(series: Series, day: Day): boolean {
	const since = (Date.parse(day) - Date.parse(series.startsOn)) / DAY;
	if (since < 0 || (series.until !== null && day > series.until)) return false;
	if (series.skipsHolidays && isBankHoliday(day, series.skipsHolidays)) return false;
	if (series.repeats === 'once') return since === 0;
	if (series.repeats === 'weekly') return since % 7 === 0;
	if (series.repeats === 'fortnightly') return since % 14 === 0;
	if (weekdayOf(day) !== weekdayOf(series.startsOn)) return false;
	const which = (one: Day) => Math.ceil(Number(one.slice(8)) / 7);
	const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
	return which(series.startsOn) === 5 ? isLast : which(day) === which(series.startsOn);
}

/** What the clock on the wall shows, as the zone's own people would write it. */
const wall = (instant: Instant, zone: string) => clocks.get(zone)?.format(instant) ?? '';
const clocks = new Map(
	ZONES.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
	])
);

describe.each(ZONES)('over five years in %s', (zone) => {
	it('a series has exactly the meetings that people would tell, at the agreed time on the wall', () => {
		fc.assert(
			fc.property(seriesIn(zone, REPEATS), (series) => {
				const found = fiveYearsOf({ series: [series], records: [], moves: [] }, series);
				const days = Array.from({ length: FIVE_YEARS - 22 }, (_, index) => addDays(series.startsOn, index));
				const wanted = days.filter((day) => says(series, day));
				expect(found.map(({ day }) => day).slice(0, wanted.length)).toEqual(wanted);
				expect(found.length - wanted.length).toBeLessThan(2);
				for (const { day, starts, ends } of found) {
					expect(ends - starts).toBe(60 * MINUTE);
					const shown = wall(starts, zone);
					// Only a time that the clocks skip cannot be kept: then it is as much later as they jump.
					const agreed = `${day} ${series.time}`;
					if (shown !== agreed) expect(wall(starts - HOUR, zone) < agreed && agreed < shown).toBe(true);
				}
			}),
			{ numRuns: 20 }
		);
	});

	it('whatever single meetings become, none is lost or doubled, and no other one is touched', () => {
		fc.assert(
			fc.property(
				seriesIn(zone, ['weekly', 'fortnightly', 'monthly']),
				fc.array(
					fc.record({ index: fc.nat(40), shift: fc.integer({ min: -9, max: 9 }), time, off: fc.boolean() }),
					{
						maxLength: 12
					}
				),
				(series, changes) => {
					let rows: MeetingRows = { series: [series], records: [], moves: [] };
					const before = fiveYearsOf(rows, series);
					const touched = new Map<string, Instant | 'off'>();
					for (const [turn, { index, shift, time, off }] of changes.entries()) {
						const one = before[index];
						if (!one || touched.get(one.id) === 'off') continue;
						const taken = { day: addDays(one.day, shift), time };
						rows = off ? offed(rows, one, `off-${turn}`) : movedTo(rows, one, 'this', taken, `move-${turn}`);
						touched.set(one.id, off ? 'off' : instantAt(taken.day, time, zone));
					}
					const after = new Map(fiveYearsOf(rows, series).map((one) => [one.id, one]));
					expect([...after.keys()].sort()).toEqual(before.map(({ id }) => id).sort());
					for (const one of before) {
						const now = after.get(one.id);
						const became = touched.get(one.id);
						expect(isCalledOff(now?.record)).toBe(became === 'off');
						if (became !== 'off') expect(now?.starts).toBe(became ?? one.starts);
					}
				}
			),
			{ numRuns: 20 }
		);
	});

	it('whatever series become, each place in the row keeps its one meeting, as it was left by hand', () => {
		fc.assert(
			fc.property(
				seriesIn(zone, ['weekly', 'fortnightly', 'monthly']),
				fc.array(anyTurn, { maxLength: 10 }),
				(any, turns) => {
					const series = { ...any, skipsHolidays: null };
					// Where "the last" is the fourth, it is moved otherwise: see taking.test.ts.
					fc.pre(series.repeats !== 'monthly' || ordinalOf(series.startsOn) < 5);
					const model = new Row(series);
					let rows: MeetingRows = { series: [series], records: [], moves: [] };
					for (const [turn, { index, shift, time, what }] of turns.entries()) {
						const slot = model.slots[index];
						if (!slot || slot.off) continue;
						const one = { ...slot, id: meetingId(slot) };
						if (what === 'off') {
							rows = offed(rows, one, `off-${turn}`);
							slot.off = true;
							continue;
						}
						// As far as the weekday of a month stays the one it is: see below.
						const taken = {
							day: addDays(slot.at ? slot.day : one.day, series.repeats === 'monthly' ? 0 : shift),
							time
						};
						rows = movedTo(rows, one, what, taken, `move-${turn}`);
						model.moved(index, what, taken, `answer-move-${turn}`);
					}
					const found = fiveYearsOf(rows, series).map(
						(one) => `${one.starts} ${isCalledOff(one.record)} ${one.id}`
					);
					expect(found).toEqual(model.told(starting(series), starting(series) + FIVE_YEARS * DAY));
				}
			),
			{ numRuns: 30 }
		);
	});
});

const anyTurn = fc.record({
	index: fc.nat(30),
	shift: fc.integer({ min: -3, max: 3 }),
	time,
	what: fc.constantFrom<(Scope | 'off')[]>('this', 'later', 'all', 'off')
});

type Which = { seriesId: string; day: Day; starts: Instant };
const MENTOR = { personId: 'sam', side: 'mentor' as const };
const YOUNG = { personId: 'ash', side: 'young' as const };
/** Long before any of the meetings. */
const NOW = Date.parse('2023-12-01T12:00Z');
const about = ({ seriesId, day, starts }: Which) => ({ pairingId: 'pairing-1', seriesId, day, starts });

/** Sam asks, Ash takes. */
function movedTo(rows: MeetingRows, one: Which, scope: Scope, taken: OfferedTime, id: string): MeetingRows {
	const asked = {
		...about(one),
		scope,
		times: [taken],
		minutes: 60,
		place: 'Library',
		note: '',
		calledOff: false
	};
	const open = kept(rows, afterMove(rows, { ...MENTOR, id }, asked, NOW));
	const answer = { ...about(one), moveId: id, says: 'take' as const, taken };
	return kept(open, afterMoveAnswer(open, { ...YOUNG, id: `answer-${id}` }, answer, NOW));
}

function offed(rows: MeetingRows, one: Which, id: string): MeetingRows {
	return kept(rows, afterCallOff(rows, { ...YOUNG, id }, { ...about(one), why: '', times: [] }, NOW));
}

/** No row twice, and no record that is about nothing. */
function kept(rows: MeetingRows, changed: ChangedRows): MeetingRows {
	const next = withChanges(rows, changed);
	for (const all of [next.series, next.records, next.moves])
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
	expect(next.records.every((one) => next.series.some(({ id }) => id === one.seriesId))).toBe(true);
	return next;
}

interface Slot {
	seriesId: string;
	day: Day;
	starts: Instant;
	/** Set by hand, on its own. */
	at: boolean;
	off: boolean;
}

/** The same told the long way: a row of places, each with its one meeting. */
class Row {
	slots: Slot[] = [];

	constructor(private readonly series: Series) {
		for (let day = series.startsOn; this.slots.length < 290 && day < '2031'; day = addDays(day, 1))
			if (says(series, day)) this.slots.push(this.#slot(series.id, day, series.time));
	}

	moved(index: number, what: Scope, taken: OfferedTime, seriesId: string): void {
		const asked = this.slots[index] as Slot;
		if (what === 'this') {
			Object.assign(asked, { starts: this.#at(taken.day, taken.time), at: true });
			return;
		}
		const first = what === 'all' ? this.slots.findIndex((slot) => slot.seriesId === asked.seriesId) : index;
		const old = asked.seriesId;
		const days = this.#daysFrom(index, first, taken.day);
		this.slots = this.slots.map((slot, place) => {
			const day = days[place - first];
			if (place < first || slot.seriesId !== old || day === undefined) return slot;
			const anew = this.#slot(seriesId, day, taken.time);
			if (place === index) return anew;
			return slot.at ? { ...slot, seriesId, day } : { ...anew, off: slot.off };
		});
	}

	/** Every meeting under way within, as it should be found. */
	told(from: Instant, until: Instant): string[] {
		return this.slots
			.filter(({ starts }) => starts + 60 * MINUTE > from && starts < until)
			.map((slot) => ({ ...slot, id: meetingId(slot) }))
			.sort((a, b) => a.starts - b.starts || (a.id < b.id ? -1 : 1))
			.map(({ starts, off, id }) => `${starts} ${off} ${id}`);
	}

	/** The days of the new rhythm, that of place `first` at the front and `day` in place `index`. */
	#daysFrom(index: number, first: number, day: Day): Day[] {
		const { repeats } = this.series;
		if (repeats !== 'monthly') {
			const step = repeats === 'weekly' ? 7 : 14;
			return this.slots.map((_, place) => addDays(day, (place + first - index) * step));
		}
		// In the same place of each month, so that the days stay as they are.
		return this.slots.slice(first).map((slot) => slot.day);
	}

	#at = (day: Day, time: string) => instantAt(day, time, this.series.zone);
	#slot = (seriesId: string, day: Day, time: string): Slot => ({
		...{ seriesId, day, starts: this.#at(day, time), at: false, off: false }
	});
}
