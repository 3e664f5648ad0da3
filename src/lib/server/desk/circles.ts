import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '$lib/domain/clock/zones';
import { inTime } from '$lib/domain/network/gatherings';
import type { GatheringSays } from '$lib/domain/network/network';
import { endCircle, setCircleEnd } from '../circles/end';
import type { CircleRow } from '../circles/facts';
import { joinCircle } from '../circles/join';
import { leaveCircle } from '../circles/leave';
import { makeCircle, type NewCircle } from '../circles/make';
import { circleMembers, circles, gatheringAnswers, gatherings } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { planOf } from '../plans/plan-of';
import { change, type Change } from '../spaces';
import { couldBeId, opens, runs } from './scope';

/*
 * Small groups at the desk. Each change is to a group of a programme that somebody runs; anybody else, and anybody
 * else's group, finds nothing there.
 */

export interface DeskCircle {
	id: string;
	programmeId: string;
	name: string;
	workerName: string;
	people: number;
	startsOn: Day;
	endsOn: Day | null;
	ended: boolean;
}

/** The small groups of the programmes that somebody sees, those that last first. */
export async function circleList({ store: { read } }: House, who: Who): Promise<DeskCircle[]> {
	const rows = await read
		.select()
		.from(circles)
		.where(inArray(circles.programmeId, opens(who, 'circle')))
		.orderBy(desc(circles.startsOn), asc(circles.id));
	const ids = rows.map(({ id }) => id);
	const counted = await read
		.select({ id: circleMembers.circleId, people: count() })
		.from(circleMembers)
		.where(and(inArray(circleMembers.circleId, ids), isNull(circleMembers.leftAt)))
		.groupBy(circleMembers.circleId);
	const names = await namesOf(
		read,
		rows.map(({ workerId }) => workerId)
	);
	return rows
		.map(({ id, programmeId, name, workerId, startsOn, endsOn, endedAt }) => ({
			...{ id, programmeId, name, startsOn, endsOn, ended: endedAt !== null },
			workerName: names.get(workerId) ?? '',
			people: counted.find((one) => one.id === id)?.people ?? 0
		}))
		.sort((one, other) => Number(one.ended) - Number(other.ended));
}

/** One small group: who is in it, its next meetings, and how many say that they come. @throws 404 */
export async function oneCircle(house: House, who: Who, circleId: string) {
	const { read } = house.store;
	const [circle] = couldBeId(circleId)
		? await read.select().from(circles).where(eq(circles.id, circleId))
		: [];
	if (!circle || !opens(who, 'circle').includes(circle.programmeId)) notThere();
	const members = await read
		.select({ personId: circleMembers.personId })
		.from(circleMembers)
		.where(and(eq(circleMembers.circleId, circleId), isNull(circleMembers.leftAt)));
	const names = await namesOf(read, [circle.workerId, ...members.map(({ personId }) => personId)]);
	const all = await read.select().from(gatherings).where(eq(gatherings.circleId, circleId));
	const { ahead } = inTime(
		all.map((one) => ({ ...one, about: '', whom: [], calledOffWhy: '' })),
		house.now()
	);
	const on = ahead.filter(({ calledOffAt }) => calledOffAt === null);
	const said = await read
		.select({ id: gatheringAnswers.gatheringId, says: gatheringAnswers.says })
		.from(gatheringAnswers)
		.where(
			inArray(
				gatheringAnswers.gatheringId,
				on.map(({ id }) => id)
			)
		);
	const many = (id: string, says: GatheringSays) =>
		said.filter((one) => one.id === id && one.says === says).length;
	const { id, programmeId, name, startsOn, endsOn, endedAt } = circle;
	return {
		...{ id, programmeId, name, startsOn, endsOn, ended: endedAt !== null },
		workerName: names.get(circle.workerId) ?? '',
		readableMonths: (await planOf(read, circle)).ending.readableMonths,
		people: members
			.map(({ personId }) => ({ id: personId, firstName: names.get(personId) ?? '' }))
			.sort((a, b) => a.firstName.localeCompare(b.firstName, 'en')),
		meets: on.map((one) => ({
			...one,
			says: { yes: many(one.id, 'yes'), maybe: many(one.id, 'maybe'), no: many(one.id, 'no') }
		}))
	};
}

/** @returns the group's id @throws 404, and Refused as `makeCircle` does */
export async function makeGroup(house: House, who: Who, asked: NewCircle): Promise<string> {
	if (!runs(who).includes(asked.programmeId)) notThere();
	return change(house, who.personId, (making) => makeCircle(making, asked));
}

/** @throws 404, and Refused as `joinCircle` does */
export const letInto = (house: House, who: Who, circleId: string, personId: string) =>
	inTheirs(house, who, circleId, (making, circle) => joinCircle(making, circle, personId));

/** @throws 404 */
export const takeOut = (house: House, who: Who, circleId: string, personId: string) =>
	inTheirs(house, who, circleId, (making, circle) => leaveCircle(making, circle, personId));

/** @throws 404 */
export const endGroup = (house: House, who: Who, circleId: string) =>
	inTheirs(house, who, circleId, endCircle);

/** @throws 404 */
export const setLastDay = (house: House, who: Who, circleId: string, endsOn: Day | null) =>
	inTheirs(house, who, circleId, (making, circle) => setCircleEnd(making, circle, endsOn));

async function inTheirs(
	house: House,
	who: Who,
	circleId: string,
	work: (making: Change, circle: CircleRow) => Promise<void>
): Promise<void> {
	if (!couldBeId(circleId)) notThere();
	await change(house, who.personId, async (making) => {
		const [circle] = await making.tx.select().from(circles).where(eq(circles.id, circleId));
		if (!circle || !runs(who).includes(circle.programmeId)) notThere();
		await work(making, circle);
	});
}
