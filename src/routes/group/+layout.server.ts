import { groupsOf } from '$lib/server/groups/groups';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

// The studio works without any script.
export const csr = false;

export const load = async (event) => {
	const who = member(event, 'group', 'facilitator');
	const groups = await groupsOf(house(), who);
	return { me: who.firstName, programmes: groups.map(({ programme }) => programme) };
};
