import ICAL from 'ical.js';
import { meetingId } from '../../../src/lib/domain/meetings/meeting';
import { aways, meetings, series } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { sealCallOff } from '../../../src/lib/server/sealed-rows';
import { change, letIn, pairingSpace } from '../../../src/lib/server/spaces';

type SeriesRow = typeof series.$inferInsert;
type MeetingRow = typeof meetings.$inferInsert;

/** A series as two people agreed it: Thursdays at 4:30 pm for an hour, from 5 November 2026. */
export async function addSeries(
	house: House,
	pairingId: string,
	more: Partial<SeriesRow> = {}
): Promise<SeriesRow & { id: string }> {
	const spaceId = pairingSpace(pairingId);
	return change(house, null, async (making) => {
		const row = {
			...{ id: `series-of-${pairingId}`, spaceId, revision: await making.revision(spaceId), pairingId },
			...{ zone: 'Europe/London', startsOn: '2026-11-05', time: '16:30', minutes: 60 },
			...{ repeats: 'weekly' as const, place: 'The library', travel: '', skipsHolidays: null, until: null },
			...more
		};
		await making.tx.insert(series).values(row);
		return row;
	});
}

/** What became of one meeting of a series, written over what was written of it before. @returns its id */
export async function recordMeeting(
	house: House,
	{ id: seriesId, pairingId, spaceId }: Pick<SeriesRow, 'id' | 'pairingId' | 'spaceId'>,
	day: string,
	became: Partial<MeetingRow>
): Promise<string> {
	const id = meetingId({ seriesId, day });
	await change(house, null, async (making) => {
		const told = { ...became, revision: await making.revision(spaceId) };
		const why = became.calledOffWhy && sealCallOff(house.secrets, id, became.calledOffWhy);
		const row = {
			id,
			spaceId,
			pairingId,
			seriesId,
			day,
			calledOffWhy: '',
			...told,
			...(why && { calledOffWhy: why })
		};
		await making.tx.insert(meetings).values(row).onConflictDoUpdate({ target: meetings.id, set: told });
	});
	return id;
}

/** Somebody stands in, and reads the pairing's space, from `starts` until `ends`. */
export async function standIn(
	house: House,
	{ pairingId, mentorId, coverId }: { pairingId: string; mentorId: string; coverId: string },
	{ starts, ends }: { starts: number; ends: number }
): Promise<void> {
	const spaceId = pairingSpace(pairingId);
	await change(house, null, async (making) => {
		await making.tx.insert(aways).values({
			...{ id: `away-${starts}`, spaceId, revision: await making.revision(spaceId), pairingId, mentorId },
			...{ from: '2026-11-01', until: '2026-11-30', starts, ends, coverId, at: making.now }
		});
		await letIn(making.tx, spaceId, coverId, starts, ends);
	});
}

/** What a calendar program makes of a file: a library that had no part in writing it. */
export function parsed(file: string) {
	const calendar = new ICAL.Component(ICAL.parse(file));
	const events = calendar.getAllSubcomponents('vevent').map((component) => {
		const event = new ICAL.Event(component);
		const modified = component.getFirstPropertyValue('last-modified') as ICAL.Time | null;
		return {
			uid: event.uid,
			title: event.summary,
			place: event.location as string | null,
			starts: event.startDate.toJSDate().getTime(),
			ends: event.endDate.toJSDate().getTime(),
			inUtc: event.startDate.zone === ICAL.Timezone.utcTimezone,
			sequence: event.sequence,
			modified: modified?.toJSDate().getTime(),
			status: component.getFirstPropertyValue('status') as string,
			properties: component.getAllProperties().map(({ name }) => name)
		};
	});
	return { name: calendar.getFirstPropertyValue('x-wr-calname') as string, calendar, events };
}
