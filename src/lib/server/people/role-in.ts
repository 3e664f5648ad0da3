import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '$lib/domain/people/roles';
import { memberships, people } from '../database/schema';
import type { Reading } from '../database/store';

/** The roles that somebody holds now: in one programme or, without one named, anywhere. */
export async function rolesOf(read: Reading, personId: string, programmeId?: string): Promise<Role[]> {
	const rows = await read
		.select({ role: memberships.role })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.personId, personId),
				programmeId === undefined ? undefined : eq(memberships.programmeId, programmeId),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		);
	return rows.map(({ role }) => role);
}
