import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { memberships, pairings, people } from '../database/schema';
import type { House } from '../house';
import { notEnded } from '../pairings/running';

export interface Pairable {
	id: string;
	firstName: string;
	/** How many running pairings they have. */
	pairings: number;
}

/** Who may be paired in a programme; those with the fewest pairings first. */
export async function whoCanBePaired(
	house: House,
	programmeId: string
): Promise<{ young: Pairable[]; mentors: Pairable[] }> {
	const members = await house.store.read
		.select({ id: people.id, firstName: people.firstName, role: memberships.role })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				inArray(memberships.role, ['young', 'mentor']),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		)
		.orderBy(asc(people.firstName), asc(people.id));
	const count = await pairingsByPerson(house, programmeId);
	const as = (wanted: 'young' | 'mentor') =>
		members
			.filter(({ role }) => role === wanted)
			.map(({ id, firstName }) => ({ id, firstName, pairings: count.get(`${wanted} ${id}`) ?? 0 }))
			.sort((one, other) => one.pairings - other.pairings);
	return { young: as('young'), mentors: as('mentor') };
}

async function pairingsByPerson({ store }: House, programmeId: string): Promise<Map<string, number>> {
	const running = await store.read
		.select({ youngId: pairings.youngId, mentorId: pairings.mentorId })
		.from(pairings)
		.where(and(eq(pairings.programmeId, programmeId), notEnded()));
	const count = new Map<string, number>();
	for (const { youngId, mentorId } of running)
		for (const side of [`young ${youngId}`, `mentor ${mentorId}`])
			count.set(side, (count.get(side) ?? 0) + 1);
	return count;
}
