import { member } from '$lib/server/guard';

export const load = (event) => {
	member(event, 'group', 'facilitator');
};
