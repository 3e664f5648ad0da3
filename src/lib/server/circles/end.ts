import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { addDays, addMonths, dayOf, instantAt, type Day } from '$lib/domain/clock/zones';
import { isOver } from '$lib/domain/network/gatherings';
import { circles, gatherings, programmes, readers } from '../database/schema';
import type { House } from '../house';
import { enqueue, type JobBodies } from '../jobs/enqueue';
import { planOf } from '../plans/plan-of';
import { change, type Change } from '../spaces';
import type { CircleRow } from './facts';

/**
 * Ends a circle: nobody is called together any more, and all can read what there was for as long as its plan says.
 * Twice changes nothing.
 */
export async function endCircle(making: Change, circle: CircleRow): Promise<void> {
	const { id, spaceId, programmeId, endedAt } = circle;
	if (endedAt !== null) return;
	const { tx, now } = making;
	const revision = await making.revision(spaceId);
	const zone = await zoneOf(making, programmeId);
	await tx.update(circles).set({ endedAt: now, revision }).where(eq(circles.id, id));
	const called = and(eq(gatherings.circleId, id), isNull(gatherings.calledOffAt));
	for (const one of await tx.select().from(gatherings).where(called))
		if (!isOver({ ...one, whom: [] }, now))
			await tx.update(gatherings).set({ calledOffAt: now, revision }).where(eq(gatherings.id, one.id));
	const { readableMonths } = (await planOf(tx, circle)).ending;
	const until = instantAt(addDays(addMonths(dayOf(now, zone), readableMonths), 1), '00:00', zone);
	await tx
		.update(readers)
		.set({ until })
		.where(and(eq(readers.spaceId, spaceId), or(isNull(readers.until), gt(readers.until, until))));
	await making.record(spaceId, 'circle.ended', id);
}

/** Writes down that a circle ends by itself on the day after its last. */
export async function planCircleEnd(
	making: Change,
	{ id, programmeId, endsOn }: { id: string; programmeId: string; endsOn: Day | null }
): Promise<void> {
	if (endsOn === null) return;
	const runAt = instantAt(addDays(endsOn, 1), '00:00', await zoneOf(making, programmeId));
	const body = { circleId: id, endsOn };
	await enqueue(making, { kind: 'circle', body, dedupe: `circle:${id}:${endsOn}`, runAt });
}

/** Its last day is over, if that is still its last day. */
export async function circle(house: House, { circleId, endsOn }: JobBodies['circle']): Promise<void> {
	await change(house, null, async (making) => {
		const [row] = await making.tx.select().from(circles).where(eq(circles.id, circleId));
		if (row?.endsOn === endsOn) await endCircle(making, row);
	});
}

/** Writes another last day, or none. */
export async function setCircleEnd(making: Change, row: CircleRow, endsOn: Day | null): Promise<void> {
	if (row.endedAt !== null || row.endsOn === endsOn) return;
	const revision = await making.revision(row.spaceId);
	await making.tx.update(circles).set({ endsOn, revision }).where(eq(circles.id, row.id));
	await making.record(row.spaceId, 'circle.end_planned', row.id);
	await planCircleEnd(making, { ...row, endsOn });
}

async function zoneOf({ tx }: Pick<Change, 'tx'>, programmeId: string): Promise<string> {
	const [row] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	return row?.zone ?? 'UTC';
}
