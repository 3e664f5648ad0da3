import { and, eq, inArray } from 'drizzle-orm';
import type { Role } from '$lib/domain/people/roles';
import { memberships, people } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { addMembership, createPerson } from '../people/people';
import { change } from '../spaces';
import { couldBeId, runs } from './scope';

export interface NewPerson {
	/** Made with the form, so that sending it twice adds one person. */
	id: string;
	programmeId: string;
	firstName: string;
	roles: Role[];
}

/**
 * Adds a person to a programme. They can do nothing until they are invited.
 * @returns their id
 * @throws 404 when the programme is not one that `who` runs
 */
export async function addPerson(house: House, who: Who, asked: NewPerson): Promise<string> {
	const { id, programmeId, firstName, roles } = asked;
	if (!runs(who).includes(programmeId) || !couldBeId(id)) notThere();
	return change(house, who.personId, async (making) => {
		const [known] = await making.tx.select({ id: people.id }).from(people).where(eq(people.id, id));
		if (known) {
			const [theirs] = await making.tx
				.select({ id: memberships.id })
				.from(memberships)
				.where(and(eq(memberships.personId, id), inArray(memberships.programmeId, runs(who))));
			if (!theirs) notThere();
			return id;
		}
		await createPerson(making, { id, firstName });
		for (const role of roles) await addMembership(making, { programmeId, personId: id, role });
		return id;
	});
}
