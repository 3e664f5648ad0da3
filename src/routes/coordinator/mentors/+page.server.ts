import { mentorList } from '$lib/server/desk/mentors';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { listAsked } from '../asked';
import { programmeAsked } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const asked = listAsked(event.url);
	return {
		programme,
		programmes,
		name: asked.name,
		...(await mentorList(house(), who, programme.id, asked))
	};
};
