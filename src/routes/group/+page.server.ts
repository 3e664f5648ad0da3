import { groupsOf } from '$lib/server/groups/groups';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const load = async (event) => {
	const who = member(event, 'group', 'facilitator');
	return { groups: await groupsOf(house(), who) };
};
