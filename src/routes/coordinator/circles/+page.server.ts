import { circleList } from '$lib/server/desk/circles';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmesHere } from '../here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await programmesHere(event, who);
	return {
		circles: await circleList(house(), who),
		now: house().now(),
		known: Object.fromEntries(programmes.map(({ id, name, zone }) => [id, { name, zone }]))
	};
};
