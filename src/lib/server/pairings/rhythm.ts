import { eq } from 'drizzle-orm';
import { addDays, dayOf } from '$lib/domain/clock/zones';
import { daysFrom } from '$lib/domain/meetings/rhythm';
import { runningOn } from '$lib/domain/meetings/running';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { series } from '../database/schema';
import type { Change } from '../spaces';
import { writeSeries } from './series';

/**
 * Has two people meet as often as they have just agreed to: from their next meeting after today on, at the weekday,
 * time and place they have. Where nothing is agreed of it, or they do so already, nothing changes.
 */
export async function meetAsAgreed(
	change: Change,
	pairingId: string,
	changed: readonly Agreement[]
): Promise<void> {
	const repeats = changed.find(({ from, closedAt }) => from === change.now && closedAt === null)?.terms.meets;
	if (!repeats) return;
	const rows = await change.tx.select().from(series).where(eq(series.pairingId, pairingId));
	const running = runningOn(rows, dayOf(change.now, rows[0]?.zone ?? 'UTC'));
	if (!running || running.repeats === repeats) return;
	const tomorrow = addDays(dayOf(change.now, running.zone), 1);
	const [startsOn] = daysFrom(running, tomorrow);
	if (startsOn === undefined) return;
	const { time, minutes, place, travel, skipsHolidays, until } = running;
	await writeSeries(change, pairingId, {
		...{ startsOn, time, minutes, repeats, place, travel, skipsHolidays, until }
	});
}
