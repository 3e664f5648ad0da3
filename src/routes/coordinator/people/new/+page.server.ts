import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { clean } from '$lib/domain/messages/text';
import { ROLES } from '$lib/domain/people/roles';
import { addPerson } from '$lib/server/desk/add-person';
import { deskProgrammes } from '$lib/server/desk/programmes';
import { runs } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, wrongIn, type Typed } from '../../forms';

const MOST_NAME = 40;

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const programmes = await deskProgrammes(house(), runs(who));
	return {
		programmes: programmes.map(({ id, name }) => ({ id, name })),
		/** Sent back with the form: sending it twice adds one person. */
		personId: uuid(),
		mostName: MOST_NAME
	};
};

const Asked = v.object({
	id: v.string(),
	programmeId: v.string(),
	firstName: v.pipe(v.string(), v.transform(clean), v.minLength(1), v.maxLength(MOST_NAME)),
	roles: v.pipe(v.array(v.picklist(ROLES)), v.minLength(1))
});

const ticked = (typed: Typed) => ROLES.filter((role) => typed[`role_${role}`] === 'on');

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = v.safeParse(Asked, { ...typed, roles: ticked(typed) });
		if (!asked.success) return back('person', typed, wrongIn(asked.issues));
		const id = await addPerson(house(), who, asked.output);
		redirect(303, `/coordinator/people/${id}?done=added`);
	}
};
