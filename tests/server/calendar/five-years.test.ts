import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, DAY, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import { NATIONS } from '../../../src/lib/domain/meetings/bank-holidays';
import { meetingId, type MeetingRecord } from '../../../src/lib/domain/meetings/meeting';
import { isCalledOff, occurrencesOf } from '../../../src/lib/domain/meetings/occurrences';
import { emptyRecord } from '../../../src/lib/domain/meetings/record';
import { REPEATS, type Series } from '../../../src/lib/domain/meetings/series';
import { calendarFile } from '../../../src/lib/server/calendar/file';
import { inCalendar } from '../../../src/lib/server/calendar/meetings';
import { parsed } from './town';

const FIVE_YEARS = 5 * 365 + 2;
const FIRST = '2024-01-15';
const NOW = Date.UTC(2024, 0, 10, 12);

const time = fc
	.integer({ min: 0, max: 24 * 4 - 1 })
	.map((quarter) => new Date(quarter * 15 * MINUTE).toISOString().slice(11, 16));

const seriesIn = (zone: string) =>
	fc
		.record({
			offset: fc.integer({ min: 0, max: 40 }),
			...{ time, repeats: fc.constantFrom(...REPEATS), skipsHolidays: fc.constantFrom(null, ...NATIONS) },
			minutes: fc.integer({ min: 15, max: 480 })
		})
		.map(({ offset, ...rest }): Series => ({
			...{ id: 'series-0', spaceId: 'space', pairingId: 'pairing-1', zone, place: 'Café, 1st floor; left' },
			...{ travel: '', until: null, startsOn: addDays(FIRST, offset), ...rest }
		}));

const change = fc.record({
	index: fc.nat(60),
	shift: fc.integer({ min: -9, max: 9 }),
	...{ time, off: fc.boolean(), minutes: fc.integer({ min: 15, max: 480 }) }
});

describe.each(['Europe/London', 'America/New_York', 'Pacific/Auckland'])('over five years in %s', (zone) => {
	test('a calendar program reads every meeting of any series at the instants it has, called off or moved', () => {
		fc.assert(
			fc.property(
				seriesIn(zone),
				fc.array(change, { maxLength: 12 }),
				fc.boolean(),
				(series, changes, withPlace) => {
					const until = NOW + FIVE_YEARS * DAY;
					const planned = occurrencesOf([series], [], [], NOW, until);
					const records = new Map<string, MeetingRecord>();
					for (const { index, shift, time, off, minutes } of changes) {
						const day = planned[index]?.day;
						if (!day) continue;
						const starts = instantAt(addDays(day, shift), time, zone);
						const became = off
							? { calledOffBy: 'mentor' as const, calledOffAt: NOW }
							: { movedTo: { starts, minutes, place: 'The park' }, movedAt: NOW };
						const empty = emptyRecord({ ...series, seriesId: series.id, day });
						records.set(meetingId({ seriesId: series.id, day }), { ...empty, ...became });
					}
					const meetings = occurrencesOf([series], [...records.values()], [], NOW - 30 * DAY, until);
					const file = calendarFile(
						'Meet-up',
						meetings.map((one) => inCalendar(one, { title: 'Meet-up', withPlace })),
						NOW
					);
					const read = parsed(file).events;
					expect(read.map(({ starts, ends, place, status }) => [starts, ends, place, status])).toEqual(
						meetings.map(({ starts, ends, place, record }) => [
							...[starts, ends, withPlace ? place : null],
							isCalledOff(record) ? 'CANCELLED' : 'CONFIRMED'
						])
					);
					expect(new Set(read.map(({ uid }) => uid)).size).toBe(meetings.length);
				}
			),
			{ numRuns: 8 }
		);
	});
});
