import type { Circle } from '../domain/circles/circle';
import type { Instant } from '../domain/clock/zones';
import type { PathFacts } from '../domain/pairings/path';
import type { PersonDatabase } from './database';
import { gatheringsOn, type GatheringOnPhone, type GatheringRefused } from './gatherings';
import { planOn } from './gathering-facts';
import type { Pending } from './outbox/pending';

/** A small group as a screen shows it. */
export interface CircleOnPhone {
	circle: Circle;
	zone: string;
	/** Everybody in it but the one who reads, by name. */
	others: { id: string; personId: string; firstName: string }[];
	gatherings: GatheringOnPhone[];
	refused: GatheringRefused[];
	path: PathFacts;
	/** Whether the one who reads leads it. */
	leads: boolean;
}

/** Every circle that this phone reaches and that somebody has not just left, those that last first. */
export async function circlesOn(
	rows: PersonDatabase,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<CircleOnPhone[]> {
	const [all, waiting] = await Promise.all([rows.circles.toArray(), pending]);
	const left = new Set(
		waiting.flatMap((one) =>
			one.kind === 'circle-left' && one.outcome?.is !== 'refused' ? [one.body.circleId] : []
		)
	);
	const found = all
		.filter(({ id }) => !left.has(id))
		.sort(
			(a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || (a.startsOn < b.startsOn ? 1 : -1)
		);
	return Promise.all(found.map((circle) => circleOn(rows, circle, pending, now)));
}

async function circleOn(
	rows: PersonDatabase,
	circle: Circle,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<CircleOnPhone> {
	const [programme, members, meets, plan] = await Promise.all([
		rows.programmes.get(circle.programmeId),
		rows.circleMembers.where('circleId').equals(circle.id).toArray(),
		gatheringsOn(rows, { circleId: circle.id }, pending, now),
		planOn(rows, circle.planId)
	]);
	const others = members
		.filter(({ personId, leftAt }) => leftAt === null && personId !== rows.personId)
		.sort((a, b) => a.firstName.localeCompare(b.firstName, 'en') || (a.id < b.id ? -1 : 1));
	const { startsOn, endsOn } = circle;
	return {
		...{ circle, zone: programme?.zone ?? 'UTC', others, ...meets },
		path: { plan, startsOn, endsOn, starts: [] },
		leads: circle.workerId === rows.personId
	};
}
