import { timeTogether } from '$lib/server/desk/together';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmeAsked } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return { programme, programmes, ...(await timeTogether(house(), who, programme)) };
};
