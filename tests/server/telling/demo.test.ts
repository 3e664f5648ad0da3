import { and, isNull, lte } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { ASH, CAST, DEE, EXTRAS, JO, SAM } from '../../../src/lib/cast/cast';
import { fillDemo } from '../../../src/lib/cast/fill';
import { HOUR } from '../../../src/lib/domain/clock/zones';
import { jobs } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { seeing } from '../../../src/lib/domain/visibility/visibility';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';
import { toldTo, unseenBy } from './told';

let house: House;
afterEach(() => house.store.close());

const NOW = Date.parse('2026-11-24T18:00Z');

test('the demo shows what is new and what waits, not all that ever was', async () => {
	let now = NOW;
	house = await openTestHouse({ now: () => now, demo: true });
	await fillDemo(house);
	expect((await toldTo(house, ASH.id)).length).toBeGreaterThan(2);
	expect(await unseenBy(house, ASH.id)).toEqual(['message']);
	expect((await unseenBy(house, SAM.id)).sort()).toEqual(['meeting_changed', 'waiting']);
	expect(await unseenBy(house, DEE.id)).toContain('waiting');
	expect((await unseenBy(house, JO.id)).length).toBeLessThanOrEqual(1);
	const past = and(isNull(jobs.doneAt), lte(jobs.runAt, NOW));
	const left = await house.store.read.select().from(jobs).where(past);
	// A wait that is late by then is looked at when the server begins.
	expect(left.filter(({ kind }) => kind !== 'late')).toEqual([]);
	expect(seeing('notice', 'mentor')).toBe('never');
	for (const { id } of [...CAST, ...EXTRAS])
		for (const notice of (await sync(house, id, {})).rows.notices ?? [])
			expect(notice.spaceId, 'only one’s own').toBe(`person:${id}`);
	const before = await toldTo(house, ASH.id);
	now += HOUR;
	await fillDemo(house);
	expect(await toldTo(house, ASH.id), 'a second start').toEqual(before);
});
