import { like } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { ASH, SAM } from '../../../src/lib/cast/cast';
import { fillDemo } from '../../../src/lib/cast/fill';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { nextOccurrences } from '../../../src/lib/domain/meetings/occurrences';
import { entries } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';

let house: House;
afterEach(() => house.store.close());

// Every weekday, so that no day of the week finds the demo half told.
test.each([0, 1, 2, 3, 4, 5, 6])('the demo’s meetings are all told, %i days after a Sunday', async (days) => {
	const now = Date.parse('2026-11-22T09:00Z') + days * DAY;
	house = await openTestHouse({ now: () => now, demo: true });
	await fillDemo(house);
	const told = await house.store.read.select().from(entries).where(like(entries.entryId, 'demo-meeting-%'));
	expect(told.map(({ outcome }) => outcome.is)).toEqual(told.map(() => 'sent'));
	expect(told).toHaveLength(5);
	const { rows } = await sync(house, ASH.id, {});
	const kept = { series: rows.series ?? [], records: rows.meetings ?? [], moves: rows.moves ?? [] };
	const [next, then] = nextOccurrences(kept, now, 2);
	expect(next?.travel).not.toBe('');
	expect([next?.standing.is, then?.standing.is]).toEqual(['planned', 'moved']);
	expect(rows.meetingNotes?.map(({ authorId }) => authorId)).toEqual([SAM.id]);
	expect(rows.ideas?.map(({ authorId }) => authorId).sort()).toEqual([ASH.id, SAM.id].sort());
});
