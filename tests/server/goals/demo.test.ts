import { like } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { ASH, JO, PROGRAMME } from '../../../src/lib/cast/cast';
import { fillDemo } from '../../../src/lib/cast/fill';
import { DAY, dayOf } from '../../../src/lib/domain/clock/zones';
import { promiseStanding } from '../../../src/lib/domain/goals/promised';
import { entries } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';

let house: House;
afterEach(() => house.store.close());

// A Sunday, a Thursday and the two days on which the clocks change.
test.each(['2026-11-22T09:00Z', '2026-11-26T23:30Z', '2026-03-29T01:30Z', '2026-10-25T00:30Z'])(
	'the demo’s goals are all told on %s: three half-way with one promise late, and done ones',
	async (moment) => {
		const now = Date.parse(moment);
		house = await openTestHouse({ now: () => now, demo: true });
		await fillDemo(house);
		const told = await house.store.read.select().from(entries).where(like(entries.entryId, 'demo-goal-%'));
		expect(told.filter(({ outcome }) => outcome.is !== 'sent')).toEqual([]);
		const { rows } = await sync(house, ASH.id, {});
		expect(rows.goals?.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
			...['fun going', 'handling going', 'learning going']
		]);
		const today = dayOf(now, PROGRAMME.zone);
		const stands = rows.goalPromises?.map((one) => promiseStanding(one, today, PROGRAMME.zone));
		expect(stands?.sort()).toEqual(['kept', 'late', 'open']);
		const jos = (await sync(house, JO.id, {})).rows.goals?.map(({ state }) => state).sort();
		expect(jos).toEqual(['done', 'done', 'parked']);
		expect(rows.goalMarks?.every(({ at }) => at < now && at > now - 60 * DAY)).toBe(true);
	}
);
