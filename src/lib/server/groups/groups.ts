import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { memberships, people, programmes } from '../database/schema';
import { programmesAs, type Who } from '../guard';
import type { House } from '../house';

/** A participation group: the members of a programme who write its words, and who helps them. */
export interface Group {
	programmeId: string;
	programme: string;
	members: string[];
	facilitators: string[];
}

/** The groups that someone belongs to, with everybody's first name. */
export async function groupsOf({ store }: House, who: Who): Promise<Group[]> {
	const rows = await store.read
		.select({
			programmeId: programmes.id,
			programme: programmes.name,
			firstName: people.firstName,
			role: memberships.role
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.innerJoin(programmes, eq(programmes.id, memberships.programmeId))
		.where(
			and(
				inArray(memberships.programmeId, programmesAs(who, ['group', 'facilitator'])),
				inArray(memberships.role, ['group', 'facilitator']),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		)
		.orderBy(asc(programmes.name), asc(programmes.id), asc(people.firstName), asc(people.id));
	const groups = new Map<string, Group>();
	for (const { programmeId, programme, firstName, role } of rows) {
		const group = groups.get(programmeId) ?? { programmeId, programme, members: [], facilitators: [] };
		(role === 'group' ? group.members : group.facilitators).push(firstName);
		groups.set(programmeId, group);
	}
	return [...groups.values()];
}
