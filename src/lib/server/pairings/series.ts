import { and, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { addDays, dayOf, type Day } from '$lib/domain/clock/zones';
import type { SeriesBody } from '$lib/domain/meetings/series';
import { meetings, moves, programmes, series } from '../database/schema';
import type { Change } from '../spaces';
import { planNow } from '../telling/plan';
import { tellOfSeries } from '../telling/series';
import { running } from './running';

/**
 * Writes when a pairing meets, at the programme's own local time. What was written before ends on the day before
 * the new meetings begin; past meetings stay. The same again changes nothing.
 * @param id of the series, if it becomes one
 * @returns the id of the series in force
 * @throws Refused when the pairing has ended
 */
export async function writeSeries(
	change: Change,
	pairingId: string,
	asked: SeriesBody,
	id: string = uuid()
): Promise<string> {
	const pairing = await running(change.tx, pairingId);
	const zone = await zoneOf(change, pairing.programmeId);
	const earlier = await seriesOf(change, pairingId);
	const same = earlier.find((one) => told(one) === told(asked) && one.zone === zone);
	if (same) return same.id;
	const ended = await endBy(change, earlier, latest(addDays(asked.startsOn, -1), yesterday(change, zone)));

	const revision = await change.revision(pairing.spaceId);
	const { startsOn, time, minutes, repeats, place, travel, skipsHolidays, until } = asked;
	await change.tx.insert(series).values({
		...{ id, spaceId: pairing.spaceId, revision, pairingId, zone },
		...{ startsOn, time, minutes, repeats, place, travel, skipsHolidays, until }
	});
	await change.record(pairing.spaceId, 'series.written', id);
	if (ended) await tellOfSeries(change, pairing, ended);
	await planNow(change, pairingId);
	return id;
}

/** No more meetings, from today on. @throws Refused when the pairing has ended */
export async function endSeries(change: Change, pairingId: string): Promise<void> {
	const pairing = await running(change.tx, pairingId);
	const last = yesterday(change, await zoneOf(change, pairing.programmeId));
	const ended = await endBy(change, await seriesOf(change, pairingId), last);
	if (ended) await tellOfSeries(change, pairing, ended);
}

type Row = typeof series.$inferSelect;

/**
 * A series that is over before it begins simply has no meeting. One that was moved by hand would outlast its series,
 * so that it is called off; what is asked about any of them is overtaken.
 * @returns what was asked and is not any more, or undefined where nothing ended
 */
async function endBy(
	change: Change,
	rows: readonly Row[],
	last: Day
): Promise<(typeof moves.$inferSelect)[] | undefined> {
	const ending = rows.filter(({ until }) => until === null || until > last);
	const overtaken: (typeof moves.$inferSelect)[] = [];
	for (const { id, spaceId } of ending) {
		const revision = await change.revision(spaceId);
		await change.tx.update(series).set({ until: last, revision }).where(eq(series.id, id));
		await change.record(spaceId, 'series.ended', id);
		const calledOff = { calledOffBy: 'programme' as const, calledOffAt: change.now, revision };
		const ahead = and(gt(meetings.day, last), gt(meetings.movedStarts, change.now));
		await change.tx
			.update(meetings)
			.set(calledOff)
			.where(and(eq(meetings.seriesId, id), ahead, isNull(meetings.calledOffAt)));
		const settled = { state: 'overtaken' as const, settledAt: change.now, revision };
		const open = and(eq(moves.state, 'open'), or(gt(moves.day, last), ne(moves.scope, 'this')));
		overtaken.push(
			...(await change.tx
				.update(moves)
				.set(settled)
				.where(and(eq(moves.seriesId, id), open))
				.returning())
		);
	}
	return ending.length > 0 ? overtaken : undefined;
}

async function seriesOf({ tx }: Change, pairingId: string): Promise<Row[]> {
	return tx.select().from(series).where(eq(series.pairingId, pairingId));
}

async function zoneOf({ tx }: Change, programmeId: string): Promise<string> {
	const [programme] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	if (!programme) throw new Error('A pairing is in no programme.');
	return programme.zone;
}

const yesterday = ({ now }: Change, zone: string) => addDays(dayOf(now, zone), -1);
const latest = (one: Day, other: Day) => (one > other ? one : other);

const told = (one: Omit<Row, 'id' | 'zone'> | SeriesBody) =>
	JSON.stringify([
		...[one.startsOn, one.time, one.minutes, one.repeats],
		...[one.place, one.travel, one.skipsHolidays, one.until]
	]);
