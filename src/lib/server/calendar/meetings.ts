import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { WrittenDay } from '$lib/domain/clock/written';
import { DAY, instantAt, type Instant } from '$lib/domain/clock/zones';
import { Id } from '$lib/domain/entries/entry';
import { isCalledOff, type Occurrence } from '$lib/domain/meetings/occurrences';
import { coverEnd, isCovering } from '$lib/domain/pairings/away';
import { USUAL_CALENDAR_TITLE } from '$lib/domain/programmes/programme';
import { meetings, pairings, programmes, readers, series } from '../database/schema';
import { notThere } from '../guard';
import type { House } from '../house';
import { meetingsBetween } from '../meetings/between';
import { awaysOf, pairingFacts } from '../pairings/facts';
import { withinReach } from '../within-reach';
import { calendarFile, type InCalendar } from './file';

const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

type Stretch = { from: Instant; until: Instant };

/** All the meetings of a mentor's pairings, and those for which they stand in, from 30 days ago to a year ahead. */
export async function feedOf(house: House, personId: string): Promise<string> {
	const now = house.now();
	const [from, until] = [now - DAYS_BACK * DAY, now + DAYS_AHEAD * DAY];
	const rows = await readBy(house, personId);
	const shown: InCalendar[] = [];
	for (const { pairing, ...programme } of rows) {
		const stretches = pairing.mentorId === personId ? [ALWAYS] : await coverOf(house, pairing.id, personId);
		const found = await meetingsBetween(house, [pairing], from, until);
		shown.push(...found.filter(isWithin(stretches)).map((one) => inCalendar(one, programme)));
	}
	return calendarFile(rows[0]?.title ?? USUAL_CALENDAR_TITLE, shown, now);
}

/** One meeting, for either side of its pairing, and for whoever stands in while they do. @throws 404 */
export async function fileOf(house: House, personId: string, meetingId: string): Promise<string> {
	const cut = meetingId.lastIndexOf('_');
	const [seriesId, day] = [meetingId.slice(0, cut), meetingId.slice(cut + 1)];
	if (!v.is(Id, seriesId) || !v.is(WrittenDay, day)) notThere();
	const { read } = house.store;
	const [one] = await read.select().from(series).where(eq(series.id, seriesId));
	if (!one) notThere();
	const { pairing, side } = await pairingFacts(read, one.pairingId, personId, house.now());
	if (!pairing || !side) notThere();
	const [row] = await read.select().from(meetings).where(eq(meetings.id, meetingId));
	const starts = row?.movedStarts ?? instantAt(day, one.time, one.zone);
	const stretches = side === 'cover' ? await coverOf(house, pairing.id, personId) : [ALWAYS];
	const found = (await meetingsBetween(house, [pairing], starts, starts + 1))
		.filter(isWithin(stretches))
		.find(({ id }) => id === meetingId);
	if (!found) notThere();
	const [programme] = await read.select().from(programmes).where(eq(programmes.id, pairing.programmeId));
	const title = programme?.calendarTitle ?? USUAL_CALENDAR_TITLE;
	const shown = inCalendar(found, { title, withPlace: programme?.placeInCalendar ?? false });
	return calendarFile(title, [shown], house.now());
}

const ALWAYS: Stretch = { from: -Infinity, until: Infinity };

async function readBy({ store, now }: House, personId: string) {
	// Somebody may read a space for several stretches at once.
	return store.read
		.selectDistinct({
			pairing: pairings,
			title: programmes.calendarTitle,
			withPlace: programmes.placeInCalendar
		})
		.from(readers)
		.innerJoin(pairings, eq(pairings.spaceId, readers.spaceId))
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(and(eq(readers.personId, personId), withinReach(now())))
		.orderBy(pairings.startedAt, pairings.id);
}

/** For how long somebody stands in now: what comes before and after is none of theirs. */
async function coverOf(house: House, pairingId: string, personId: string): Promise<Stretch[]> {
	const aways = await awaysOf(house.store.read, pairingId);
	return aways
		.filter((away) => isCovering(away, personId, house.now()))
		.map((away) => ({ from: away.starts, until: coverEnd(away) }));
}

const isWithin =
	(stretches: readonly Stretch[]) =>
	({ starts }: Occurrence) =>
		stretches.some(({ from, until }) => from <= starts && starts < until);

/** A meeting as the calendars of a programme show it. */
export function inCalendar(
	{ id, starts, ends, place, record }: Occurrence,
	{ title, withPlace }: { title: string; withPlace: boolean }
): InCalendar {
	const changes = [record?.movedAt, record?.calledOffAt].filter((at) => at != null);
	return {
		...{ meetingId: id, title, starts, ends, place: withPlace ? place : null },
		calledOff: isCalledOff(record),
		changedAt: changes.length > 0 ? Math.max(...changes) : null
	};
}
