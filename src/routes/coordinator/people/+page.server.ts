import { peopleList } from '$lib/server/desk/people';
import { sees } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { listAsked } from '../asked';
import { programmesHere } from '../here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const asked = listAsked(event.url);
	const programmes = await programmesHere(event, who);
	return {
		...(await peopleList(house(), sees(who), asked)),
		name: asked.name,
		now: house().now(),
		known: Object.fromEntries(programmes.map(({ id, name, zone }) => [id, { name, zone }]))
	};
};
