import * as v from 'valibot';
import { instantAt, type Day, type Instant } from '../../../src/lib/domain/clock/zones';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import type { EntryBodies, EntryKind } from '../../../src/lib/domain/entries/kinds';
import { meetingId } from '../../../src/lib/domain/meetings/meeting';
import { occurrenceOn, type MeetingRows } from '../../../src/lib/domain/meetings/occurrences';
import { SeriesBody } from '../../../src/lib/domain/meetings/series';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { writeSeries } from '../../../src/lib/server/pairings/series';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';
import { pairedUp } from '../pairing';

export const PAIRING = 'pairing-of-two';
export const LONDON = 'Europe/London';
export const london = (day: Day, time: string) => instantAt(day, time, LONDON);

/** Ash and Sam, who meet on Thursdays at half past four, and a clock that is set by hand. */
export interface Two {
	house: House;
	clock: { now: Instant };
	seriesId: string;
	/** One entry by one person. */
	says<Kind extends EntryKind>(
		personId: string,
		kind: Kind,
		body: EntryBodies[Kind],
		id?: string
	): Promise<Outcome>;
	/** Which meeting: as every entry about one says it. */
	on(day: Day, starts?: Instant): { pairingId: string; seriesId: string; day: Day; starts: Instant };
	/** What somebody's phone would keep. */
	rowsOf(personId: string): Promise<MeetingRows & Awaited<ReturnType<typeof sync>>['rows']>;
}

export async function two(now: Instant, asked: Partial<SeriesBody> = {}): Promise<Two> {
	const clock = { now };
	const house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: PAIRING, at: now - 1000 });
	const body = v.parse(SeriesBody, {
		...{ startsOn: '2026-11-05', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' },
		...asked
	});
	const seriesId = await change(house, null, (making) => writeSeries(making, PAIRING, body));
	let entries = 0;
	return {
		...{ house, clock, seriesId },
		async says(personId, kind, body, id = `entry-${String(++entries).padStart(4, '0')}`) {
			const [outcome] = await accept(house, personId, [{ id, kind, body, writtenAt: clock.now }]);
			return outcome as Outcome;
		},
		on: (day, starts = london(day, '16:30')) => ({ pairingId: PAIRING, seriesId, day, starts }),
		async rowsOf(personId) {
			const { rows } = await sync(house, personId, {});
			return {
				...rows,
				series: rows.series ?? [],
				records: rows.meetings ?? [],
				moves: rows.moves ?? []
			};
		}
	};
}

/** One meeting as somebody's phone would show it. */
export async function shownTo(two: Two, personId: string, day: Day, seriesId = two.seriesId) {
	return occurrenceOn(await two.rowsOf(personId), { seriesId, day });
}

export { meetingId };
