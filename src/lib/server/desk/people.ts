import { and, asc, eq, inArray, isNull, type Placeholder, type SQL } from 'drizzle-orm';
import { ROLES, type Role } from '$lib/domain/people/roles';
import { memberships, people } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { invitationStates, type InvitationState } from './invitation-states';
import { ofProgrammes } from './of-programmes';
import { holds, pageOf } from './pages';

export interface DeskPerson {
	id: string;
	firstName: string;
	/** They have a way to sign in. */
	joined: boolean;
	/** Their running roles in the programmes of this desk. */
	roles: { programmeId: string; role: Role }[];
	/** Where their first slip stands; none once they have joined. */
	invitation: InvitationState;
}

/** People who have been added and have not come in yet, those added first. A code name is what coming in gives. */
export async function notJoined(house: House, programmeIds: string[]): Promise<DeskPerson[]> {
	const found = gathered(await notJoinedRows(house.store.read, programmeIds));
	found.sort((one, other) => one.createdAt - other.createdAt);
	return withInvitations(house, programmeIds, found);
}

/** One page of the people of these programmes, by name. */
export async function peopleList(
	house: House,
	programmeIds: string[],
	asked: { name: string; page: number }
) {
	const all = gathered(await memberRows(house.store.read, programmeIds));
	const wanted = all.filter(({ firstName }) => holds(asked.name, firstName));
	const { shown, ...where } = pageOf(wanted, asked.page);
	return { ...where, all: all.length, rows: await withInvitations(house, programmeIds, shown) };
}

type Member = Omit<DeskPerson, 'invitation'> & { createdAt: number };

const rowsOf = (read: Reading, ids: Placeholder[], also?: SQL) =>
	read
		.select({
			id: people.id,
			firstName: people.firstName,
			codeName: people.codeName,
			createdAt: people.createdAt,
			programmeId: memberships.programmeId,
			role: memberships.role
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(inArray(memberships.programmeId, ids), isNull(memberships.endedAt), isNull(people.disabledAt), also)
		)
		.orderBy(asc(people.firstName), asc(people.id));

const memberRows = ofProgrammes('desk_members', rowsOf);
const notJoinedRows = ofProgrammes('desk_not_joined', (read, ids) =>
	rowsOf(read, ids, isNull(people.codeName))
);

/** One for each person, with all their roles. */
function gathered(rows: Awaited<ReturnType<typeof memberRows>>): Member[] {
	const found = new Map<string, Member>();
	for (const { programmeId, role, codeName, ...person } of rows) {
		const known = found.get(person.id) ?? { ...person, joined: codeName !== null, roles: [] };
		known.roles.push({ programmeId, role });
		found.set(person.id, known);
	}
	const place = ({ role }: { role: Role }) => ROLES.indexOf(role);
	for (const { roles } of found.values()) roles.sort((one, other) => place(one) - place(other));
	return [...found.values()];
}

async function withInvitations(house: House, programmeIds: string[], found: Member[]): Promise<DeskPerson[]> {
	const waiting = found.filter(({ joined }) => !joined).map(({ id }) => id);
	const states = await invitationStates(house, programmeIds, waiting);
	return found.map(({ createdAt: _, ...person }) => ({
		...person,
		invitation: states.get(person.id) ?? { is: 'none' }
	}));
}
