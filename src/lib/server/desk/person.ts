import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { memberships, pairings, people } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { invitationStates } from './invitation-states';
import { pairingRows } from './pairing-rows';
import { deskProgrammes } from './programmes';
import { couldBeId, runs, sees } from './scope';

/** One person as the desk knows them, in the programmes that the one who asks sees. Null where there are none. */
export async function personAtDesk(house: House, who: Who, personId: string) {
	const roles = couldBeId(personId) ? await rolesAtDesk(house, sees(who), personId) : [];
	const [first] = roles;
	if (!first) return null;
	const programmeIds = [...new Set(roles.map(({ programmeId }) => programmeId))];
	const invitation = (await invitationStates(house, sees(who), [personId])).get(personId);
	const invitedBy = invitation?.is === 'open' && invitation.invitedById;
	return {
		id: personId,
		firstName: first.firstName,
		addedAt: first.addedAt,
		joined: first.codeName !== null,
		invitation: invitation ?? { is: 'none' as const },
		invitedBy: invitedBy ? ((await namesOf(house.store.read, [invitedBy])).get(invitedBy) ?? null) : null,
		roles: roles.map(({ programmeId, role, endedAt }) => ({ programmeId, role, endedAt })),
		pairings: await pairingsOf(house, sees(who), personId),
		programmes: (await deskProgrammes(house, programmeIds)).map(({ id, name, zone }) => ({
			...{ id, name, zone },
			mine: runs(who).includes(id)
		})),
		isMe: personId === who.personId
	};
}
export type PersonAtDesk = NonNullable<Awaited<ReturnType<typeof personAtDesk>>>;

async function rolesAtDesk({ store }: House, programmeIds: string[], personId: string) {
	return store.read
		.select({
			firstName: people.firstName,
			codeName: people.codeName,
			addedAt: people.createdAt,
			programmeId: memberships.programmeId,
			role: memberships.role,
			endedAt: memberships.endedAt
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(and(eq(memberships.personId, personId), inArray(memberships.programmeId, programmeIds)))
		.orderBy(asc(memberships.createdAt), asc(memberships.id));
}

async function pairingsOf(house: House, programmeIds: string[], personId: string) {
	return pairingRows(
		house.store.read,
		and(
			inArray(pairings.programmeId, programmeIds),
			or(eq(pairings.youngId, personId), eq(pairings.mentorId, personId))
		)
	);
}
